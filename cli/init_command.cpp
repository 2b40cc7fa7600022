#include <iostream>

#include "cli/commands.hpp"
#include "cli/counted.hpp"
#include "cli/problem_text.hpp"
#include "db/card_folder.hpp"
#include "db/catalogue_store.hpp"

namespace okienko::cli {
namespace {

namespace fs = std::filesystem;

/// Makes what is missing in a centre's folder and leaves alone what is there.
class Initializer {
  public:
    Initializer(const InitCommand& command, fs::path share)
        : command_(command), share_(std::move(share)) {}

    ExitCode run() {
        auto catalogue = load_cards();
        if (!catalogue.ok()) {
            print_problems(std::cerr, catalogue.problems());
            return ExitCode::Problems;
        }
        fs::create_directories(command_.folder);
        auto from = command_.demo == DemoData::Yes ? share_ : share_ / "starter";
        copy(from, "okienko.toml");
        copy(from, "content");
        // A new centre begins with the forms and the search words of the demo and changes them.
        if (command_.demo == DemoData::No) {
            copy(share_, "content/formularze");
            copy(share_, "content/slownik.toml");
        }
        make_catalogue(catalogue.value());
        std::cout << "Dalej: okienko build --instance " << command_.folder.string() << "\n";
        return ExitCode::Ok;
    }

  private:
    /// The demo's cards, or for a new centre only the dictionaries: the law's domains, and
    /// audiences and situations to begin with.
    [[nodiscard]] model::Checked<model::Catalogue, model::Problem> load_cards() const {
        auto demo = db::read_card_folder(share_ / "db/demo", "db/demo");
        if (!demo.ok() || command_.demo == DemoData::Yes) return demo;
        const auto& all = demo.value();
        model::Catalogue fresh;
        fresh.domains = all.domains;
        fresh.audiences = all.audiences;
        fresh.situations = all.situations;
        return fresh;
    }

    /// A file, or a folder with all that is in it.
    void copy(const fs::path& from, const fs::path& name) const {
        if (fs::exists(command_.folder / name)) return say("jest już", name);
        fs::copy(from / name, command_.folder / name, fs::copy_options::recursive);
        say("utworzono", name);
    }

    void make_catalogue(const model::Catalogue& catalogue) const {
        auto file = fs::path{"catalogue.db"};
        if (fs::exists(command_.folder / file)) {
            db::create_catalogue(command_.folder / file);
            return say("jest już", file);
        }
        db::create_catalogue(command_.folder / file);
        db::write_catalogue(command_.folder / file, catalogue);
        say("utworzono", file);
        std::cout << "Katalog: " << counted(catalogue.services.size(), kServices) << ", "
                  << counted(catalogue.providers.size(), kProviders) << ", "
                  << counted(catalogue.places.size(), kPlaces) << ".\n";
    }

    static void say(std::string_view what, const fs::path& file) {
        std::cout << what << " " << file.generic_string() << "\n";
    }

    const InitCommand& command_;
    fs::path share_;
};

}  // namespace

ExitCode run_init(const InitCommand& command, const fs::path& share) {
    return Initializer{command, share}.run();
}

}  // namespace okienko::cli
