#pragma once

#include <string>
#include <vector>

#include "generator/live_site.hpp"
#include "server/submission/dossier.hpp"

namespace okienko::server {

/// One of the things that a field lets a person choose from.
struct Option {
    std::string value;
    std::string label;
};

/// What the fields of a submission let somebody choose from: closed lists of the model, cards of
/// the catalogue, places of the dossier. Refers to what it is made with.
class FieldOptions {
  public:
    FieldOptions(const generator::LiveSite& live,
                 const Dossier& dossier,
                 language::Language language)
        : live_(live), dossier_(dossier), words_(live.site().words_in(language)) {}

    /// Nothing for a field that is typed. `owner` is the card or group whose field it is, as
    /// [card.<owner>] of the theme's words calls it; `cells` is that card's or member's.
    [[nodiscard]] std::vector<Option> of(const model::Field& field,
                                         std::string_view owner,
                                         const model::Node& cells) const;

  private:
    [[nodiscard]] std::vector<Option> cards_for(std::string_view key,
                                                std::string_view owner,
                                                const model::Node& cells) const;
    [[nodiscard]] std::vector<Option> languages() const;
    [[nodiscard]] std::vector<Option> localities() const;
    [[nodiscard]] std::vector<Option> partners() const;
    [[nodiscard]] std::vector<Option> choices_of(const model::Field& field) const;
    [[nodiscard]] std::vector<Option> places() const;
    [[nodiscard]] std::vector<Option> related(const model::Node& cells) const;
    [[nodiscard]] std::vector<Option> forms() const;

    const generator::LiveSite& live_;
    const Dossier& dossier_;
    const generator::Words& words_;
};

}  // namespace okienko::server
