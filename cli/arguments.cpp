#include "cli/arguments.hpp"

#include <CLI/CLI.hpp>
#include <iostream>

// The only file that knows CLI11.
namespace okienko::cli {
namespace {

constexpr const char* kVersion = "okienko " OKIENKO_VERSION;

/// CLI11 speaks English; the headings of its help are the only words it lets us replace.
class PolishHelp : public CLI::Formatter {
  public:
    PolishHelp() {
        label("OPTIONS", "OPCJE");
        label("SUBCOMMAND", "POLECENIE");
        label("SUBCOMMANDS", "POLECENIA");
        label("Usage", "Użycie");
        label("Options", "Opcje");
        label("Subcommands", "Polecenia");
        label("Positionals", "Argumenty");
        label("REQUIRED", "wymagane");
        label("TEXT", "TEKST");
        label("INT", "LICZBA");
        label("PATH", "FOLDER");
        column_width(34);
    }

    std::string make_usage(const CLI::App* app, std::string name) const override {
        auto usage = CLI::Formatter::make_usage(app, std::move(name));
        constexpr std::string_view kEnglish = "Usage:";
        if (auto at = usage.find(kEnglish); at != std::string::npos) {
            usage.replace(at, kEnglish.size(), "Użycie:");
        }
        return usage;
    }
};

/// Examples come last: they are what most people look for.
void set_examples(CLI::App& app, const std::string& examples) {
    app.footer("\nPrzykłady:\n" + examples);
}

/// One parse: the commands' options are written into their structures, and the one that was named
/// is taken out.
class Parser {
  public:
    Parser() {
        app_.set_help_flag("-h,--help", "pokaż tę pomoc")->group("Opcje");
        app_.set_version_flag("--version", kVersion, "pokaż wersję")->group("Opcje");
        app_.formatter(std::make_shared<PolishHelp>());
        app_.require_subcommand(1);
        app_.option_defaults()->group("Opcje");
        app_.fallthrough();
        app_.add_option("--instance", arguments_.instance, "folder centrum (domyślnie: bieżący)")
            ->type_name("FOLDER");
        set_examples(
            app_,
            "  okienko init moje-centrum --demo    załóż centrum pokazowe\n"
            "  okienko check                       znajdź wszystkie błędy, niczego nie zmieniaj\n"
            "  okienko build                       zbuduj i opublikuj stronę\n"
            "  okienko serve                       pokaż ją pod http://localhost:8080\n"
            "  okienko rollback                    wróć do poprzedniego wydania");
        add_init();
        add_build();
        add_check();
        add_serve();
        add_releases();
        add_tidy();
        add_rollback();
        add_import_and_export();
        add_backup_and_restore();
        add_messages();
        add_submissions();
        add_person();
        add_purge();
        add_stats();
    }

    std::variant<Arguments, ExitCode> parse(int argc, const char* const* argv) {
        try {
            app_.parse(argc, argv);
        } catch (const CLI::CallForHelp&) {
            std::cout << help_of_named_command();
            return ExitCode::Ok;
        } catch (const CLI::CallForVersion&) {
            std::cout << kVersion << "\n";
            return ExitCode::Ok;
        } catch (const CLI::ParseError& error) {
            std::cerr << "okienko: " << explain(error) << "\n"
                      << "Pomoc: okienko --help\n";
            return ExitCode::Usage;
        }
        return arguments_;
    }

  private:
    CLI::App* add(const char* name, const char* what) {
        auto* command = app_.add_subcommand(name, what)->group("Polecenia");
        command->set_help_flag("-h,--help", "pokaż tę pomoc");
        return command;
    }

    void add_init() {
        auto* command = add("init", "załóż centrum: ustawienia, treść i katalog");
        command->add_option("folder", init_.folder, "nowy folder centrum")
            ->required()
            ->type_name("");
        command->add_flag_callback(
            "--demo",
            [this] { init_.demo = DemoData::Yes; },
            "z treścią i katalogiem centrum pokazowego");
        command->callback([this] { arguments_.command = init_; });
        set_examples(*command,
                     "  okienko init moje-centrum           puste centrum do wypełnienia\n"
                     "  okienko init pokaz --demo           centrum pokazowe do obejrzenia");
    }

    void add_build() {
        auto* command = add("build", "zbuduj stronę i opublikuj ją");
        command->add_flag("--full", build_.full, "zbuduj wszystko od nowa, nie tylko zmiany");
        command->add_flag("--explain", build_.explain, "powiedz, dlaczego powstał każdy plik");
        command->add_flag("--timings", build_.timings, "powiedz, ile trwał każdy etap");
        command->callback([this] { arguments_.command = build_; });
        set_examples(*command,
                     "  okienko build                       w folderze centrum\n"
                     "  okienko build --instance /srv/cus   z innego miejsca");
    }

    void add_check() {
        auto* command = add("check", "znajdź wszystkie błędy w treści, katalogu i odnośnikach");
        command->callback([this] { arguments_.command = CheckCommand{}; });
        set_examples(*command, "  okienko check");
    }

    void add_serve() {
        auto* command = add("serve", "pokaż opublikowaną stronę w przeglądarce");
        command
            ->add_option("--port", serve_.port, "numer portu (domyślnie 8080; 0 = dowolny wolny)")
            ->check(CLI::Range(0, 65535).description(""))
            ->type_name("LICZBA");
        command->add_option("--address", serve_.address, "adres (domyślnie 127.0.0.1)")
            ->type_name("ADRES");
        command->add_flag("--behind-proxy",
                          serve_.behind_proxy,
                          "przed programem stoi nginx; pozwala na adres inny niż 127.0.0.1");
        command->add_flag("--watch",
                          serve_.watch,
                          "podgląd dla redaktora: po każdej zmianie buduje i odświeża stronę; "
                          "pokazuje też szkice");
        command->callback([this] { arguments_.command = serve_; });
        set_examples(*command,
                     "  okienko serve                       pod http://localhost:8080\n"
                     "  okienko serve --port 9000           pod http://localhost:9000\n"
                     "  okienko serve --watch               podgląd tego, co właśnie piszesz");
    }

    void add_releases() {
        auto* command = add("releases", "wypisz wydania strony");
        command->callback([this] { arguments_.command = ReleasesCommand{}; });
        set_examples(*command, "  okienko releases");
    }

    /// Without a group, so that no help lists it.
    void add_tidy() {
        auto* command = app_.add_subcommand("tidy", "posprzątaj po budowie")->group("");
        command->add_option("--keep", tidy_.keep)->required()->check(CLI::Range(1, 1000));
        command->callback([this] { arguments_.command = tidy_; });
    }

    void add_rollback() {
        auto* command = add("rollback", "wróć do wcześniejszego wydania strony");
        command->add_option("wydanie", rollback_, "które (domyślnie: poprzednie)")->type_name("");
        command->callback([this] {
            RollbackCommand chosen;
            if (!rollback_.empty()) chosen.release = rollback_;
            arguments_.command = chosen;
        });
        set_examples(*command,
                     "  okienko rollback                    do poprzedniego\n"
                     "  okienko rollback 20261122T143000Z   do wybranego");
    }

    void add_messages() {
        auto* messages = add("messages", "wiadomości z formularzy: przeczytaj, zamknij");
        messages->require_subcommand(1);
        auto task = [this, messages](
                        const char* name, const char* says, MessagesCommand::Task what) {
            auto* command = messages->add_subcommand(name, says);
            command->set_help_flag("-h,--help", "pokaż tę pomoc")->group("Opcje");
            command->footer("");
            command->callback([this, what] {
                messages_.task = what;
                arguments_.command = messages_;
            });
            return command;
        };
        auto* list = task("list", "wypisz te, które czekają", MessagesCommand::Task::List);
        list->add_flag("--closed", messages_.closed, "wypisz zamknięte");
        list->add_option("--kind", messages_.kind, "contact, outdated albo feedback")
            ->type_name("RODZAJ")
            ->check(CLI::IsMember({"contact", "outdated", "feedback"}).description(""));
        task("show", "pokaż jedną", MessagesCommand::Task::Show)
            ->add_option("numer", messages_.case_number, "numer sprawy")
            ->required()
            ->type_name("");
        auto* close = task("close", "zamknij sprawę", MessagesCommand::Task::Close);
        close->add_option("numer", messages_.case_number, "numer sprawy")
            ->required()
            ->type_name("");
        close->add_option("--note", messages_.note, "co zostało zrobione")->type_name("TEKST");
        set_examples(*messages,
                     "  okienko messages list                        co czeka na odpowiedź\n"
                     "  okienko messages list --kind feedback        oceny stron\n"
                     "  okienko messages show 7F3-Q2M                cała wiadomość\n"
                     "  okienko messages close 7F3-Q2M --note \"Oddzwoniłam\"");
    }

    void add_submissions() {
        auto* submissions = add("submissions", "zgłoszenia od instytucji: przeczytaj, opublikuj");
        submissions->require_subcommand(1);
        using Task = SubmissionsCommand::Task;
        auto task = [this, submissions](const char* name, const char* says, Task what) {
            auto* command = submissions->add_subcommand(name, says);
            command->set_help_flag("-h,--help", "pokaż tę pomoc")->group("Opcje");
            command->footer("");
            command->callback([this, what] {
                submissions_.task = what;
                arguments_.command = submissions_;
            });
            if (what != Task::List) {
                command->add_option("numer", submissions_.case_number, "numer zgłoszenia")
                    ->required()
                    ->type_name("");
            }
            return command;
        };
        task("list", "wypisz te, które czekają", Task::List)
            ->add_flag("--all", submissions_.all, "wypisz wszystkie");
        task("show", "pokaż jedno obok tego, co jest w katalogu", Task::Show);
        task("correct", "poproś o poprawki", Task::Correct)
            ->add_option("--remark", submissions_.remarks, "uwaga; można podać kilka")
            ->required()
            ->type_name("POLE=TEKST");
        task("accept", "przyjmij i opublikuj", Task::Accept);
        task("decline", "nie przyjmuj", Task::Decline)
            ->add_option("--reason", submissions_.reason, "dlaczego")
            ->required()
            ->type_name("TEKST");
        set_examples(*submissions,
                     "  okienko submissions list\n"
                     "  okienko submissions show 7F3-Q2M\n"
                     "  okienko submissions correct 7F3-Q2M --remark "
                     "\"usluga-1.fees.1.amount=Czy to na pewno za godzinę?\"\n"
                     "  okienko submissions accept 7F3-Q2M\n"
                     "  okienko submissions decline 7F3-Q2M --reason \"Usługa jest poza gminą.\"");
    }

    void add_person() {
        auto* person = add("person", "dane jednej osoby na jej żądanie: wydaj, usuń");
        person->require_subcommand(1);
        auto task = [this, person](const char* name, const char* says, PersonCommand::Task what) {
            auto* command = person->add_subcommand(name, says);
            command->set_help_flag("-h,--help", "pokaż tę pomoc")->group("Opcje");
            command->footer("");
            command->add_option("kontakt", person_.contact, "e-mail albo telefon tej osoby")
                ->required()
                ->type_name("");
            command->callback([this, what] {
                person_.task = what;
                arguments_.command = person_;
            });
        };
        task("export", "wypisz wszystko, co o niej mamy (JSON)", PersonCommand::Task::Export);
        task("erase", "usuń wszystko, co o niej mamy", PersonCommand::Task::Erase);
        set_examples(*person,
                     "  okienko person export ania@example.org > dane.json\n"
                     "  okienko person erase 999001020");
    }

    void add_purge() {
        auto* purge =
            add("purge", "usuń wiadomości i zgłoszenia, których czas przechowywania minął");
        purge->callback([this] { arguments_.command = PurgeCommand{}; });
    }

    void add_stats() {
        auto* stats = add("stats", "liczby: czego szukają mieszkańcy");
        stats->require_subcommand(1);
        auto* searches = stats->add_subcommand("searches", "czego szukano i czego nie znaleziono");
        searches->set_help_flag("-h,--help", "pokaż tę pomoc")->group("Opcje");
        searches->footer("");
        auto add_day = [searches](
                           const char* name, std::optional<model::Date>& day, const char* says) {
            searches
                ->add_option_function<std::string>(
                    name,
                    [name, &day](const std::string& text) {
                        day = model::parse_date(text);
                        if (!day) throw CLI::ValidationError(name, "podaj dzień, np. 2026-11-30");
                    },
                    says)
                ->type_name("DZIEŃ");
        };
        add_day("--from", stats_.from, "od dnia (domyślnie: 30 dni temu)");
        add_day("--to", stats_.to, "do dnia (domyślnie: dziś)");
        searches->callback([this] { arguments_.command = stats_; });
        set_examples(*stats,
                     "  okienko stats searches                       z ostatnich 30 dni\n"
                     "  okienko stats searches --from 2026-01-01     od początku roku");
    }

    void add_import_and_export() {
        auto* in = add("import", "wczytaj usługi i podmioty z plików HSDS albo CSV");
        in->add_option("pliki", import_.files, "pliki .ndjson, .json albo .csv")
            ->required()
            ->type_name("");
        in->add_flag("--dry-run", import_.dry_run, "powiedz, co by się zmieniło; nic nie zmieniaj");
        in->callback([this] { arguments_.command = import_; });
        set_examples(*in,
                     "  okienko import uslugi.ndjson --dry-run   najpierw zobacz\n"
                     "  okienko import uslugi.csv                potem wczytaj");
        auto* out = add("export", "zapisz usługi i podmioty w pliku HSDS albo CSV");
        out->add_option("plik", export_file_, "plik .ndjson albo .csv (domyślnie: na ekran)")
            ->type_name("");
        out->add_option("--format", export_.format, "hsds albo csv (domyślnie: według nazwy pliku)")
            ->check(CLI::IsMember({"hsds", "csv"}).description(""))
            ->type_name("FORMAT");
        out->add_flag("--template", export_.empty_table, "pusta tabela CSV do wypełnienia");
        out->callback([this] {
            if (!export_file_.empty()) export_.file = export_file_;
            arguments_.command = export_;
        });
        set_examples(*out,
                     "  okienko export katalog.ndjson       dla innych systemów\n"
                     "  okienko export katalog.csv          dla arkusza\n"
                     "  okienko export wzor.csv --template  tabela do wypełnienia");
    }

    void add_backup_and_restore() {
        auto* backup = add("backup", "zapisz wszystko, co ważne, w jednym pliku");
        backup->add_option("plik", backup_.target, "nowy plik kopii albo folder na kopie")
            ->required()
            ->type_name("");
        backup->callback([this] { arguments_.command = backup_; });
        set_examples(*backup,
                     "  okienko backup kopia.tar.gz         kopia w tym pliku\n"
                     "  okienko backup /srv/kopie           w tym folderze, z datą w nazwie");
        auto* restore = add("restore", "przywróć centrum z kopii");
        restore->add_option("plik", restore_.archive, "plik kopii")->required()->type_name("");
        restore->callback([this] { arguments_.command = restore_; });
        set_examples(
            *restore,
            "  okienko restore kopia.tar.gz        dotychczasowy stan zostanie obok, w folderze");
    }

    /// The innermost command that was named: "messages close".
    std::string help_of_named_command() {
        std::string way = "okienko";
        const auto* named = &app_;
        for (auto deeper = named->get_subcommands(); !deeper.empty();
             deeper = named->get_subcommands()) {
            if (named != &app_) way += " " + named->get_name();
            named = deeper.front();
        }
        return named == &app_ ? app_.help() : named->help(way);
    }

    /// CLI11 says what is wrong in English around the word that was typed; the word is kept.
    [[nodiscard]] std::string explain(const CLI::ParseError& error) const {
        std::string english = error.what();
        auto typed =
            english.substr(english.rfind(": ") == std::string::npos ? 0 : english.rfind(": ") + 2);
        if (dynamic_cast<const CLI::RequiredError*>(&error)) {
            auto unknown = app_.remaining();
            if (!unknown.empty()) return "nie znam polecenia „" + unknown.front() + "”";
            if (app_.get_subcommands().empty()) return "brakuje polecenia";
            if (english.starts_with("A subcommand")) {
                const auto& name = app_.get_subcommands().front()->get_name();
                return "brakuje słowa po „" + name + "”; które są, powie: okienko " + name +
                       " --help";
            }
            return "brakuje argumentu: " + english.substr(0, english.find(" is required"));
        }
        if (dynamic_cast<const CLI::ExtrasError*>(&error)) return "nie znam tego: " + typed;
        if (dynamic_cast<const CLI::ArgumentMismatch*>(&error)) {
            return "brakuje wartości opcji " + english.substr(0, english.find(':'));
        }
        if (dynamic_cast<const CLI::ValidationError*>(&error)) {
            return "zła wartość opcji " + english.substr(0, english.find(':'));
        }
        return "nie rozumiem tego: " + typed;
    }

    CLI::App app_{"Okienko: portal informacyjny centrum usług społecznych", "okienko"};
    Arguments arguments_;
    InitCommand init_;
    BuildCommand build_;
    TidyCommand tidy_;
    ServeCommand serve_;
    ImportCommand import_;
    MessagesCommand messages_;
    SubmissionsCommand submissions_;
    PersonCommand person_;
    StatsCommand stats_;
    ExportCommand export_;
    std::string export_file_;
    BackupCommand backup_;
    RestoreCommand restore_;
    std::string rollback_;
};  // namespace

}  // namespace

std::variant<Arguments, ExitCode> parse_arguments(int argc, const char* const* argv) {
    return Parser{}.parse(argc, argv);
}

}  // namespace okienko::cli
