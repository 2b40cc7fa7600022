#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "generator/template_text.hpp"
#include "generator/view.hpp"
#include "model/checked.hpp"

namespace okienko::generator {

/// A parsed page template. Immutable; any number of threads may render from it.
class Template {
  public:
    /// Parses an assembled template, once. Mustache's own complaint is reported at its place.
    static model::Checked<Template, model::Problem> parse(TemplateText text);

    Template(Template&&) noexcept;
    Template& operator=(Template&&) noexcept;
    ~Template();

    /// Appends the page to `out`. Names are looked up in the sections entered, then in `views`
    /// from the last to the first. A name that no view sets is a problem at its tag, and prints
    /// nothing; `page` tells which page was being drawn.
    void render(std::span<const View* const> views,
                std::string_view page,
                std::string& out,
                model::Problems& problems) const;

  private:
    struct Parsed;
    explicit Template(std::unique_ptr<Parsed> parsed);
    void find_missing(std::span<const View* const> views,
                      std::string_view page,
                      model::Problems& problems) const;

    std::unique_ptr<Parsed> parsed_;
};

}  // namespace okienko::generator
