#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "model/catalogue.hpp"

namespace okienko::exchange {

/// Where the parts of a long text go, one line at a time.
using Sink = std::function<void(std::string_view)>;

/// What came with a card from elsewhere and has no place in it, by the card's UUID: the object as
/// its source wrote it.
using Originals = std::map<std::string, std::string, std::less<>>;

/// The catalogue as NDJSON: dictionaries, programmes, places and providers on lines of their own,
/// then the services, whole HSDS 3.1 objects in our profile (docs/hsds-profile.md).
void export_hsds(const model::Catalogue& catalogue, const Originals& originals, const Sink& sink);

}  // namespace okienko::exchange
