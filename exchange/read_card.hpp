#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>
#include <vector>

#include "model/catalogue.hpp"
#include "model/problem.hpp"

namespace okienko::exchange {

/// A card of any kind that can be imported, in the order in which they may refer to each other.
using CardValue = std::variant<model::Domain,
                               model::Audience,
                               model::Situation,
                               model::Locality,
                               model::Programme,
                               model::Place,
                               model::Provider,
                               model::Service,
                               model::ServiceText>;

inline constexpr std::size_t kCardKinds = std::variant_size_v<CardValue>;

/// Whether a card stands in a record of its own or within a service that needs it.
enum class Standing { Own, Nested };

struct ReadCard {
    CardValue value;
    Standing standing = Standing::Own;
    std::string source_id;  ///< How the source calls it, when that is no UUID.
    std::string original;   ///< The object as its source wrote it; empty when the card says it all.
};

/// One line of NDJSON or one row of a table: the cards in it, those that others need first.
struct ReadRecord {
    int line = 1;      ///< Where it begins.
    std::string text;  ///< Kept while somebody may have to point at a place in it.
    std::vector<ReadCard> cards;
    model::Problems problems;
    model::Problems warnings;
};

/// The name of a card's kind, as in cus.record and in the column `card`.
std::string_view kind_name(const CardValue& value);

/// What the card is known by: its UUID, SIMC or slug; a text: "slug/language/field".
std::string identity(const CardValue& value);

/// What other cards call it: its slug or SIMC. Nothing refers to a text.
std::string reference_name(const CardValue& value);

}  // namespace okienko::exchange
