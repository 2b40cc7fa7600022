#include "server/outdated/outdated_pages.hpp"

#include <optional>

#include "generator/form_addresses.hpp"
#include "generator/pages/content_view.hpp"
#include "generator/service_version.hpp"
#include "server/forms/form_view.hpp"

namespace okienko::server {
namespace {

using generator::Crumb;
using language::Language;
using Need = FieldLook::Need;

constexpr ChoiceLook kWhat{.name = outdated_field::kWhat,
                           .word = "what",
                           .answers = model::Choice<model::OutdatedPart>::kNames,
                           .has_hint = true};
constexpr FieldLook kText{outdated_field::kText, "text", "area", "off", true, Need::OneOfTwo};
constexpr FieldLook kAnswer{outdated_field::kAnswer, "answer", "text", "off", true, Need::Optional};

/// The sheet, in the language where it is written; nothing when the site has no such service.
std::optional<Crumb> sheet_of(const generator::Site& site,
                              Language language,
                              const std::string& slug) {
    auto service = site.service(slug);
    if (!service) return std::nullopt;
    auto address = generator::service_address(slug);
    const auto* translation = site.translation(language, slug);
    if (!translation) return Crumb{service->name(), address};
    generator::ServiceVersion version{service->card(), *translation, language};
    return Crumb{version->name, generator::in_language(language, address)};
}

std::vector<Crumb> parents_of(const generator::Site& site,
                              Language language,
                              const std::optional<Crumb>& sheet) {
    auto crumbs = generator::crumbs_to(site, language, generator::in_language(language, "/"));
    if (sheet) crumbs.push_back(*sheet);
    return crumbs;
}

}  // namespace

std::string outdated_page(const generator::LiveSite& live,
                          Language language,
                          const OutdatedForm& form,
                          const FormState& state) {
    const auto& site = live.site();
    FormView parts{live, language, "outdated_form", state};
    auto sheet = sheet_of(site, language, form.service);
    auto view = parts.begin(generator::kOutdatedForm);
    view.value("form_service", form.service);
    view.value("sheet_url", sheet ? sheet->address : std::string{});
    view.words("sheet_name", sheet ? sheet->title : std::string{});
    view.list("about_what", {parts.choice(kWhat, form.what)});
    view.list("about_truth", {parts.field(kText, form.text), parts.field(kAnswer, form.answer)});
    if (form.pesel_meant) view.flag("asks_about_pesel", true);
    parts.set_clause(view, generator::ClauseCase::Outdated);
    auto head = parts.head(generator::kOutdatedForm, parents_of(site, language, sheet));
    return live.draw(head, "outdated_form", view);
}

std::string outdated_sent_page(const generator::LiveSite& live,
                               Language language,
                               const std::string& case_number,
                               const std::string& service) {
    const auto& site = live.site();
    auto sheet = sheet_of(site, language, service);
    auto back = home_of(site, language);
    if (sheet) back = {site.words_in(language)["actions.back_to_service"], sheet->address};
    return sent_page(live,
                     {.language = language,
                      .address = kOutdatedSentAddress,
                      .words = "outdated_sent",
                      .case_number = case_number,
                      .parents = parents_of(site, language, sheet),
                      .back = std::move(back)});
}

}  // namespace okienko::server
