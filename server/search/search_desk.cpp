#include "server/search/search_desk.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>

#include "generator/json_text.hpp"
#include "generator/pages/search_page.hpp"
#include "language/local_time.hpp"
#include "model/choice.hpp"
#include "server/search/search_address.hpp"

namespace okienko::server {
namespace {

using language::Language;

constexpr std::size_t kUsualLimit = 10;
constexpr std::size_t kLargestLimit = 50;
constexpr std::string_view kApiAddress = "/api/search";

Response fresh_response(int status, std::string_view type, std::string body) {
    return {status,
            {{"Content-Type", std::string{type}}, {"Cache-Control", "no-store"}},
            std::move(body)};
}

std::size_t limit_in(std::string_view query) {
    auto text = parameter_in(query, "limit");
    std::size_t limit = kUsualLimit;
    std::from_chars(text.data(), text.data() + text.size(), limit);
    return std::clamp<std::size_t>(limit, 1, kLargestLimit);
}

}  // namespace

std::vector<Route> SearchDesk::routes() {
    std::vector<Route> routes;
    for (auto language : parts_.live.get()->site().settings().site.languages) {
        auto address = generator::in_language(language, generator::kSearchAddress);
        for (const auto& each : {address, address.substr(0, address.size() - 1)}) {
            routes.push_back({"GET", each, [this, language](const Request& request) {
                                  return show_page(request, language);
                              }});
        }
    }
    routes.push_back({"GET", std::string{kApiAddress}, [this](const Request& request) {
                          return show_json(request);
                      }});
    return routes;
}

Response SearchDesk::show_page(const Request& request, Language language) {
    auto live = parts_.live.get();
    generator::SearchPage page;
    page.question = question_in(request.query, language);
    page.has_server = parts_.indexes.get() != nullptr;
    if (!page.question.text.empty()) page.answer = ask(page.question);
    if (page.answer && page.question.offset == 0) count(page.question, *page.answer);
    const auto& site = live->site();
    auto html = live->draw(
        generator::search_head(site, page), "search", generator::search_view(site, page));
    return fresh_response(200, "text/html; charset=utf-8", std::move(html));
}

Response SearchDesk::show_json(const Request& request) {
    auto language = language::language_from_code(parameter_in(request.query, "lang"));
    auto question = question_in(request.query, language.value_or(Language::Polish));
    question.offset = 0;
    question.limit = limit_in(request.query);
    auto answer = ask(question);
    if (!answer) return fresh_response(503, "application/json", "{}");
    return fresh_response(200, "application/json", search_json(question, *answer));
}

std::optional<search::Answer> SearchDesk::ask(const search::Question& question) {
    auto index = parts_.indexes.get();
    if (!index) return std::nullopt;
    try {
        return index->ask(question);
    } catch (const std::exception& failure) {
        parts_.log(failure_line(parts_.now(), "SEARCH", failure.what()));
        return std::nullopt;
    }
}

void SearchDesk::count(const search::Question& question, const search::Answer& answer) {
    const auto& zone = parts_.live.get()->site().settings().site.time_zone;
    auto now = std::chrono::floor<std::chrono::seconds>(parts_.now());
    parts_.counter.count(question.text, answer.total, language::local_time(now, zone).date);
}

std::string search_json(const search::Question& question, const search::Answer& answer) {
    generator::JsonText json;
    json.begin_object();
    json.key("query").text(question.text);
    json.key("corrected");
    if (answer.corrected) {
        json.text(*answer.corrected);
    } else {
        json.null();
    }
    json.begin_array("results");
    for (const auto& result : answer.results) {
        json.begin_object();
        json.key("slug").text(result.slug);
        json.key("kind").text(model::name(result.kind));
        json.key("name").text(result.name.text);
        json.key("url").text(result.address);
        json.key("excerpt").text(result.excerpt.text);
        json.key("score").number(std::round(result.score * 1000) / 1000);
        json.end_object();
    }
    return json.end_array().end_object().take();
}

}  // namespace okienko::server
