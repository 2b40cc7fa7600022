#pragma once

#include <string>
#include <vector>

#include "exchange/known_cards.hpp"
#include "model/document.hpp"

/// Cards from a source that knows nothing of ours. HSDS asks for three fields of a service, our
/// card for many more: what the source does not say keeps the value that the catalogue has, or says
/// honestly that it is not known (docs/hsds-profile.md).
namespace okienko::exchange {

/// What readers of a foreign object found beside the card's own fields.
struct ForeignService {
    model::Node card;          ///< Keys of our card, as far as HSDS knows them.
    std::string today_source;  ///< `last_modified`, for want of a date of verification.
    std::vector<std::string> losses;
};

void complete_service(ForeignService& service, const KnownCards& known);
void complete_provider(model::Node& card,
                       const KnownCards& known,
                       std::vector<std::string>& losses);
void complete_place(model::Node& card, const KnownCards& known, std::vector<std::string>& losses);

/// A provider for services whose source names none.
model::Provider unnamed_provider(const KnownCards& known);

/// Where a service without an area of ours reaches: every locality of the catalogue, or one that
/// says that nobody knows.
std::vector<model::Locality> unstated_area(const KnownCards& known);

/// "nazwa-1a2b3c4d": it depends on nothing but the card, so order and company do not change it.
std::string foreign_slug(std::string_view name, std::string_view uuid);

}  // namespace okienko::exchange
