#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/live_site.hpp"
#include "model/submission.hpp"
#include "server/forms/form_state.hpp"
#include "server/submission/likely_duplicates.hpp"
#include "server/submission/step_rows.hpp"
#include "server/submission/submitted_cards.hpp"

/// The pages on which an institution describes its services, drawn with the site's theme.
namespace okienko::server {

inline constexpr std::string_view kBeginAddress = "/zglos-usluge";
inline constexpr std::string_view kChangeAddress = "/zmien-usluge";
inline constexpr std::string_view kChangeSentAddress = "/zmien-usluge/wyslane";
inline constexpr std::string_view kSubmissionAddress = "/zgloszenie";

/// "/zgloszenie/<token>"
std::string submission_address(std::string_view token);

/// Names of the fields of these forms, besides those of cards.
namespace submission_field {
inline constexpr std::string_view kEmail = "email";
inline constexpr std::string_view kService = "usluga";
inline constexpr std::string_view kAction = "czynnosc";
inline constexpr std::string_view kCard = "karta";  ///< The id of the card that a step is about.
}  // namespace submission_field

/// The first page: what happens, and whom to send the link.
std::string begin_page(const generator::LiveSite& live,
                       language::Language language,
                       const std::string& email,
                       const FormState& state);

/// Asks for the address to which the link to change a service is sent; without a service of the
/// site it says how to choose one.
std::string change_page(const generator::LiveSite& live,
                        language::Language language,
                        const std::string& service,
                        const std::string& email,
                        const FormState& state);
/// The same whether or not the address is one that we know.
std::string change_sent_page(const generator::LiveSite& live, language::Language language);

/// Why a page comes back as it is, as the group of the theme's words that says so:
/// "submission.closed"; empty: no reason.
using Notice = std::string_view;

struct DeskPage {
    std::string token;
    model::Submission submission;
    Dossier dossier;
    std::vector<DossierFault> faults;  ///< What has to be mended before it can be sent.
    std::vector<Duplicates> duplicates;
    bool by_mail = false;    ///< The link came by mail: it can verify the address.
    bool unchanged = false;  ///< A change without any difference.
    bool tried = false;      ///< It was to be sent: the faults are told one by one.
    Notice notice = {};
};
std::string desk_page(const generator::LiveSite& live, const DeskPage& page);

struct StepPage {
    std::string token;
    language::Language language = language::Language::Polish;
    CardRef card;
    const FormStep& step;
    const Dossier& dossier;
    StepRemarks beside;
    bool pesel_meant = false;  ///< Whoever writes has seen the warning of a PESEL before.
    Notice notice = {};
};
std::string step_page(const generator::LiveSite& live, const StepPage& page);

/// The machine fails: says so, and whom to call.
std::string unreadable_page(const generator::LiveSite& live, language::Language language);

/// That a link leads nowhere: it was mistyped, or its submission is gone.
std::string unknown_link_page(const generator::LiveSite& live, language::Language language);

}  // namespace okienko::server
