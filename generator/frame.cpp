#include "generator/frame.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "generator/form_addresses.hpp"
#include "generator/markup.hpp"
#include "generator/pages/content_view.hpp"
#include "generator/pages/declaration_page.hpp"
#include "generator/pages/menu.hpp"
#include "generator/pages/opening_hours.hpp"
#include "generator/pages/phrases.hpp"
#include "generator/pages/schedule_view.hpp"
#include "generator/pages/search_page.hpp"
#include "generator/pages/text_rows.hpp"
#include "generator/qr_image.hpp"
#include "generator/structured_data/structured_data.hpp"
#include "language/dates.hpp"
#include "language/phones.hpp"
#include "language/typography.hpp"

namespace okienko::generator {
namespace {

using language::Language;

/// The page in this language if an editor wrote it, otherwise the Polish one.
std::string nearest_address(const Site& site, Language language, std::string_view address) {
    auto translated = in_language(language, address);
    return site.content_at(translated) ? translated : std::string{address};
}

/// A language with a country, as Open Graph wants it.
std::string locale_of(Language language) {
    switch (language) {
        case Language::English:
            return "en_GB";
        case Language::Ukrainian:
            return "uk_UA";
        case Language::Polish:
            break;
    }
    return "pl_PL";
}

/// Settings are written in Polish and typeset as Polish on every page; settings_lang tells screen
/// readers so on a foreign one.
void set_polish(View& view, ViewName name, std::string_view text) {
    view.value(name, language::typeset(text, Language::Polish));
}

void set_names(View& view, const Site& site, Language language) {
    const auto& centre = site.settings().centre;
    view.value("lang", std::string{code(language)});
    view.value("og_locale", locale_of(language));
    view.value("settings_lang", language == Language::Polish ? "" : "pl");
    set_polish(view, "site_name", centre.name);
    set_polish(view, "site_short_name", centre.short_name);
    set_polish(view, "site_tagline", language == Language::Polish ? centre.tagline : "");
    set_polish(view, "notice", centre.notice);
    set_polish(view, "funding", site.settings().funding);
}

void set_contact(View& view, const Site& site) {
    const auto& contact = site.settings().contact;
    view.value("phone_text", language::phone_display(contact.phone));
    view.value("phone_url", language::phone_uri(contact.phone));
    view.value("email", contact.email);
    view.html("email_html", breakable_address(contact.email));
    view.value("email_url", "mailto:" + contact.email);
    set_polish(view, "address_street", contact.street);
    set_polish(view, "address_town", contact.postal_code + " " + contact.city);
    view.value("e_delivery", contact.e_delivery);
    view.value("bip_url", contact.bip);
    view.html("bip_html", breakable_address(contact.bip));
}

/// A page that the law wants, in this language or in Polish; nothing when nobody has written it.
/// `lang_name` tells when it is in Polish on a foreign page.
void set_written(
    View& view, const Site& site, ViewName name, ViewName lang_name, std::string_view address) {
    auto nearest = nearest_address(site, view.language(), address);
    const auto* written = site.content_at(nearest);
    bool foreign = written && written->language != view.language();
    view.value(name, written ? nearest : std::string{});
    view.value(lang_name, foreign ? std::string{code(written->language)} : std::string{});
}

void set_addresses(View& view, const Site& site, Language language) {
    auto declaration = declaration_address(language);
    view.value("home_url", nearest_address(site, language, "/"));
    view.value("stylesheet_url", site.asset("okienko.css"));
    view.value("script_url", site.asset("okienko.js"));
    view.value("favicon_url", site.asset("okienko.svg"));
    view.value("touch_icon_url", site.asset("okienko-180.png"));
    view.value("manifest_url", "/manifest.webmanifest");
    auto card = site.asset("okienko-karta.png");
    view.value("share_image_url", card.empty() ? std::string{} : site.settings().site.url + card);
    view.value("feed_url", "/aktualnosci/kanal.xml");
    view.value("accessibility_url", declaration);
    view.value("accessibility_absolute_url", site.settings().site.url + declaration);
    view.value("accessibility_polish_url",
               language == Language::Polish ? "" : declaration_address(Language::Polish));
    view.value("sitemap_url", "/mapa-strony/");
    view.value("search_url", in_language(language, kSearchAddress));
    view.value("search_suggestions_url",
               "/api/search?limit=6&lang=" + std::string{code(language)} + "&q=");
    set_written(view, site, "etr_url", "etr_lang", kEasyToRead);
    set_written(view, site, "pjm_url", "pjm_lang", kSignLanguage);
}

std::vector<View> crumb_rows(const PageHead& head) {
    std::vector<View> rows;
    for (const auto& crumb : head.breadcrumbs) {
        View row{head.language};
        row.words("crumb_title", crumb.title);
        row.value("crumb_url", crumb.address);
        rows.push_back(std::move(row));
    }
    return rows;
}

/// What a page looks like where people share it, and what it tells machines. A body that knows more
/// of it sets og_type and page_data_html itself.
void set_machine_data(View& view, const Site& site, const PageHead& head) {
    view.value("og_type", "website");
    view.html("breadcrumb_data_html", breadcrumb_data(site, head));
    view.nothing("page_data_html");
}

/// The way to the same page in another language, or to that language's home page, which it says.
/// Each says it in its own language: it is for those who do not read this one.
View translation_row(const Site& site, const PageHead& head, Language language) {
    const auto& words = site.words_in(language);
    auto code = std::string{language::code(language)};
    auto same = std::find_if(
        head.translations.begin(), head.translations.end(), [&](const Translation& translation) {
            return translation.language == language;
        });
    bool translated = same != head.translations.end();
    View row{language};
    row.value("translation_code", code);
    row.value("translation_url", translated ? same->address : in_language(language, "/"));
    row.value("translation_locale", translated ? locale_of(language) : std::string{});
    row.words("translation_name", words["language_name." + code]);
    row.words("translation_note", translated ? std::string{} : words["nav.language_home"]);
    return row;
}

/// Every language version of the page, itself included, as search engines want them.
std::vector<View> alternate_rows(const Site& site, const PageHead& head) {
    std::vector<View> rows;
    if (head.translations.empty()) return rows;
    auto versions = head.translations;
    versions.push_back({head.language, head.address});
    std::sort(versions.begin(), versions.end(), [](const auto& a, const auto& b) {
        return a.language < b.language;
    });
    for (const auto& version : versions) {
        View row{head.language};
        row.value("alternate_code", std::string{language::code(version.language)});
        row.value("alternate_url", site.settings().site.url + version.address);
        rows.push_back(std::move(row));
    }
    // The Polish page is the one for whoever reads none of these languages: the office speaks it.
    if (versions.front().language == Language::Polish) {
        View row{head.language};
        row.value("alternate_code", "x-default");
        row.value("alternate_url", site.settings().site.url + versions.front().address);
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<View> translation_rows(const Site& site, const PageHead& head) {
    std::vector<View> rows;
    for (auto language : site.settings().site.languages) {
        bool has_home = language == Language::Polish || site.content_at(in_language(language, "/"));
        bool translated = std::any_of(
            head.translations.begin(), head.translations.end(), [&](const Translation& each) {
                return each.language == language;
            });
        if (language == head.language || !(has_home || translated)) continue;
        rows.push_back(translation_row(site, head, language));
    }
    return rows;
}

void set_updated(View& view, const Site& site, const PageHead& head) {
    if (!head.updated_on) {
        view.nothing("page_updated");
        return;
    }
    View updated{head.language};
    updated.value("updated_iso", language::date_iso(*head.updated_on));
    updated.words("updated_text", date_words(*head.updated_on, site.words_in(head.language)));
    view.object("page_updated", std::move(updated));
}

void set_draft_note(View& view, const Site& site, const PageHead& head) {
    if (!head.unpublished) {
        view.nothing("draft_note");
        return;
    }
    const auto& words = site.words_in(head.language);
    const auto& day = head.unpublished->appears_on;
    View note{head.language};
    note.words("draft_title", words[day ? "draft.scheduled" : "draft.title"]);
    note.words("draft_text",
               day ? words.format("draft.scheduled_text", {{"date", date_words(*day, words)}})
                   : words["draft.text"]);
    note.value("draft_back_url", head.unpublished->back_address);
    view.object("draft_note", std::move(note));
}

/// What stands in the browser's tab: the home page is the centre itself.
std::string document_title(const Site& site, const PageHead& head) {
    if (head.section == Section::Home) return head.title;
    const auto& title = head.window_title.empty() ? head.title : head.window_title;
    return title + " – " + site.settings().centre.short_name;
}

/// What one page says about itself: title, description, canonical address, breadcrumbs, other
/// languages, date of the last change, and in a preview a note that it is not published.
View page_frame(const Site& site, const PageHead& head) {
    View view{head.language};
    view.words("page_title", head.title);
    view.words("document_title", document_title(site, head));
    view.words("page_description", head.description);
    view.value("page_path", head.address);
    view.value("canonical_url", site.settings().site.url + head.address);
    view.flag("is_unlisted", head.indexing == Indexing::Unlisted);
    bool asks = site.settings().forms.feedback && head.indexing == Indexing::Listed;
    view.value("feedback_url",
               asks ? feedback_form_url(head.language, head.address) : std::string{});
    set_rows(view, "breadcrumbs", crumb_rows(head));
    set_rows(view, "alternates", alternate_rows(site, head));
    set_rows(view, "translations", translation_rows(site, head));
    set_machine_data(view, site, head);
    set_updated(view, site, head);
    set_draft_note(view, site, head);
    return view;
}

/// page_qr_html, the QR code of the page's address: only where the template prints it and the page
/// does not set it itself.
void set_page_code(
    View& frame, const Template& layout, const View& body, const Site& site, const PageHead& head) {
    constexpr ViewKey kKey = view_key("page_qr_html");
    if (!layout.names(kKey) || body.find(kKey)) return;
    frame.html("page_qr_html", qr_image(site.settings().site.url + head.address));
}

}  // namespace

View site_frame(const Site& site, Language language, Section section) {
    View view{language};
    set_names(view, site, language);
    set_contact(view, site);
    set_addresses(view, site, language);
    view.nothing("search_text");
    // These two have a larger one of their own.
    bool is_home = section == Section::Home && language == Language::Polish;
    view.flag("has_header_search", !is_home && section != Section::Search);
    set_rows(view, "hours", office_hours_rows(site, language));
    set_opening_hours(view, site);
    set_rows(view, "menu", main_menu(site, language, section));
    set_rows(view, "catalogue_menu", catalogue_menu(site, language));
    set_rows(view, "footer_menu", footer_menu(site, language));
    return view;
}

void draw_in_frame(const Template& layout,
                   const View& section,
                   const Site& site,
                   const PageHead& head,
                   const View& body,
                   std::string& html,
                   model::Problems& problems) {
    auto frame = page_frame(site, head);
    set_page_code(frame, layout, body, site, head);
    std::array<const View*, 3> views{&section, &frame, &body};
    layout.render(views, head.address, html, problems);
}

}  // namespace okienko::generator
