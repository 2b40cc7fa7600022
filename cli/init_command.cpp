#include <iostream>

#include "cli/commands.hpp"
#include "cli/counted.hpp"
#include "cli/problem_text.hpp"
#include "db/card_folder.hpp"
#include "db/catalogue_store.hpp"
#include "generator/file_tree.hpp"

namespace okienko::cli {
namespace {

namespace fs = std::filesystem;

/// Makes what is missing in a centre's folder and leaves alone what is there.
class Initializer {
  public:
    Initializer(const InitCommand& command, fs::path share)
        : command_(command), share_(std::move(share)) {}

    ExitCode run() {
        auto catalogue = load_catalogue();
        if (!catalogue.ok()) {
            print_problems(std::cerr, catalogue.problems());
            return ExitCode::Problems;
        }
        fs::create_directories(command_.folder);
        copy("okienko.toml");
        if (command_.demo == DemoData::Yes) {
            copy_folder("content");
        } else {
            write_first_page();
        }
        make_catalogue(catalogue.value());
        std::cout << "Dalej: okienko build --instance " << command_.folder.string() << "\n";
        return ExitCode::Ok;
    }

  private:
    /// The demo's cards, or for a new centre the dictionaries that the law and its use share and
    /// the centre's own provider card.
    [[nodiscard]] model::Checked<model::Catalogue, model::Problem> load_catalogue() const {
        auto demo = db::read_card_folder(share_ / "db/demo", "db/demo");
        if (!demo.ok() || command_.demo == DemoData::Yes) return demo;
        const auto& all = demo.value();
        model::Catalogue fresh;
        fresh.domains = all.domains;
        fresh.audiences = all.audiences;
        fresh.situations = all.situations;
        return fresh;
    }

    void copy(const fs::path& file) const {
        auto target = command_.folder / file;
        if (fs::exists(target)) return say("jest już", file);
        fs::create_directories(target.parent_path());
        fs::copy_file(share_ / file, target);
        say("utworzono", file);
    }

    void copy_folder(const fs::path& folder) const {
        if (fs::exists(command_.folder / folder)) return say("jest już", folder);
        fs::copy(share_ / folder, command_.folder / folder, fs::copy_options::recursive);
        say("utworzono", folder);
    }

    void write_first_page() const {
        auto page = fs::path{"content/index.md"};
        if (fs::exists(command_.folder / page)) return say("jest już", page);
        fs::create_directories(command_.folder / "content");
        generator::write_file(command_.folder / page, read_template());
        say("utworzono", page);
    }

    [[nodiscard]] std::string read_template() const {
        return generator::read_file(share_ / "content/index.md");
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
