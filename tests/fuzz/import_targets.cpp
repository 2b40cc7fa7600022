#include <filesystem>
#include <fstream>
#include <string>

#include "db/card_folder.hpp"
#include "db/catalogue_store.hpp"
#include "exchange/export.hpp"
#include "exchange/import.hpp"
#include "generator/file_tree.hpp"
#include "tests/fuzz/property.hpp"
#include "tests/fuzz/targets.hpp"
#include "tests/temporary_folder.hpp"

namespace okienko::fuzz {
namespace {

namespace fs = std::filesystem;
using exchange::Format;

/// A small centre's catalogue, as new before each import.
class Centre {
  public:
    Centre() {
        auto demo =
            db::read_card_folder(std::string{OKIENKO_SOURCE_DIR} + "/db/demo", "db/demo").value();
        model::Catalogue catalogue;
        catalogue.domains = demo.domains;
        catalogue.audiences = demo.audiences;
        catalogue.situations = demo.situations;
        db::create_catalogue(pristine_);
        db::write_catalogue(pristine_, catalogue);
        before_ = db::read_catalogue(pristine_);
    }

    void renew() const {
        for (const auto* ending : {"-wal", "-shm"}) fs::remove(catalogue_.string() + ending);
        fs::copy_file(pristine_, catalogue_, fs::copy_options::overwrite_existing);
    }

    [[nodiscard]] auto import(const std::string& name, std::string_view text) const {
        generator::write_file(folder_ / name, std::string{text});
        exchange::ImportRequest request;
        request.catalogue = catalogue_;
        request.files = {folder_ / name};
        request.settings.fallback_contact.phone = "+48999001020";
        request.today = model::parse_date("2026-11-28").value();
        return exchange::import_cards(request);
    }

    [[nodiscard]] std::string exported(Format format) const {
        std::string text;
        exchange::export_catalogue(
            catalogue_, format, [&text](std::string_view part) { text += part; });
        return text;
    }

    [[nodiscard]] bool is_as_before() const { return db::read_catalogue(catalogue_) == before_; }

  private:
    /// Nothing here has to outlive a loss of power.
    static fs::path fastest_folder() {
        fs::path memory{"/dev/shm"};
        return fs::is_directory(memory) ? memory : fs::temp_directory_path();
    }

    tests::TemporaryFolder folder_{fastest_folder()};
    fs::path pristine_ = folder_ / "pristine.db";
    fs::path catalogue_ = folder_ / "catalogue.db";
    model::Catalogue before_;
};

const Centre& centre() {
    static const Centre kCentre;
    return kCentre;
}

std::string first_card(const exchange::ImportReport& report) {
    return report.cards.empty() ? std::string{}
                                : report.cards.front().kind + " " + report.cards.front().name;
}

/// A file is taken whole or not at all; what was taken is known when it comes again, from the same
/// file or from our own export.
void try_import(const std::string& name, std::string_view text, Format format) {
    centre().renew();
    auto first = centre().import(name, text);
    if (!first.ok()) {
        require(!first.problems().front().message.empty(), "a refusal says why");
        require(centre().is_as_before(), "a file with a problem changes nothing");
        return;
    }
    auto again = centre().import(name, text);
    require(again.ok(),
            "a file that was taken is taken again",
            again.ok() ? std::string{} : again.problems().front().message);
    require(
        again.value().cards.empty(), "the same file changes nothing", first_card(again.value()));
    auto exported = centre().exported(format);
    auto back = centre().import(format == Format::Csv ? "export.csv" : "export.ndjson", exported);
    require(back.ok(),
            "what is exported can be imported",
            back.ok() ? std::string{} : back.problems().front().message + "\n" + exported);
    require(back.value().cards.empty(),
            "what is exported comes back the same",
            first_card(back.value()) + "\n" + exported);
}

}  // namespace

void try_hsds_file(std::string_view text) {
    try_import("file.ndjson", text, Format::Hsds);
}

void try_csv_file(std::string_view text) {
    try_import("file.csv", text, Format::Csv);
}

}  // namespace okienko::fuzz
