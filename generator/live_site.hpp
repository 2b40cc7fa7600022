#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "generator/instance.hpp"
#include "generator/page.hpp"
#include "generator/prepared_site.hpp"
#include "generator/site.hpp"
#include "generator/view.hpp"
#include "model/checked.hpp"

namespace okienko::generator {

/// The site as its sources stand, kept to draw pages while a visitor waits: forms and the answers
/// to them look like every other page, because the same theme draws them in the same frame.
/// Immutable; thread-safe.
class LiveSite {
  public:
    /// Reads and checks all sources. Problems that keep a release from being made, but not a page
    /// from being drawn, are left to `build`.
    static model::Checked<std::shared_ptr<const LiveSite>, model::Problem> load(
        const Instance& instance, std::chrono::sys_seconds now);

    /// The same with another catalogue than the published one, to look at what is not in it yet.
    static model::Checked<std::shared_ptr<const LiveSite>, model::Problem> load_amended(
        const Instance& instance,
        std::chrono::sys_seconds now,
        std::function<void(model::Catalogue&)> amend);

    [[nodiscard]] const Site& site() const { return *prepared_->site; }

    /// What is published today, and all that it refers to.
    [[nodiscard]] const model::Catalogue& catalogue() const { return prepared_->data.catalogue; }

    /// The page in full. Throws std::logic_error when the theme's template and the view do not fit
    /// each other: a mistake of ours, or of whoever changed the template.
    [[nodiscard]] std::string draw(const PageHead& head,
                                   std::string_view template_name,
                                   const View& body) const;

    /// The page of the site that has this address, marked as not published yet, with the way back
    /// to where its draft is written; nothing when there is none.
    [[nodiscard]] std::optional<std::string> draw_preview(std::string_view address,
                                                          std::string back_address) const;

    /// The bytes of a file of the theme at its address, such as "/zasoby/okienko.1a2b.css", or
    /// nullptr: a page that is drawn with a newer theme than the release has brings its own.
    [[nodiscard]] const std::string* asset_at(std::string_view address) const;

  private:
    explicit LiveSite(std::unique_ptr<const PreparedSite> prepared)
        : prepared_(std::move(prepared)) {}

    std::unique_ptr<const PreparedSite> prepared_;
};

}  // namespace okienko::generator
