#include "model/place.hpp"

namespace okienko::model {

std::string street_line(const Place& place) {
    std::string line = place.street.empty() ? place.city : place.street;
    line += " " + place.building;
    if (!place.unit.empty()) line += "/" + place.unit;
    return line;
}

}  // namespace okienko::model
