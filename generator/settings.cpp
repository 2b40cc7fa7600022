#include "generator/settings.hpp"

#include <algorithm>
#include <stdexcept>

#include "generator/accessibility_settings.hpp"
#include "generator/mail_settings.hpp"
#include "generator/privacy_settings.hpp"
#include "generator/settings_problems.hpp"
#include "language/local_time.hpp"
#include "model/schedule.hpp"

namespace okienko::generator {
namespace {

using model::Node;

bool is_time_zone(std::string_view name) {
    try {
        static_cast<void>(language::local_time({}, name));
        return true;
    } catch (const std::invalid_argument&) {
        return false;
    }
}

/// Reads groups whose form is already checked and reports what the form cannot say.
class SettingsReader {
  public:
    explicit SettingsReader(const model::Document& document)
        : document_(document), problems_(document) {}

    Settings read() {
        const Node& root = document_.root;
        Settings settings{
            .centre = read_centre(root.table("centre")),
            .site = read_site(root.table("site")),
            .contact = read_contact(root.table("contact")),
            .accessibility = read_accessibility_settings(root.table("accessibility"), problems_),
            .privacy = read_privacy_settings(root.table("privacy"), problems_),
            .forms = read_forms(root.table("forms")),
            .import = read_import(root.table("import")),
            .mail = read_mail_settings(root.table("mail"), problems_),
            .funding = root.table("funding").text("text")};
        // People know the centre by these anyway.
        if (settings.mail.from_name.empty()) settings.mail.from_name = settings.centre.name;
        if (settings.mail.from_address.empty()) settings.mail.from_address = settings.contact.email;
        return settings;
    }

    [[nodiscard]] const model::Problems& problems() const { return problems_.all(); }

  private:
    static CentreSettings read_centre(const Node& node) {
        return {.name = node.text("name"),
                .short_name = node.text("short_name"),
                .tagline = node.text("tagline"),
                .municipality = node.text("municipality"),
                .provider = node.text("provider"),
                .notice = node.text("notice")};
    }

    SiteSettings read_site(const Node& node) {
        SiteSettings site;
        site.url = node.text("url");
        while (site.url.ends_with('/')) site.url.pop_back();
        if (node.find("theme")) site.theme = node.text("theme");
        if (const Node* zone = node.find("time_zone")) {
            site.time_zone = *zone->as<std::string>();
            if (!is_time_zone(site.time_zone)) {
                problems_.report(*zone,
                                 "nie ma strefy czasowej „" + site.time_zone + "”",
                                 "np. \"Europe/Warsaw\"");
            }
        }
        if (node.find("languages")) site.languages = read_languages(node);
        site.keep_releases = integer_or(node, "keep_releases", site.keep_releases);
        site.news_on_home = integer_or(node, "news_on_home", site.news_on_home);
        site.calendar_days = integer_or(node, "calendar_days", site.calendar_days);
        site.precompress = node.boolean("precompress", site.precompress);
        if (site.keep_releases < 1) {
            problems_.report(
                *node.find("keep_releases"), "trzeba zachować co najmniej jedno wydanie", {});
        }
        return site;
    }

    std::vector<language::Language> read_languages(const Node& node) {
        std::vector<language::Language> languages;
        for (const auto& each : node.groups("languages")) {
            auto known = language::language_from_code(*each.as<std::string>());
            if (known) {
                languages.push_back(*known);
            } else {
                problems_.report(
                    each, "nie mamy tłumaczenia na ten język", "wybierz spośród: pl, en, uk");
            }
        }
        if (languages.empty() || languages.front() != language::Language::Polish) {
            problems_.report(
                *node.find("languages"), "pierwszym językiem strony musi być polski", "[\"pl\"]");
        }
        return languages;
    }

    ContactSettings read_contact(const Node& node) {
        ContactSettings contact{.phone = node.text("phone"),
                                .email = node.text("email"),
                                .street = node.text("street"),
                                .postal_code = node.text("postal_code"),
                                .city = node.text("city"),
                                .e_delivery = node.text("e_delivery"),
                                .bip = node.text("bip"),
                                .hours = {},
                                .special_days = {}};
        for (const auto& group : node.groups("hours")) contact.hours.push_back(read_hours(group));
        for (const auto& group : node.groups("special_days")) {
            contact.special_days.push_back(read_special_days(group));
        }
        return contact;
    }

    OfficeHours read_hours(const Node& node) {
        OfficeHours hours{
            .days = {}, .opens = node.time("opens").value(), .closes = node.time("closes").value()};
        for (const auto& day : node.groups("days")) {
            auto parsed = model::parse_schedule_day(*day.as<std::string>());
            if (parsed && parsed->ordinal == 0) {
                hours.days.push_back(parsed->weekday);
            } else {
                problems_.report(day, "to nie jest dzień tygodnia", "mo tu we th fr sa su");
            }
        }
        if (hours.closes <= hours.opens) {
            problems_.report(*node.find("closes"), "godziny kończą się, zanim się zaczną", {});
        }
        return hours;
    }

    SpecialDays read_special_days(const Node& node) {
        auto from = node.date("from").value();
        SpecialDays days{.from = from,
                         .until = node.date("until").value_or(from),
                         .opens = node.time("opens"),
                         .closes = node.time("closes")};
        if (days.until < days.from) {
            problems_.report(*node.find("until"), "dni kończą się, zanim się zaczną", {});
        }
        if (days.opens.has_value() != days.closes.has_value()) {
            problems_.report(node,
                             "podaj obie godziny, opens i closes, albo żadnej",
                             "bez godzin centrum jest w te dni zamknięte");
        } else if (days.opens && *days.closes <= *days.opens) {
            problems_.report(*node.find("closes"), "godziny kończą się, zanim się zaczną", {});
        }
        return days;
    }

    FormSettings read_forms(const Node& node) {
        FormSettings forms;
        forms.contact = node.boolean("contact");
        forms.outdated = node.boolean("outdated");
        forms.feedback = node.boolean("feedback");
        forms.message_days = integer_or(node, "message_days", forms.message_days);
        if (forms.message_days < 1) {
            problems_.report(
                *node.find("message_days"), "wiadomości trzeba trzymać choć jeden dzień", {});
        }
        forms.submissions = node.boolean("submissions");
        forms.draft_days = integer_or(node, "draft_days", forms.draft_days);
        if (forms.draft_days < 1) {
            problems_.report(
                *node.find("draft_days"), "szkice trzeba trzymać choć jeden dzień", {});
        }
        forms.submission_days = integer_or(node, "submission_days", forms.submission_days);
        if (forms.submission_days < 1) {
            problems_.report(
                *node.find("submission_days"), "zgłoszenia trzeba trzymać choć jeden dzień", {});
        }
        return forms;
    }

    static ImportRules read_import(const Node& node) {
        ImportRules rules{.domain = node.text("domain"),
                          .audience = node.text("audience"),
                          .situation = node.text("situation"),
                          .terms = {}};
        for (const auto& term : node.groups("terms")) {
            rules.terms.push_back({.taxonomy = term.text("taxonomy"),
                                   .term = term.text("term"),
                                   .domain = term.text("domain"),
                                   .audience = term.text("audience"),
                                   .situation = term.text("situation")});
        }
        return rules;
    }

    static int integer_or(const Node& node, std::string_view key, int otherwise) {
        return static_cast<int>(node.integer(key).value_or(otherwise));
    }

    const model::Document& document_;
    SettingsProblems problems_;
};

}  // namespace

model::Checked<Settings, model::Problem> read_settings(const model::Document& document) {
    model::Problems problems;
    model::check_fields(document, document.root, settings_fields(), problems);
    if (!problems.empty()) return problems;
    SettingsReader reader{document};
    auto settings = reader.read();
    if (!reader.problems().empty()) return reader.problems();
    return settings;
}

}  // namespace okienko::generator
