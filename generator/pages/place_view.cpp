#include "generator/pages/place_view.hpp"

#include <array>
#include <charconv>
#include <vector>

namespace okienko::generator {
namespace {

using language::Language;

/// Five decimals of a degree: about a metre.
std::string degrees(double value) {
    std::array<char, 32> digits{};
    auto end = std::to_chars(
        digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed, 5);
    return {digits.data(), end.ptr};
}

/// Where a map of our planet shows the place. Only a link: nothing is loaded from there.
std::string map_address(const model::Place& place) {
    if (!place.latitude || !place.longitude) return {};
    auto latitude = degrees(*place.latitude);
    auto longitude = degrees(*place.longitude);
    return "https://www.openstreetmap.org/?mlat=" + latitude + "&mlon=" + longitude + "#map=18/" +
           latitude + "/" + longitude;
}

std::vector<View> feature_rows(const model::Place& place, const Words& words) {
    std::vector<View> rows;
    for (const auto& each : place.accessibility) {
        View row{words.language()};
        row.words("feature_name", words.label("accessibility_feature", each.feature));
        row.words("feature_state", words.label("feature_state", each.state));
        row.value("feature_code", std::string{name(each.state)});
        row.words("feature_description", each.description, Language::Polish);
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace

std::string address_line(const model::Place& place, const Words& words) {
    auto line = model::street_line(place);
    return place.street.empty() ? line : line + words["list.comma"] + place.city;
}

std::string place_line(const model::Place& place, const Words& words) {
    return place.name + words["list.comma"] + address_line(place, words);
}

View place_row(const model::Place& place, const Site& site, Language language) {
    const auto& words = site.words_in(language);
    View row{language};
    row.value("place_id", "miejsce-" + place.slug);
    row.words("place_name", place.name, Language::Polish);
    row.words("place_street", model::street_line(place), Language::Polish);
    row.words("place_town", place.postal_code + " " + place.city, Language::Polish);
    row.words("place_directions", place.directions, Language::Polish);
    row.value("place_map_url", map_address(place));
    auto features = feature_rows(place, words);
    row.flag("has_features", !features.empty());
    row.list("features", std::move(features));
    return row;
}

}  // namespace okienko::generator
