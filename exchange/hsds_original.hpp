#pragma once

#include <span>

#include "exchange/hsds_names.hpp"
#include "model/document.hpp"

namespace okienko::exchange {

/// Adds to an object of ours what its source said and no card has a place for: unknown keys and the
/// terms of other taxonomies. `names` are the keys that are ours. The whole original goes into our
/// profile (`cus.original`), so that the next import has it too.
void complete_from_original(model::Node& object,
                            std::span<const HsdsName> names,
                            const model::Node& original);

}  // namespace okienko::exchange
