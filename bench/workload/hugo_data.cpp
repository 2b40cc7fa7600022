#include "bench/workload/hugo_data.hpp"

#include <array>
#include <charconv>

#include "bench/workload/build_day.hpp"
#include "bench/workload/json.hpp"
#include "model/polish_holidays.hpp"

namespace okienko::bench {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

std::string feature_json(const model::PlaceAccessibility& feature) {
    return JsonObject{}
        .add("feature", name(feature.feature))
        .add("state", name(feature.state))
        .add("description", feature.description)
        .text();
}

/// Degrees with five decimals.
std::string degrees(double value) {
    auto millionths = std::to_string(value);  // Six decimals.
    return millionths.substr(0, millionths.size() - 1);
}

/// All digits of the number, for machines.
std::string exact(double value) {
    std::array<char, 32> digits{};
    auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    return {digits.data(), end};
}

std::string place_json(const model::Place& place) {
    return JsonObject{}
        .add("name", place.name)
        .add("street", model::street_line(place))
        .add("postal_code", place.postal_code)
        .add("city", place.city)
        .add("line", place.name + ", " + model::street_line(place) + ", " + place.city)
        .add("directions", place.directions)
        .add("latitude", degrees(place.latitude.value_or(0)))
        .add("longitude", degrees(place.longitude.value_or(0)))
        .add("exact_latitude", exact(place.latitude.value_or(0)))
        .add("exact_longitude", exact(place.longitude.value_or(0)))
        .value("accessibility", json_rows(place.accessibility, feature_json))
        .text();
}

std::string programme_json(const model::Programme& programme) {
    return JsonObject{}
        .add("slug", programme.slug)
        .add("name", programme.name)
        .add("resolution", programme.resolution)
        .add("adopted_on", model::to_iso(programme.adopted_on))
        .add("valid_from", model::to_iso(programme.valid_from))
        .add("valid_to", model::to_iso(programme.valid_to))
        .add("goal", programme.goal)
        .number("expected_people", programme.expected_people)
        .text();
}

/// "2026-11-11 2026-12-24": the centre works from Monday to Friday.
std::string holidays_of_office() {
    using namespace std::chrono_literals;
    auto year = kBuildDay.year();
    std::string list;
    for (auto day = sys_days{year / 1 / 1}; day < sys_days{(year + std::chrono::years{2}) / 1 / 1};
         day += days{1}) {
        bool works = std::chrono::weekday{day}.iso_encoding() <= 5;
        if (!works || !model::is_polish_holiday(day)) continue;
        list += (list.empty() ? "" : " ") + model::to_iso(day);
    }
    return list;
}

}  // namespace

std::string places_json(const model::Catalogue& catalogue) {
    JsonObject places;
    for (const auto& place : catalogue.places) places.value(place.slug, place_json(place));
    return places.text();
}

std::string localities_json(const model::Catalogue& catalogue) {
    JsonObject localities;
    for (const auto& locality : catalogue.localities) localities.add(locality.simc, locality.name);
    return localities.text();
}

std::string programmes_json(const model::Catalogue& catalogue) {
    return json_rows(catalogue.programmes, programme_json);
}

std::string calendar_json() {
    std::vector<std::string> holidays;
    for (auto day = sys_days{kBuildDay}; day <= sys_days{kBuildDay} + days{60}; day += days{1}) {
        if (model::is_polish_holiday(day)) holidays.push_back(model::to_iso(day));
    }
    return JsonObject{}
        .add("today", model::to_iso(kBuildDay))
        .add("holidays", holidays)
        .add("office_holidays", holidays_of_office())
        .text();
}

}  // namespace okienko::bench
