#include <string_view>
#include <unordered_map>

#include "generator/feeds/data_file.hpp"
#include "generator/json_text.hpp"
#include "generator/pages/choice_list.hpp"
#include "generator/pages/choice_pages.hpp"
#include "generator/pages/pagination.hpp"

namespace okienko::generator {
namespace {

using Positions = std::unordered_map<std::string_view, std::int64_t>;

Positions positions_of(const ServiceList& services) {
    Positions positions;
    positions.reserve(services.size());
    for (const auto& service : services) {
        positions.emplace(service.slug(), static_cast<std::int64_t>(positions.size()));
    }
    return positions;
}

/// Each service by how far it stands from the one before it: small numbers, which compress well.
void write_found(const ServiceList& found, const Positions& positions, JsonText& json) {
    json.begin_array();
    std::int64_t before = 0;
    for (const auto& service : found) {
        auto position = positions.at(service.slug());
        json.number(position - before);
        before = position;
    }
    json.end_array();
}

std::string choice_index(const Site& site) {
    auto positions = positions_of(site.services());
    JsonText json;
    json.begin_object();
    json.key("services").number(static_cast<std::int64_t>(positions.size()));
    json.key("rowsOfPage").number(static_cast<std::int64_t>(kRowsOfPage));
    json.begin_object("found");
    for (const auto& group : shown_groups(site)) {
        json.begin_object(slug_of(group.group));
        for (const auto& choice : group.choices) {
            json.key(choice.value);
            write_found(*choice.services, positions, json);
        }
        json.end_object();
    }
    return json.end_object().end_object().take();
}

}  // namespace

void add_choice_index(const Site& site, DataFiles& files) {
    files.push_back({std::string{kChoiceIndexAddress}, [&site] { return choice_index(site); }});
}

}  // namespace okienko::generator
