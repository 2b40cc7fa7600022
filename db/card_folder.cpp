#include "db/card_folder.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>

#include "db/toml_reader.hpp"
#include "model/card_fields.hpp"
#include "model/card_reader.hpp"
#include "model/catalogue_check.hpp"
#include "model/identifiers.hpp"
#include "model/translation_reader.hpp"

namespace okienko::db {
namespace {

namespace fs = std::filesystem;
using model::Document;
using model::Problems;

std::string read_text(const fs::path& path) {
    std::ifstream file{path, std::ios::binary};
    if (!file) {
        throw fs::filesystem_error(
            "nie można odczytać karty", path, std::make_error_code(std::errc::io_error));
    }
    return {std::istreambuf_iterator<char>{file}, {}};
}

class FolderReader {
  public:
    FolderReader(fs::path folder, std::string name)
        : folder_(std::move(folder)), name_(std::move(name)) {}

    model::Checked<model::Catalogue, model::Problem> read() {
        read_list("domains.toml", model::read_domains, catalogue_.domains);
        read_list("audiences.toml", model::read_audiences, catalogue_.audiences);
        read_list("situations.toml", model::read_situations, catalogue_.situations);
        read_list("localities.toml", model::read_localities, catalogue_.localities);
        read_list("programmes.toml", model::read_programmes, catalogue_.programmes);
        read_list("documents.toml", model::read_documents, catalogue_.documents);
        read_list("indicators.toml", model::read_indicators, catalogue_.indicators);
        read_list("budget.toml", model::read_budget, catalogue_.budget_lines);
        read_cards("places", "place", model::read_place, catalogue_.places);
        read_cards("providers", "provider", model::read_provider, catalogue_.providers);
        read_cards("services", "service", model::read_service, catalogue_.services);
        read_translations();
        if (problems_.empty()) check_whole();
        if (!problems_.empty()) return problems_;
        return std::move(catalogue_);
    }

  private:
    /// Reads one file; nothing when its TOML is broken.
    const Document* read_document(const std::string& file) {
        auto document = read_toml(name_ + "/" + file, read_text(folder_ / file));
        if (!document.ok()) {
            report(document.problems());
            return nullptr;
        }
        return &documents_.emplace(file, std::move(document).value()).first->second;
    }

    template <class T, class Read>
    void read_list(const std::string& file, Read read, std::vector<T>& cards) {
        const auto* document = read_document(file);
        if (!document) return;
        auto list = read(*document);
        if (list.ok()) {
            cards = std::move(list).value();
        } else {
            report(list.problems());
        }
    }

    template <class T, class Read>
    void read_cards(const std::string& folder,
                    const std::string& table,
                    Read read,
                    std::vector<T>& cards) {
        for (const auto& path : card_paths(folder)) {
            const auto* document = read_document(path.generic_string());
            if (!document) continue;
            auto card = read(*document);
            if (!card.ok()) {
                report(card.problems());
                continue;
            }
            check_file_name(*document, path.filename().string(), card.value().slug);
            card_files_[{table, card.value().slug}] = path.generic_string();
            cards.push_back(std::move(card).value());
        }
    }

    /// "services/bank-czasu.uk.toml" → {"services/bank-czasu.toml", "uk"}, in order of name.
    [[nodiscard]] std::map<std::pair<std::string, std::string>, std::string> translation_files()
        const {
        std::map<std::pair<std::string, std::string>, std::string> files;
        for (const auto& entry : fs::directory_iterator{folder_ / "services"}) {
            auto file = entry.path().filename();
            auto language = file.stem().extension().string();
            bool hidden = file.string().starts_with('.');
            if (hidden || file.extension() != ".toml" || language.empty()) continue;
            auto card = "services/" + file.stem().stem().string() + ".toml";
            files[{card, language.substr(1)}] = "services/" + file.string();
        }
        return files;
    }

    void read_translations() {
        for (const auto& [of, file] : translation_files()) {
            const auto& [card_file, language] = of;
            const auto* translation = read_document(file);
            if (!translation) continue;
            auto card = documents_.find(card_file);
            if (!model::is_language_code(language) || language == "pl") {
                report_file(*translation,
                            "„" + language + "” w nazwie pliku nie jest kodem obcego języka",
                            "nazwij plik na przykład …en.toml albo …uk.toml");
            } else if (card == documents_.end()) {
                report_file(*translation,
                            "nie ma karty „" + card_file + "”, którą ten plik tłumaczy",
                            "popraw nazwę pliku albo go usuń");
            } else {
                take_translation(*translation, card->second, language);
            }
        }
    }

    void take_translation(const Document& translation,
                          const Document& card,
                          const std::string& language) {
        auto texts = model::read_translation(translation, card, model::service_fields());
        if (!texts.ok()) return report(texts.problems());
        if (texts.value().empty()) return;
        catalogue_.service_translations.push_back(
            {card.root.text("slug"), language, std::move(texts).value()});
    }

    void report_file(const Document& document, std::string message, std::string remedy) {
        problems_.push_back(
            model::problem_at(document, 1, 1, std::move(message), std::move(remedy)));
    }

    /// "services/bank-czasu.toml" and its neighbours, in order of name.
    [[nodiscard]] std::vector<fs::path> card_paths(const std::string& folder) const {
        std::vector<fs::path> paths;
        for (const auto& entry : fs::directory_iterator{folder_ / folder}) {
            auto file = entry.path().filename();
            bool hidden = file.string().starts_with('.');
            bool card = file.extension() == ".toml" && file.stem().extension().empty();
            if (card && !hidden) paths.push_back(fs::path{folder} / file);
        }
        std::sort(paths.begin(), paths.end());
        return paths;
    }

    void check_file_name(const Document& document, std::string_view file, const std::string& slug) {
        if (file == slug + ".toml") return;
        const auto& node = model::node_at(document.root, "slug");
        problems_.push_back(model::problem_at(document,
                                              node.line,
                                              node.column,
                                              "slug „" + slug + "” jest inny niż nazwa pliku",
                                              "nazwij plik " + slug + ".toml"));
    }

    void check_whole() {
        for (auto& problem : model::check_catalogue(catalogue_)) {
            problems_.push_back(placed_in_file(std::move(problem)));
        }
    }

    /// A problem of a row, shown where the row's card says it.
    model::Problem placed_in_file(model::Problem problem) {
        const auto& at = std::get<model::RecordPosition>(problem.at);
        const auto* document = document_of(at);
        if (!document) return problem;
        const auto& node = model::node_at(document->root, at.field);
        return model::problem_at(
            *document, node.line, node.column, problem.message, problem.remedy);
    }

    const Document* document_of(const model::RecordPosition& at) {
        auto card = card_files_.find({at.table, at.slug});
        if (card == card_files_.end()) return nullptr;
        auto document = documents_.find(card->second);
        return document == documents_.end() ? nullptr : &document->second;
    }

    void report(const Problems& problems) {
        problems_.insert(problems_.end(), problems.begin(), problems.end());
    }

    fs::path folder_;
    std::string name_;
    model::Catalogue catalogue_;
    Problems problems_;
    std::map<std::string, Document> documents_;  ///< By file.
    /// Table and slug of a card → its file.
    std::map<std::pair<std::string, std::string>, std::string> card_files_;
};

}  // namespace

model::Checked<model::Catalogue, model::Problem> read_card_folder(const fs::path& folder,
                                                                  const std::string& name) {
    return FolderReader{folder, name}.read();
}

}  // namespace okienko::db
