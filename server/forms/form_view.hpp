#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "generator/live_site.hpp"
#include "generator/page.hpp"
#include "generator/settings.hpp"
#include "generator/view.hpp"
#include "generator/words.hpp"
#include "language/language.hpp"
#include "server/form_fields.hpp"
#include "server/forms/field_view.hpp"
#include "server/forms/form_state.hpp"

/// What the pages of all forms have in common, as values for the theme's components form_field,
/// form_pick, form_troubles and form_end.
namespace okienko::server {

/// How a field looks: what its label is called in the theme's words, and what a browser may know.
struct FieldLook {
    std::string_view name;
    std::string_view word;
    std::string_view kind = "text";  ///< The type of the input; "area" for a text of many lines.
    std::string_view autocomplete = "off";
    bool has_hint = false;
    enum class Need { Required, OneOfTwo, Optional } need = Need::Required;
};

/// A question with several answers, each with a check box of its own: "what" + "-" + "phone".
struct ChoiceLook {
    std::string_view name;
    std::string_view word;  ///< "what": the answers' words are "what_answer.phone".
    std::span<const std::string_view> answers;
    bool has_hint = false;
    FieldLook::Need need = FieldLook::Need::Required;
};

/// The name of one answer's check box. Each has a name of its own: FormFields refuses a name that
/// comes twice.
std::string choice_name(std::string_view question, std::string_view answer);

/// The answers that were ticked, in the order in which they are asked.
std::vector<std::string> ticked(const FormFields& fields,
                                std::string_view question,
                                std::span<const std::string_view> answers);

class FormView {
  public:
    /// `form` is the group of its words: "contact_form". Keeps references to all of them.
    FormView(const generator::LiveSite& live,
             language::Language language,
             std::string_view form,
             const FormState& state);

    /// A view that has what every form has: where it is sent, token, what is wrong, clause.
    [[nodiscard]] generator::View begin(std::string_view address) const;
    /// The head of the form's page; its window says first that something is to be mended.
    [[nodiscard]] generator::PageHead head(std::string_view address,
                                           std::vector<generator::Crumb> parents) const;

    [[nodiscard]] generator::View field(const FieldLook& look, const std::string& value) const;
    [[nodiscard]] generator::View choice(const ChoiceLook& look,
                                         std::span<const std::string> chosen) const;
    /// Tells what becomes of personal data in this form; nothing where the centre has not said it.
    void set_clause(generator::View& view, generator::ClauseCase subject) const;

  private:
    [[nodiscard]] FieldSaid said_of(std::string_view name,
                                    std::string_view key,
                                    bool has_hint,
                                    FieldLook::Need need) const;
    [[nodiscard]] const std::string& word(std::string_view key) const;
    [[nodiscard]] std::string fault_text(const FieldFault& fault) const;
    [[nodiscard]] std::string error_of(std::string_view field) const;
    void set_notice(generator::View& view) const;
    void set_summary(generator::View& view) const;

    const generator::LiveSite& live_;
    language::Language language_;
    std::string form_;
    const FormState& state_;
    const generator::Words& words_;
};

/// The head of a page that the server draws: in no list, of the section of the contact page, below
/// `parents`.
generator::PageHead form_head(const generator::LiveSite& live,
                              language::Language language,
                              std::string_view address,
                              std::string title,
                              std::vector<generator::Crumb> parents);

/// The contact page, and what leads to it; in a language that has none, the home page.
std::vector<generator::Crumb> crumbs_of_contact(const generator::Site& site,
                                                language::Language language);

/// Where somebody who has sent a form may go back to.
generator::Crumb home_of(const generator::Site& site, language::Language language);

/// Says that a form has come, and what happens next.
struct SentPage {
    language::Language language = language::Language::Polish;
    std::string_view address;
    std::string_view words;   ///< The group of its words: "contact_sent".
    std::string case_number;  ///< May be empty.
    std::vector<generator::Crumb> parents;
    generator::Crumb back;
    generator::Section section = generator::Section::Contact;  ///< That the menu marks.
};
std::string sent_page(const generator::LiveSite& live, const SentPage& page);

}  // namespace okienko::server
