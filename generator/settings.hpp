#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/language.hpp"
#include "model/checked.hpp"
#include "model/choice.hpp"
#include "model/date.hpp"
#include "model/document.hpp"
#include "model/field.hpp"

namespace okienko::generator {

/// The three fixed sentences of the accessibility declaration (Warunki techniczne v2.0).
enum class ComplianceStatus { Full, Partial, None };

/// Hours in which somebody answers, on some days of the week.
struct OfficeHours {
    std::vector<std::chrono::weekday> days;
    model::TimeOfDay opens{};
    model::TimeOfDay closes{};
};

/// Days on which the centre keeps other hours than in every week, or none.
struct SpecialDays {
    model::Date from{};
    model::Date until{};                    ///< The last of them; the same day for one.
    std::optional<model::TimeOfDay> opens;  ///< Neither hour: closed.
    std::optional<model::TimeOfDay> closes;
};

struct CentreSettings {
    std::string name;
    std::string short_name;
    std::string tagline;
    std::string municipality;
    std::string provider;  ///< Slug of the provider that is the centre itself; may be empty.
    std::string notice;    ///< Shown on top of every page; empty for none.
};

struct SiteSettings {
    std::string url;  ///< Public address without a final slash.
    std::string theme = "default";
    std::string time_zone = "Europe/Warsaw";
    std::vector<language::Language> languages{language::Language::Polish};
    int keep_releases = 5;
    int news_on_home = 3;
    int calendar_days = 365;
    bool precompress = false;  ///< Whether text files get .gz and .br twins.
};

struct ContactSettings {
    std::string phone;
    std::string email;
    std::string street;
    std::string postal_code;
    std::string city;
    std::string e_delivery;
    std::string bip;
    std::vector<OfficeHours> hours;
    std::vector<SpecialDays> special_days;
};

struct MobileApp {
    std::string name;
    std::string url;  ///< Where to download it.
};

struct AccessibilitySettings {
    std::string scope;
    model::Date published_on{};
    model::Date updated_on{};
    model::Date declared_on{};
    std::optional<model::Date> reviewed_on;
    ComplianceStatus status = ComplianceStatus::Partial;
    std::string assessment;
    std::string report_url;             ///< Of the audit or self-assessment; may be empty.
    std::vector<std::string> barriers;  ///< What does not comply.
    std::vector<std::string> exempt;    ///< What the act does not cover.
    std::vector<std::string> costs;     ///< What would cost too much, by the published analysis.
    std::string costs_url;
    std::vector<std::string> shortcuts;  ///< Only if they differ from the usual ones.
    std::string contact_unit;
    std::string contact_phone;
    std::string contact_email;
    std::vector<MobileApp> apps;
    std::vector<std::string> architecture;
    std::string architecture_url;
    std::vector<std::string> communication;
};

/// What the information about personal data (art. 13 RODO) is given for: once for each form and
/// kind of case.
enum class ClauseCase {
    Contact,
    Application,
    Submission,
    Notifications,
    Statistics,
    Outdated,
    Feedback
};

/// Art. 6 ust. 1 RODO, letters a, b, c, d and e. A public body does not rely on f.
enum class LegalBasis { Consent, Contract, Obligation, VitalInterest, PublicTask };

/// One clause. The controller, the officer, the rights and the right to complain are the same in
/// all of them or follow from the basis.
struct PrivacyClause {
    ClauseCase subject{};
    std::string summary;  ///< What stands beside the form.
    std::string purpose;
    std::vector<LegalBasis> bases;
    std::string law;                 ///< The provisions behind the bases.
    std::string special_categories;  ///< Basis for data of art. 9; may be empty.
    std::string recipients;
    std::string transfers;
    std::string retention;
    std::string necessity;  ///< Whether one must give the data, and what happens otherwise.
    std::string automated_decisions;
};

struct PrivacySettings {
    std::string officer_email;  ///< Empty when the centre has not filled in [privacy] yet.
    std::string officer_phone;
    std::string officer_hours;
    std::vector<PrivacyClause> clauses;
};

/// What people can send to the centre through `okienko serve`.
struct FormSettings {
    bool contact = false;       ///< Whether there is a contact form.
    bool outdated = false;      ///< Whether readers can report what is not true on a service sheet.
    bool feedback = false;      ///< Whether pages ask if they are clear.
    int message_days = 365;     ///< After so many days a message is removed from office.db.
    bool submissions = false;   ///< Whether institutions can send their services.
    int draft_days = 30;        ///< After so many days without a change a draft is removed.
    int submission_days = 730;  ///< After so many days a submission that was sent is removed.

    [[nodiscard]] bool any() const { return contact || outdated || feedback || submissions; }
};

/// A term of somebody else's taxonomy, and our words that stand for it when cards are imported.
struct ImportedTerm {
    std::string taxonomy;  ///< Its name or id; empty for any.
    std::string term;      ///< Its code, name or id.
    std::string domain;
    std::string audience;
    std::string situation;
};

/// What an imported card gets where its source says nothing.
struct ImportRules {
    std::string domain;
    std::string audience;
    std::string situation;
    std::vector<ImportedTerm> terms;
};

enum class MailSecurity { StartTls, Tls, None };

/// The mail server that takes the centre's mails.
struct SmtpSettings {
    std::string host;  ///< A name or an address: "poczta.gmina.pl", "127.0.0.1", "[::1]".
    int port = 0;
    MailSecurity security = MailSecurity::StartTls;  ///< None only for this very machine.
    std::string user;                                ///< Empty: without logging in.
    std::string password_file;                       ///< From the centre's folder, or absolute.
};

struct MailSettings {
    std::string from_name;             ///< The centre's name unless set.
    std::string from_address;          ///< The centre's address unless set.
    std::string reply_to;              ///< May be empty.
    std::optional<SmtpSettings> smtp;  ///< Without it mails are written to outbox/.
};

/// okienko.toml: what a centre says about itself once, for every page.
struct Settings {
    CentreSettings centre;
    SiteSettings site;
    ContactSettings contact;
    AccessibilitySettings accessibility;
    PrivacySettings privacy;
    FormSettings forms;
    ImportRules import;
    MailSettings mail;
    std::string funding;  ///< The line about European money; may be empty.
};

/// Every key of okienko.toml, for the reader and for the documentation test.
std::span<const model::Field> settings_fields();

model::Checked<Settings, model::Problem> read_settings(const model::Document& document);

}  // namespace okienko::generator

template <>
struct okienko::model::Choice<okienko::generator::ComplianceStatus> {
    static constexpr std::array<std::string_view, 3> kNames{"full", "partial", "none"};
};
template <>
struct okienko::model::Choice<okienko::generator::ClauseCase> {
    static constexpr std::array<std::string_view, 7> kNames{"contact",
                                                            "application",
                                                            "submission",
                                                            "notifications",
                                                            "statistics",
                                                            "outdated",
                                                            "feedback"};
};
template <>
struct okienko::model::Choice<okienko::generator::LegalBasis> {
    static constexpr std::array<std::string_view, 5> kNames{
        "consent", "contract", "obligation", "vital_interest", "public_task"};
};
template <>
struct okienko::model::Choice<okienko::generator::MailSecurity> {
    static constexpr std::array<std::string_view, 3> kNames{"starttls", "tls", "none"};
};
