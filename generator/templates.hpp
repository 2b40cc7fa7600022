#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "generator/template_text.hpp"
#include "generator/view.hpp"
#include "model/checked.hpp"

namespace okienko::generator {

/// A compiled page template: Mustache (mustache(5)) without partials, lambdas and set delimiters,
/// which are either put in at load or refused (template_text.hpp), and with one tag more:
/// `<p{{lang key}}>{{key}}</p>` is ` lang="pl"` where the text of that key is Polish and its view
/// is in another language, and nothing elsewhere. Immutable; any number of threads may render from
/// it.
class Template {
  public:
    /// Compiles an assembled template, once. Sections that do not match are reported at their tags.
    static model::Checked<Template, model::Problem> parse(TemplateText text);

    /// Of the assembled text: components and words included.
    [[nodiscard]] Fingerprint fingerprint() const { return fingerprint_; }

    /// Whether it prints or asks for that key anywhere.
    [[nodiscard]] bool names(ViewKey key) const;

    /// Appends the page to `out`. Names are looked up in the sections entered, then in `views`
    /// from the last to the first. A name that no view sets is a problem at its tag, and prints
    /// nothing; `page` tells which page was being drawn.
    void render(std::span<const View* const> views,
                std::string_view page,
                std::string& out,
                model::Problems& problems) const;

    /// Something wrong in what was printed: shown where the template last says `near`, otherwise
    /// at its beginning.
    [[nodiscard]] model::Problem problem_near(std::string_view near,
                                              std::string message,
                                              std::string remedy) const;

  private:
    enum class Action : std::uint8_t {
        Print,
        Escape,
        PrintUnescaped,
        Language,
        Section,
        InvertedSection
    };

    /// One step of drawing. A section's own steps follow it up to `end`.
    struct Step {
        Action action{};
        ViewKey key = 0;
        std::size_t begin = 0;  ///< Print: where its text begins; otherwise where its tag does.
        std::size_t end = 0;    ///< Print: where its text ends; a section: the step after it.
        Fingerprint inner = 0;  ///< A section: of its steps.
    };
    class Compiler;
    class Renderer;

    void mark_sections();

    TemplateText source_;
    std::vector<Step> steps_;
    Fingerprint fingerprint_ = 0;
};

}  // namespace okienko::generator
