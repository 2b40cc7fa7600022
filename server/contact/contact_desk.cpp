#include "server/contact/contact_desk.hpp"

#include <algorithm>
#include <array>

#include "language/local_time.hpp"
#include "model/spoken_code.hpp"
#include "server/contact/contact_form.hpp"
#include "server/contact/contact_mail.hpp"
#include "server/contact/contact_pages.hpp"
#include "server/same_origin.hpp"

namespace okienko::server {
namespace {

using language::Language;
using std::chrono::floor;
using std::chrono::seconds;

constexpr std::string_view kPurpose = "contact";
constexpr seconds kShortestFill{3};
constexpr seconds kLongestFill{24 * 3600};

/// In each language; a Route keeps views of them.
struct Addresses {
    std::string form;
    std::string sent;
};

const Addresses& addresses_in(Language language) {
    static const std::array<Addresses, 3> kAddresses = [] {
        std::array<Addresses, 3> all;
        for (auto each : {Language::Polish, Language::English, Language::Ukrainian}) {
            all[static_cast<std::size_t>(each)] = {generator::in_language(each, kContactAddress),
                                                   generator::in_language(each, kSentAddress)};
        }
        return all;
    }();
    return kAddresses[static_cast<std::size_t>(language)];
}

Response html_response(int status, std::string html) {
    return {status,
            {{"Content-Type", "text/html; charset=utf-8"}, {"Cache-Control", "no-store"}},
            std::move(html)};
}

/// "7F3-Q2M" and nothing else: the page prints what stands in the address.
bool is_case_number(std::string_view text) {
    auto spoken = [](char c) { return model::kSpokenLetters.find(c) != std::string_view::npos; };
    return text.size() == 7 && text[3] == '-' && std::ranges::all_of(text.substr(0, 3), spoken) &&
           std::ranges::all_of(text.substr(4), spoken);
}

}  // namespace

std::vector<Route> ContactDesk::routes() {
    std::vector<Route> routes;
    for (auto language : parts_.live.get()->site().settings().site.languages) {
        const auto& addresses = addresses_in(language);
        routes.push_back({"GET", addresses.form, [this, language](const Request& request) {
                              return show_form(request, language);
                          }});
        routes.push_back({"POST", addresses.form, [this, language](const Request& request) {
                              return take(request, language);
                          }});
        routes.push_back({"GET", addresses.sent, [this, language](const Request& request) {
                              return show_sent(request, language);
                          }});
    }
    return routes;
}

Response ContactDesk::show_form(const Request& request, Language language) {
    auto live = parts_.live.get();
    ContactPage page;
    page.language = language;
    page.token = tokens_.issue(kPurpose, floor<seconds>(parts_.now()));
    auto query = FormFields::read(request.query);
    auto slug = query ? query->line(contact_field::kService) : std::string{};
    if (auto service = live->site().service(slug)) {
        page.form.service = slug;
        page.form.subject = service->name();
    }
    return html_response(200, contact_page(*live, page));
}

Response ContactDesk::take(const Request& request, Language language) {
    auto fields = FormFields::read(request.body);
    if (!fields) return bare_response(400);
    auto live = parts_.live.get();
    auto now = floor<seconds>(parts_.now());
    auto issued = tokens_.read(kPurpose, fields->raw(contact_field::kToken));
    auto age = issued ? now - issued->issued_at : seconds{0};

    ContactPage page;
    page.language = language;
    page.form = read_contact_form(*fields);
    bool fresh = issued && age <= kLongestFill;
    // The same form again is the same message; a form that is too old gets a new token.
    page.token = fresh ? fields->raw(contact_field::kToken) : tokens_.issue(kPurpose, now);
    auto again = [&](int status) { return html_response(status, contact_page(*live, page)); };

    auto checked = check_contact_form(page.form);
    if (!checked.ok()) {
        page.faults = checked.problems();
        // Whoever sends it again after the warning means it.
        page.form.pesel_meant =
            page.form.pesel_meant || std::ranges::any_of(page.faults, [](const FieldFault& fault) {
                return fault.word == "pesel";
            });
        return again(422);
    }
    bool person = fresh && age >= kShortestFill && fields->raw(contact_field::kTrap).empty();
    if (!person || !comes_from_own_page(request)) {
        parts_.metrics.count_refused_message();
        page.notice = ContactNotice::SendAgain;
        return again(422);
    }
    if (!limit_.allow(request.client, std::chrono::steady_clock::now())) {
        parts_.metrics.count_refused_message();
        page.notice = ContactNotice::TooMany;
        return again(429);
    }
    auto message = checked.value();
    message.language = code(language);
    const auto& settings = live->site().settings();
    auto today = language::local_time(now, settings.site.time_zone).date;
    auto purge_on = std::chrono::sys_days{today} + std::chrono::days{settings.forms.message_days};
    try {
        db::Office::Arrival arrival{
            .form_id = issued->id, .at = now, .purge_on = model::Date{purge_on}};
        if (!message.email.empty()) {
            arrival.confirmation = [&](const std::string& number) {
                return confirmation_mail(*live, message, number);
            };
        }
        auto number = parts_.office.receive(message, arrival);
        if (arrival.confirmation) parts_.mail_waits();
        parts_.metrics.count_message();
        auto response = bare_response(303);
        response.headers.push_back({"Location", addresses_in(language).sent + "?sprawa=" + number});
        return response;
    } catch (const std::exception& failure) {
        parts_.log(failure_line(parts_.now(), "OFFICE", failure.what()));
        page.notice = ContactNotice::CannotStore;
        return again(503);
    }
}

Response ContactDesk::show_sent(const Request& request, Language language) {
    auto query = FormFields::read(request.query);
    auto number = query ? query->line("sprawa") : std::string{};
    if (!is_case_number(number)) {
        auto response = bare_response(303);
        response.headers.push_back({"Location", addresses_in(language).form});
        return response;
    }
    return html_response(200, sent_page(*parts_.live.get(), language, number));
}

}  // namespace okienko::server
