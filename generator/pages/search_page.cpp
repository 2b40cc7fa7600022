#include "generator/pages/search_page.hpp"

#include <algorithm>

#include "generator/markup.hpp"
#include "generator/pages/catalogue_head.hpp"
#include "generator/pages/catalogue_lists.hpp"
#include "generator/pages/clause_pages.hpp"
#include "generator/pages/query_address.hpp"
#include "generator/pages/text_rows.hpp"
#include "language/phones.hpp"
#include "model/choice.hpp"

namespace okienko::generator {
namespace {

using language::Language;
using search::Kind;
using search::Question;
using search::Result;

namespace parameter = search_parameter;

/// The address that asks the same again, but for another page of the answer.
std::string address_of(const Question& question, std::size_t number) {
    std::string address = in_language(question.language, kSearchAddress) + "?";
    auto add = [&address](std::string_view name, std::string_view value) {
        if (address.back() != '?') address += '&';
        address.append(name) += "=" + parameter_text(value);
    };
    add(parameter::kText, question.text);
    if (question.kind) add(parameter::kKind, model::name(*question.kind));
    if (!question.audience.empty()) add(parameter::kAudience, question.audience);
    if (question.only_free) add(parameter::kFree, "1");
    if (number > 1) add(parameter::kPage, std::to_string(number));
    return address;
}

View result_row(const Result& result, Language page, const Words& words) {
    View row{page};
    bool foreign = result.language != page;
    row.value("result_url", result.address);
    row.value("result_hreflang", foreign ? std::string{code(result.language)} : std::string{});
    row.html("result_name_html", marked_html(result.name), result.language);
    row.words("result_kind", words.label("search_kind", result.kind));
    row.html("result_excerpt_html", marked_html(result.excerpt), result.language);
    row.words("result_provider", result.provider, Language::Polish);
    bool has_phone = !result.phone.empty();
    row.value("result_phone", has_phone ? language::phone_display(result.phone) : "");
    row.value("result_phone_url", has_phone ? language::phone_uri(result.phone) : "");
    return row;
}

View option(const Words& words, std::string value, const std::string& name, bool chosen) {
    View row{words.language()};
    row.value("option_value", std::move(value));
    row.words("option_name", name);
    row.flag("option_chosen", chosen);
    return row;
}

void set_choices(View& view, const Site& site, const Question& question) {
    const auto& words = site.words_in(question.language);
    std::vector<View> kinds{option(words, "", words["search_page.any_kind"], !question.kind)};
    for (auto each : model::Choice<Kind>::kNames) {
        auto kind = *model::from_name<Kind>(each);
        kinds.push_back(option(
            words, std::string{each}, words.label("search_kinds", kind), question.kind == kind));
    }
    set_rows(view, "kinds", std::move(kinds));
    std::vector<View> audiences;
    // Their names are Polish.
    if (question.language == Language::Polish) {
        for (const auto* each : published_audiences(site)) {
            audiences.push_back(
                option(words, each->slug, each->name, question.audience == each->slug));
        }
    }
    set_rows(view, "audiences", std::move(audiences));
    view.flag("only_free", question.only_free);
    view.flag("is_narrowed",
              question.kind.has_value() || !question.audience.empty() || question.only_free);
}

void set_answer(View& view, const Site& site, const SearchPage& page) {
    const auto& words = site.words_in(page.question.language);
    std::vector<View> rows;
    std::size_t total = 0;
    std::string corrected;
    if (page.answer) {
        total = page.answer->total;
        corrected = page.answer->corrected.value_or("");
        for (const auto& result : page.answer->results) {
            rows.push_back(result_row(result, page.question.language, words));
        }
    }
    view.flag("is_answered", page.answer.has_value());
    view.words("found_count",
               total > 0 ? words.count("count.search_results", static_cast<std::int64_t>(total))
                         : words["search_page.nothing"]);
    view.value("corrected", std::move(corrected));
    auto number = page.question.offset / kResultsOnPage + 1;
    bool more = page.question.offset + rows.size() < total;
    view.value("previous_url", number > 1 ? address_of(page.question, number - 1) : "");
    view.value("next_url", more ? address_of(page.question, number + 1) : "");
    view.flag("has_more_pages", number > 1 || more);
    set_rows(view, "results", std::move(rows));
}

/// Life situations lead on where the search does not; they are told in Polish only.
void set_situations(View& view, const Site& site, const SearchPage& page) {
    std::vector<View> rows;
    bool has_results = page.answer && page.answer->total > 0;
    if (!has_results && page.question.language == Language::Polish) {
        for (const auto* each : published_situations(site)) {
            View row{Language::Polish};
            row.words("entry_name", each->name);
            row.value("entry_url", situation_address(each->slug));
            row.value("icon_url", site.icon(each->icon));
            rows.push_back(std::move(row));
        }
    }
    set_rows(view, "situations", std::move(rows));
}

}  // namespace

std::string marked_html(const search::MarkedText& text) {
    std::string html;
    std::size_t at = 0;
    std::string_view plain = text.text;
    for (const auto& mark : text.marks) {
        append_escaped(html, plain.substr(at, mark.begin - at));
        html += "<mark>";
        append_escaped(html, mark.in(plain));
        html += "</mark>";
        at = mark.end;
    }
    append_escaped(html, plain.substr(at));
    return html;
}

PageHead search_head(const Site& site, const SearchPage& page) {
    const auto& question = page.question;
    const auto& words = site.words_in(question.language);
    PageHead head;
    head.address = in_language(question.language, kSearchAddress);
    head.title = question.text.empty()
                     ? words["search_page.title"]
                     : words.format("search_page.title_of", {{"text", question.text}});
    head.description = words["search_page.lead"];
    head.language = question.language;
    head.section = Section::Search;
    head.indexing = Indexing::Unlisted;
    for (auto other : site.settings().site.languages) {
        if (other == question.language) continue;
        head.translations.push_back({other, in_language(other, kSearchAddress)});
    }
    return head;
}

View search_view(const Site& site, const SearchPage& page) {
    View view{page.question.language};
    view.value("search_text", page.question.text);
    view.flag("has_server", page.has_server);
    auto language = page.question.language;
    bool has_list = language == Language::Polish || !site.services_in(language).empty();
    view.value("services_url",
               in_language(has_list ? language : Language::Polish, kServiceList.address));
    view.nothing("page_qr_html");
    set_clause(view, site, ClauseCase::Statistics);
    set_choices(view, site, page.question);
    set_answer(view, site, page);
    set_situations(view, site, page);
    return view;
}

void add_search_pages(const Site& site, Pages& pages) {
    for (auto language : site.settings().site.languages) {
        SearchPage page;
        page.question.language = language;
        page.has_server = false;
        pages.push_back({.head = search_head(site, page),
                         .template_name = "search",
                         .body = [&site, page] { return search_view(site, page); }});
    }
}

}  // namespace okienko::generator
