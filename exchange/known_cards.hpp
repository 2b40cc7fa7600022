#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "exchange/hsds_export.hpp"
#include "exchange/read_card.hpp"

namespace okienko::exchange {

/// Lets a map of texts be asked with a view of a text.
struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
        return std::hash<std::string_view>{}(text);
    }
};
template <class T>
using ByText = std::unordered_map<std::string, T, TextHash, std::equal_to<>>;

/// Cards of one kind that the catalogue holds already, by identity. Refers to them.
template <class Card>
class KnownKind {
  public:
    KnownKind() = default;
    explicit KnownKind(const std::vector<Card>& cards) {
        for (const auto& card : cards) cards_.emplace(identity_of(card), &card);
    }

    [[nodiscard]] const Card* find(std::string_view identity) const {
        auto found = cards_.find(identity);
        return found == cards_.end() ? nullptr : found->second;
    }

  private:
    static const std::string& identity_of(const Card& card) {
        if constexpr (requires { card.id; }) {
            return card.id;
        } else if constexpr (requires { card.simc; }) {
            return card.simc;
        } else {
            return card.slug;
        }
    }

    std::unordered_map<std::string_view, const Card*> cards_;
};

/// A term of somebody else's taxonomy and the words of ours that stand for it.
struct TaxonomyRule {
    std::string taxonomy;  ///< Its name or id; empty for any.
    std::string term;      ///< Code, name or id of the term.
    std::string domain;
    std::string audience;
    std::string situation;
};

/// What an importing centre says about cards that come from elsewhere.
struct ImportSettings {
    std::string domain;  ///< Where the source says none; empty: the first of the catalogue.
    std::string audience;
    std::string situation;
    std::vector<TaxonomyRule> taxonomies;
    model::Contact fallback_contact;  ///< Whom to ask when the source names nobody.
};

/// The catalogue that is imported into, as readers of records see it. Never changes, so many
/// threads may ask it. Refers to the catalogue.
struct KnownCards {
    KnownCards(const model::Catalogue& the_catalogue,
               const ImportSettings& the_settings,
               model::Date the_day);

    const model::Catalogue& catalogue;
    const ImportSettings& settings;
    model::Date today;
    KnownKind<model::Domain> domains;
    KnownKind<model::Audience> audiences;
    KnownKind<model::Situation> situations;
    KnownKind<model::Locality> localities;
    KnownKind<model::Programme> programmes;
    KnownKind<model::Place> places;
    KnownKind<model::Provider> providers;
    KnownKind<model::Service> services;
    ByText<model::ServiceText> service_texts;  ///< By identity.
    /// Kind and source id → UUID.
    ByText<std::string> ids_of_sources;

    /// The UUID that stands for an id of a source: its own when it is one, the one that was given
    /// to it before, or one made of it.
    [[nodiscard]] std::string uuid_of(std::string_view kind, std::string_view source_id) const;
};

}  // namespace okienko::exchange
