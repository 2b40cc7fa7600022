#include "server/contact/contact_pages.hpp"

#include <algorithm>

#include "generator/pages/clause_pages.hpp"
#include "generator/pages/content_view.hpp"
#include "generator/pages/text_rows.hpp"

namespace okienko::server {
namespace {

namespace field = contact_field;
using generator::PageHead;
using generator::View;
using generator::Words;
using language::Language;

/// How a field looks: what its label is called in the theme's words, and what a browser may know.
struct FieldLook {
    std::string_view name;
    std::string_view word;
    std::string_view kind = "text";  ///< The type of the input; "area" for a text of many lines.
    std::string_view autocomplete = "off";
    bool has_hint = false;
    enum class Need { Required, OneOfTwo, Optional } need = Need::Required;
};
using Need = FieldLook::Need;

constexpr FieldLook kSender{field::kSender, "sender", "text", "name", true};
constexpr FieldLook kPhone{field::kPhone, "phone", "tel", "tel", false, Need::OneOfTwo};
constexpr FieldLook kEmail{field::kEmail, "email", "email", "email", false, Need::OneOfTwo};
constexpr FieldLook kHours{field::kHours, "hours", "text", "off", true, Need::Optional};
constexpr FieldLook kSubject{field::kSubject, "subject", "text", "off"};
constexpr FieldLook kText{field::kText, "text", "area", "off", true};

std::string key(std::string_view part) {
    return "contact_form." + std::string{part};
}

class ContactView {
  public:
    ContactView(const generator::LiveSite& live, const ContactPage& page)
        : live_(live), page_(page), words_(live.site().words_in(page.language)) {}

    [[nodiscard]] View make() const {
        View view{page_.language};
        view.words("page_lead", words_["contact_form.lead"]);
        view.value("form_action", generator::in_language(page_.language, kContactAddress));
        view.value("form_token", page_.token);
        view.value("form_service", page_.form.service);
        view.nothing("page_qr_html");
        set_notice(view);
        set_summary(view);
        set_rows(view, "about_you", rows({kSender}));
        set_rows(view, "about_answer", rows({kPhone, kEmail, kHours}));
        set_rows(view, "about_matter", rows({kSubject, kText}));
        view.flag("asks_about_pesel", has_word("pesel") || page_.form.pesel_meant);
        view.flag("pesel_is_meant", page_.form.pesel_meant);
        set_clause(view);
        return view;
    }

  private:
    [[nodiscard]] bool has_word(std::string_view word) const {
        return std::ranges::any_of(page_.faults,
                                   [&](const FieldFault& each) { return each.word == word; });
    }

    [[nodiscard]] const std::string& value_of(std::string_view name) const {
        static const std::string kNothing;
        const auto& form = page_.form;
        if (name == field::kSender) return form.sender;
        if (name == field::kPhone) return form.phone;
        if (name == field::kEmail) return form.email;
        if (name == field::kHours) return form.hours;
        if (name == field::kSubject) return form.subject;
        if (name == field::kText) return form.text;
        return kNothing;
    }

    [[nodiscard]] std::string error_of(std::string_view name) const {
        auto fault = std::ranges::find(page_.faults, name, &FieldFault::field);
        return fault == page_.faults.end() ? std::string{}
                                           : words_[key("error.") + std::string{fault->word}];
    }

    void set_notice(View& view) const {
        view.nothing("form_notice");
        if (page_.notice == ContactNotice::None) return;
        auto group = page_.notice == ContactNotice::SendAgain ? "again."
                     : page_.notice == ContactNotice::TooMany ? "too_many."
                                                              : "cannot_store.";
        View notice{page_.language};
        notice.words("notice_title", words_[key(group) + "title"]);
        notice.words("notice_text", words_[key(group) + "text"]);
        view.object("form_notice", std::move(notice));
    }

    void set_summary(View& view) const {
        std::vector<View> errors;
        for (const auto& fault : page_.faults) {
            View row{page_.language};
            row.value("error_field", std::string{fault.field});
            row.words("error_text", words_[key("error.") + std::string{fault.word}]);
            errors.push_back(std::move(row));
        }
        generator::set_rows(view, "form_errors", std::move(errors));
    }

    [[nodiscard]] std::vector<View> rows(std::initializer_list<FieldLook> looks) const {
        std::vector<View> rows;
        for (const auto& look : looks) rows.push_back(row(look));
        return rows;
    }

    static std::string described_by(const FieldLook& look, bool has_error) {
        std::string ids;
        if (look.has_hint) ids += std::string{look.name} + "-pomoc";
        if (has_error) ids += (ids.empty() ? "" : " ") + std::string{look.name} + "-blad";
        return ids;
    }

    [[nodiscard]] View row(const FieldLook& look) const {
        View row{page_.language};
        std::string word{look.word};
        row.value("field_name", std::string{look.name});
        row.words("field_label", words_[key(word)]);
        row.flag("field_optional", look.need == Need::Optional);
        row.flag("field_required", look.need == Need::Required);
        row.words("field_hint", look.has_hint ? words_[key(word + "_hint")] : std::string{});
        auto error = error_of(look.name);
        row.words("field_error", error);
        row.value("field_described_by", described_by(look, !error.empty()));
        row.value("field_value", value_of(look.name));
        row.flag("field_is_area", look.kind == "area");
        row.value("field_type", std::string{look.kind});
        row.value("field_autocomplete", std::string{look.autocomplete});
        return row;
    }

    void set_clause(View& view) const {
        view.nothing("clause_text").nothing("clause_url");
        for (const auto& clause : live_.site().settings().privacy.clauses) {
            if (clause.subject != generator::ClauseCase::Contact) continue;
            view.words("clause_text", clause.summary, Language::Polish);
            view.value("clause_url", generator::clause_address(clause.subject));
        }
    }

    const generator::LiveSite& live_;
    const ContactPage& page_;
    const Words& words_;
};

/// From the contact page, whose button leads here; in a language that has none, from the home page.
std::vector<generator::Crumb> crumbs(const generator::Site& site, Language language) {
    auto contact = generator::in_language(language, "/kontakt/");
    auto crumbs = generator::crumbs_to(site, language, contact);
    bool written = site.content_at(contact) != nullptr;
    if (written || language == Language::Polish) {
        crumbs.push_back({site.words_in(language)["nav.contact"], contact});
    }
    return crumbs;
}

PageHead head_of(const generator::LiveSite& live,
                 Language language,
                 std::string_view address,
                 const std::string& title) {
    PageHead head;
    head.address = generator::in_language(language, address);
    head.title = title;
    head.language = language;
    head.section = generator::Section::Contact;
    head.indexing = generator::Indexing::Unlisted;
    head.breadcrumbs = crumbs(live.site(), language);
    for (auto other : live.site().settings().site.languages) {
        if (other != language) {
            head.translations.push_back({other, generator::in_language(other, address)});
        }
    }
    return head;
}

}  // namespace

std::string contact_page(const generator::LiveSite& live, const ContactPage& page) {
    const auto& words = live.site().words_in(page.language);
    auto title = words["contact_form.title"];
    bool wrong = !page.faults.empty() || page.notice != ContactNotice::None;
    // The first thing that a screen reader says.
    if (wrong) title = words.format("form.title_with_error", {{"title", title}});
    auto head = head_of(live, page.language, kContactAddress, title);
    return live.draw(head, "contact_form", ContactView{live, page}.make());
}

std::string sent_page(const generator::LiveSite& live,
                      Language language,
                      const std::string& case_number) {
    const auto& words = live.site().words_in(language);
    View view{language};
    view.value("case_number", case_number);
    view.nothing("page_qr_html");
    auto head = head_of(live, language, kSentAddress, words["contact_sent.title"]);
    return live.draw(head, "contact_sent", view);
}

}  // namespace okienko::server
