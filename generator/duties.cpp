#include "generator/duties.hpp"

#include <algorithm>
#include <string>

#include "language/dates.hpp"
#include "model/choice.hpp"

namespace okienko::generator {
namespace {

using language::Language;

class Duties {
  public:
    Duties(const SiteData& site, const model::Document& settings_file)
        : site_(site), settings_file_(settings_file) {}

    model::Problems unmet() {
        check_declaration();
        check_ways_to_read();
        check_clauses();
        return std::move(warnings_);
    }

  private:
    void check_declaration() {
        const auto& stated = site_.settings.accessibility;
        auto due = declaration_review_due(stated);
        if (site_.now.date > due) {
            warn_at(stated.reviewed_on ? "accessibility.reviewed_on" : "accessibility.declared_on",
                    "deklaracji dostępności nie przejrzano do " +
                        language::date_short(due, Language::Polish),
                    "przejrzyj ją i wpisz reviewed_on; lista jest w podręczniku koordynatora");
        }
        for (const auto* key : {"published_on", "updated_on", "declared_on", "reviewed_on"}) {
            auto date = settings_file_.root.table("accessibility").date(key);
            if (date && *date > site_.now.date) {
                warn_at("accessibility." + std::string{key},
                        "ta data w deklaracji dostępności jest z przyszłości",
                        "popraw datę");
            }
        }
    }

    /// Art. 6 pkt 3 lit. c of the act of 19 July 2019: easy to read, and in sign language.
    void check_ways_to_read() {
        if (!find_content(site_.content, kEasyToRead)) {
            warn_about_file("content/etr.md",
                            "nie ma tekstu łatwego do czytania (ETR) o centrum",
                            "napisz go w pliku content/etr.md; zasady: docs/reference/tresc.md");
        }
        if (!find_content(site_.content, kSignLanguage)) {
            warn_about_file("content/pjm.md",
                            "nie ma informacji o centrum w polskim języku migowym (PJM)",
                            "dodaj film i jego zapis w pliku content/pjm.md");
        }
    }

    /// Whether the centre has such a case: two of them are forms that it may leave out.
    [[nodiscard]] bool arises(std::string_view name) const {
        const auto& forms = site_.settings.forms;
        if (name == model::name(ClauseCase::Outdated)) return forms.outdated;
        if (name == model::name(ClauseCase::Feedback)) return forms.feedback;
        return true;
    }

    void check_clauses() {
        const auto& clauses = site_.settings.privacy.clauses;
        std::string missing;
        for (auto name : model::Choice<ClauseCase>::kNames) {
            if (!arises(name)) continue;
            bool written = std::any_of(clauses.begin(), clauses.end(), [name](const auto& clause) {
                return model::name(clause.subject) == name;
            });
            if (!written) missing += (missing.empty() ? "" : ", ") + std::string{name};
        }
        if (missing.empty()) return;
        warn_at("privacy",
                "brak informacji o danych osobowych (art. 13 RODO) dla spraw: " + missing,
                "dopisz [[privacy.clauses]]; treść uzgodnij z inspektorem ochrony danych");
    }

    void warn_at(std::string_view path, std::string message, std::string remedy) {
        const auto& node = model::node_at(settings_file_.root, path);
        warnings_.push_back(model::problem_at(
            settings_file_, node.line, node.column, std::move(message), std::move(remedy)));
    }

    void warn_about_file(std::string file, std::string message, std::string remedy) {
        warnings_.push_back(
            {model::SourcePosition{std::move(file), 1, 1}, std::move(message), std::move(remedy)});
    }

    const SiteData& site_;
    const model::Document& settings_file_;
    model::Problems warnings_;
};

}  // namespace

model::Date declaration_review_due(const AccessibilitySettings& stated) {
    auto last = std::max(stated.declared_on, stated.reviewed_on.value_or(stated.declared_on));
    return (last.year() + std::chrono::years{1}) / std::chrono::March / 31;
}

model::Problems unmet_duties(const SiteData& site, const model::Document& settings_file) {
    return Duties{site, settings_file}.unmet();
}

}  // namespace okienko::generator
