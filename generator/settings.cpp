#include "generator/settings.hpp"

#include <algorithm>
#include <stdexcept>

#include "generator/smtp_address.hpp"
#include "language/local_time.hpp"
#include "model/schedule.hpp"

namespace okienko::generator {
namespace {

using model::Count;
using model::Field;
using model::Kind;
using model::Node;
using model::Presence;

constexpr auto kRequired = Presence::Required;
constexpr auto kOptional = Presence::Optional;

constexpr Field kCentre[] = {
    {"name", Kind::Text, kRequired, Count::One, 120},
    {"short_name", Kind::Text, kRequired, Count::One, 40},
    {"tagline", Kind::Text, kRequired, Count::One, 160},
    {"municipality", Kind::Text, kRequired, Count::One, 80},
    {"provider", Kind::Slug},
    {"notice", Kind::Text, kOptional, Count::One, 240},
};

constexpr Field kSite[] = {
    {"url", Kind::WebAddress, kRequired},
    {"theme", Kind::Slug},
    {"time_zone", Kind::Text},
    {"languages", Kind::LanguageCode, kOptional, Count::List},
    {"keep_releases", Kind::Integer, kOptional, Count::One, 1000},
    {"news_on_home", Kind::Integer, kOptional, Count::One, 20},
    {"calendar_days", Kind::Integer, kOptional, Count::One, 1100},
    {"precompress", Kind::Boolean, kOptional, Count::One},
};

constexpr Field kHours[] = {
    {"days", Kind::Text, kRequired, Count::List},
    {"opens", Kind::TimeOfDay, kRequired},
    {"closes", Kind::TimeOfDay, kRequired},
};

constexpr Field kSpecialDays[] = {
    {"from", Kind::Date, kRequired},
    {"until", Kind::Date},
    {"opens", Kind::TimeOfDay},
    {"closes", Kind::TimeOfDay},
};

constexpr Field kContact[] = {
    {"phone", Kind::Phone, kRequired},
    {"email", Kind::Email, kRequired},
    {"street", Kind::Text, kRequired, Count::One, 120},
    {"postal_code", Kind::PostalCode, kRequired},
    {"city", Kind::Text, kRequired, Count::One, 80},
    {"e_delivery", Kind::Text, kOptional, Count::One, 80},
    {"bip", Kind::WebAddress, kRequired},
    {"hours", Kind::Group, kRequired, Count::List, 0, {}, kHours},
    {"special_days", Kind::Group, kOptional, Count::List, 0, {}, kSpecialDays},
};

constexpr Field kApps[] = {
    {"name", Kind::Text, kRequired, Count::One, 120},
    {"url", Kind::WebAddress, kRequired},
};

constexpr Field kAccessibility[] = {
    {"scope", Kind::Text, kRequired, Count::One, 200},
    {"published_on", Kind::Date, kRequired},
    {"updated_on", Kind::Date, kRequired},
    {"declared_on", Kind::Date, kRequired},
    {"reviewed_on", Kind::Date},
    {"status", Kind::Choice, kRequired, Count::One, 0, model::Choice<ComplianceStatus>::kNames},
    {"assessment", Kind::Text, kRequired, Count::One, 300},
    {"report_url", Kind::WebAddress},
    {"barriers", Kind::Text, kOptional, Count::List, 600},
    {"exempt", Kind::Text, kOptional, Count::List, 600},
    {"costs", Kind::Text, kOptional, Count::List, 600},
    {"costs_url", Kind::WebAddress},
    {"shortcuts", Kind::Text, kOptional, Count::List, 300},
    {"contact_unit", Kind::Text, kRequired, Count::One, 120},
    {"contact_phone", Kind::Phone, kRequired},
    {"contact_email", Kind::Email, kRequired},
    {"apps", Kind::Group, kOptional, Count::List, 0, {}, kApps},
    {"architecture", Kind::Text, kRequired, Count::List, 600},
    {"architecture_url", Kind::WebAddress},
    {"communication", Kind::Text, kRequired, Count::List, 600},
};

constexpr Field kClauses[] = {
    {"case", Kind::Choice, kRequired, Count::One, 0, model::Choice<ClauseCase>::kNames},
    {"summary", Kind::Text, kRequired, Count::One, 400},
    {"purpose", Kind::Text, kRequired, Count::One, 600},
    {"basis", Kind::Choice, kRequired, Count::List, 0, model::Choice<LegalBasis>::kNames},
    {"law", Kind::Text, kRequired, Count::One, 600},
    {"special_categories", Kind::Text, kOptional, Count::One, 600},
    {"recipients", Kind::Text, kRequired, Count::One, 600},
    {"transfers", Kind::Text, kRequired, Count::One, 400},
    {"retention", Kind::Text, kRequired, Count::One, 400},
    {"necessity", Kind::Text, kRequired, Count::One, 600},
    {"automated_decisions", Kind::Text, kRequired, Count::One, 400},
};

constexpr Field kPrivacy[] = {
    {"officer_email", Kind::Email, kRequired},
    {"officer_phone", Kind::Phone},
    {"officer_hours", Kind::Text, kOptional, Count::One, 120},
    {"clauses", Kind::Group, kRequired, Count::List, 0, {}, kClauses},
};

constexpr Field kForms[] = {
    {"contact", Kind::Boolean},
    {"outdated", Kind::Boolean},
    {"feedback", Kind::Boolean},
    {"message_days", Kind::Integer, kOptional, Count::One, 3650},
    {"submissions", Kind::Boolean},
    {"draft_days", Kind::Integer, kOptional, Count::One, 365},
    {"submission_days", Kind::Integer, kOptional, Count::One, 3650},
};

constexpr Field kFunding[] = {
    {"text", Kind::Text, kRequired, Count::One, 400},
};

constexpr Field kImportedTerm[] = {
    {"taxonomy", Kind::Text, kOptional, Count::One, 200},
    {"term", Kind::Text, kRequired, Count::One, 200},
    {"domain", Kind::Slug},
    {"audience", Kind::Slug},
    {"situation", Kind::Slug},
};

constexpr Field kImport[] = {
    {"domain", Kind::Slug},
    {"audience", Kind::Slug},
    {"situation", Kind::Slug},
    {"terms", Kind::Group, kOptional, Count::List, 0, {}, kImportedTerm},
};

constexpr Field kMail[] = {
    {"from_name", Kind::Text, kOptional, Count::One, 120},
    {"from_address", Kind::Email},
    {"reply_to", Kind::Email},
    {"smtp", Kind::Text, kOptional, Count::One, 300},
    {"security", Kind::Choice, kOptional, Count::One, 0, model::Choice<MailSecurity>::kNames},
    {"user", Kind::Text, kOptional, Count::One, 254},
    {"password_file", Kind::Text, kOptional, Count::One, 300},
};

constexpr Field kSettings[] = {
    {"centre", Kind::Group, kRequired, Count::One, 0, {}, kCentre},
    {"site", Kind::Group, kRequired, Count::One, 0, {}, kSite},
    {"contact", Kind::Group, kRequired, Count::One, 0, {}, kContact},
    {"accessibility", Kind::Group, kRequired, Count::One, 0, {}, kAccessibility},
    {"privacy", Kind::Group, kOptional, Count::One, 0, {}, kPrivacy},
    {"forms", Kind::Group, kOptional, Count::One, 0, {}, kForms},
    {"import", Kind::Group, kOptional, Count::One, 0, {}, kImport},
    {"mail", Kind::Group, kOptional, Count::One, 0, {}, kMail},
    {"funding", Kind::Group, kOptional, Count::One, 0, {}, kFunding},
};

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
    explicit SettingsReader(const model::Document& document) : document_(document) {}

    Settings read() {
        const Node& root = document_.root;
        Settings settings{.centre = read_centre(root.table("centre")),
                          .site = read_site(root.table("site")),
                          .contact = read_contact(root.table("contact")),
                          .accessibility = read_accessibility(root.table("accessibility")),
                          .privacy = read_privacy(root.table("privacy")),
                          .forms = read_forms(root.table("forms")),
                          .import = read_import(root.table("import")),
                          .mail = read_mail(root.table("mail")),
                          .funding = root.table("funding").text("text")};
        // People know the centre by these anyway.
        if (settings.mail.from_name.empty()) settings.mail.from_name = settings.centre.name;
        if (settings.mail.from_address.empty()) settings.mail.from_address = settings.contact.email;
        return settings;
    }

    [[nodiscard]] model::Problems& problems() { return problems_; }

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
                report(*zone,
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
            report(*node.find("keep_releases"), "trzeba zachować co najmniej jedno wydanie", {});
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
                report(each, "nie mamy tłumaczenia na ten język", "wybierz spośród: pl, en, uk");
            }
        }
        if (languages.empty() || languages.front() != language::Language::Polish) {
            report(
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
                report(day, "to nie jest dzień tygodnia", "mo tu we th fr sa su");
            }
        }
        if (hours.closes <= hours.opens) {
            report(*node.find("closes"), "godziny kończą się, zanim się zaczną", {});
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
            report(*node.find("until"), "dni kończą się, zanim się zaczną", {});
        }
        if (days.opens.has_value() != days.closes.has_value()) {
            report(node,
                   "podaj obie godziny, opens i closes, albo żadnej",
                   "bez godzin centrum jest w te dni zamknięte");
        } else if (days.opens && *days.closes <= *days.opens) {
            report(*node.find("closes"), "godziny kończą się, zanim się zaczną", {});
        }
        return days;
    }

    AccessibilitySettings read_accessibility(const Node& node) {
        check_declaration_dates(node);
        check_declaration_status(node);
        return {.scope = node.text("scope"),
                .published_on = node.date("published_on").value(),
                .updated_on = node.date("updated_on").value(),
                .declared_on = node.date("declared_on").value(),
                .reviewed_on = node.date("reviewed_on"),
                .status = node.choice<ComplianceStatus>("status").value(),
                .assessment = node.text("assessment"),
                .report_url = node.text("report_url"),
                .barriers = node.texts("barriers"),
                .exempt = node.texts("exempt"),
                .costs = node.texts("costs"),
                .costs_url = node.text("costs_url"),
                .shortcuts = node.texts("shortcuts"),
                .contact_unit = node.text("contact_unit"),
                .contact_phone = node.text("contact_phone"),
                .contact_email = node.text("contact_email"),
                .apps = read_apps(node),
                .architecture = node.texts("architecture"),
                .architecture_url = node.text("architecture_url"),
                .communication = node.texts("communication")};
    }

    static std::vector<MobileApp> read_apps(const Node& node) {
        std::vector<MobileApp> apps;
        for (const auto& app : node.groups("apps")) {
            apps.push_back({.name = app.text("name"), .url = app.text("url")});
        }
        return apps;
    }

    void check_declaration_dates(const Node& node) {
        if (node.date("updated_on") < node.date("published_on")) {
            report(*node.find("updated_on"),
                   "stronę zmieniono, zanim ją opublikowano",
                   "popraw published_on albo updated_on");
        }
        if (node.find("reviewed_on") && node.date("reviewed_on") < node.date("declared_on")) {
            report(*node.find("reviewed_on"),
                   "przegląd deklaracji jest wcześniejszy niż sama deklaracja",
                   "popraw declared_on albo reviewed_on");
        }
    }

    /// A site that complies in full has nothing to list, and an excuse of costs needs its analysis.
    void check_declaration_status(const Node& node) {
        if (node.choice<ComplianceStatus>("status") == ComplianceStatus::Full) {
            for (const auto* key : {"barriers", "exempt", "costs"}) {
                if (const Node* listed = node.find(key)) {
                    report(*listed,
                           "strona jest w pełni zgodna, a wymieniasz niedostępne treści",
                           "wpisz status = \"partial\" albo usuń tę listę");
                }
            }
        }
        if (node.find("costs") && !node.find("costs_url")) {
            report(*node.find("costs"),
                   "nadmierne koszty bez opublikowanej analizy",
                   "dopisz costs_url, adres tej analizy");
        }
    }

    PrivacySettings read_privacy(const Node& node) {
        PrivacySettings privacy{.officer_email = node.text("officer_email"),
                                .officer_phone = node.text("officer_phone"),
                                .officer_hours = node.text("officer_hours"),
                                .clauses = {}};
        for (const auto& group : node.groups("clauses")) {
            auto clause = read_clause(group);
            bool twin = std::any_of(
                privacy.clauses.begin(), privacy.clauses.end(), [&clause](const auto& other) {
                    return other.subject == clause.subject;
                });
            if (twin) {
                report(*group.find("case"), "ta sprawa ma już klauzulę", "zostaw jedną z nich");
            }
            privacy.clauses.push_back(std::move(clause));
        }
        return privacy;
    }

    static PrivacyClause read_clause(const Node& node) {
        return {.subject = node.choice<ClauseCase>("case").value(),
                .summary = node.text("summary"),
                .purpose = node.text("purpose"),
                .bases = node.choices<LegalBasis>("basis"),
                .law = node.text("law"),
                .special_categories = node.text("special_categories"),
                .recipients = node.text("recipients"),
                .transfers = node.text("transfers"),
                .retention = node.text("retention"),
                .necessity = node.text("necessity"),
                .automated_decisions = node.text("automated_decisions")};
    }

    FormSettings read_forms(const Node& node) {
        FormSettings forms;
        forms.contact = node.boolean("contact");
        forms.outdated = node.boolean("outdated");
        forms.feedback = node.boolean("feedback");
        forms.message_days = integer_or(node, "message_days", forms.message_days);
        if (forms.message_days < 1) {
            report(*node.find("message_days"), "wiadomości trzeba trzymać choć jeden dzień", {});
        }
        forms.submissions = node.boolean("submissions");
        forms.draft_days = integer_or(node, "draft_days", forms.draft_days);
        if (forms.draft_days < 1) {
            report(*node.find("draft_days"), "szkice trzeba trzymać choć jeden dzień", {});
        }
        forms.submission_days = integer_or(node, "submission_days", forms.submission_days);
        if (forms.submission_days < 1) {
            report(*node.find("submission_days"), "zgłoszenia trzeba trzymać choć jeden dzień", {});
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

    MailSettings read_mail(const Node& node) {
        return {.from_name = node.text("from_name"),
                .from_address = node.text("from_address"),
                .reply_to = node.text("reply_to"),
                .smtp = read_smtp(node)};
    }

    std::optional<SmtpSettings> read_smtp(const Node& node) {
        const Node* address = node.find("smtp");
        if (!address) {
            report_without_server(node);
            return std::nullopt;
        }
        auto parsed = parse_smtp_address(*address->as<std::string>());
        if (!parsed) {
            report(*address,
                   "to nie jest adres serwera poczty",
                   "np. \"smtp://poczta.gmina.pl:587\"; szyfrowanie wybiera pole security");
            return std::nullopt;
        }
        auto security = node.choice<MailSecurity>("security").value_or(MailSecurity::StartTls);
        if (security == MailSecurity::None && !is_this_machine(parsed->host)) {
            report(*node.find("security"),
                   "bez szyfrowania wolno wysyłać tylko przez serwer na tym samym komputerze",
                   "wpisz \"starttls\" albo \"tls\"");
        }
        check_login(node);
        return SmtpSettings{.host = parsed->host,
                            .port = parsed->port.value_or(usual_port(security)),
                            .security = security,
                            .user = node.text("user"),
                            .password_file = node.text("password_file")};
    }

    void report_without_server(const Node& node) {
        for (const auto* key : {"security", "user", "password_file"}) {
            if (const Node* value = node.find(key)) {
                report(*value,
                       "nie wiadomo, jakiego serwera poczty to dotyczy",
                       "dopisz smtp, np. \"smtp://poczta.gmina.pl:587\"");
            }
        }
    }

    void check_login(const Node& node) {
        const Node* user = node.find("user");
        const Node* password = node.find("password_file");
        if (user && !password) {
            report(*user, "użytkownik bez hasła", "dopisz password_file, plik z hasłem");
        } else if (password && !user) {
            report(*password, "hasło bez użytkownika", "dopisz user");
        }
    }

    static int integer_or(const Node& node, std::string_view key, int otherwise) {
        return static_cast<int>(node.integer(key).value_or(otherwise));
    }

    void report(const Node& node, std::string message, std::string remedy) {
        problems_.push_back(model::problem_at(
            document_, node.line, node.column, std::move(message), std::move(remedy)));
    }

    const model::Document& document_;
    model::Problems problems_;
};

}  // namespace

std::span<const Field> settings_fields() {
    return kSettings;
}

model::Checked<Settings, model::Problem> read_settings(const model::Document& document) {
    model::Problems problems;
    model::check_fields(document, document.root, kSettings, problems);
    if (!problems.empty()) return problems;
    SettingsReader reader{document};
    auto settings = reader.read();
    if (!reader.problems().empty()) return reader.problems();
    return settings;
}

}  // namespace okienko::generator
