#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "generator/incremental/build_record.hpp"
#include "generator/prepared_site.hpp"
#include "generator/view.hpp"

namespace okienko::generator {

/// What all pages of a section in one language share, made once.
class SectionFrames {
  public:
    struct Frame {
        View view;
        Fingerprint fingerprint;
    };
    /// Makes it when it is the first of its kind. One thread at a time.
    const Frame& make(const Site& site, const PageHead& head);
    /// Thread-safe once all are made.
    [[nodiscard]] const Frame& of(const PageHead& head) const;

  private:
    std::map<std::pair<language::Language, Section>, Frame> frames_;
};

/// One file of the site: what it is made from, and all that is known of it before it is made.
struct SiteFile {
    std::string_view address;
    Recipe recipe;
    std::variant<const Page*, const DataFile*, const StaticFile*> source;
};

/// Every file of the site, and the frames of its pages. Refers to the prepared site.
std::vector<SiteFile> site_files(const PreparedSite& prepared, SectionFrames& frames);

/// "/uslugi/" → "uslugi/index.html"; "/404.html" → "404.html".
std::string file_of(std::string_view address);

}  // namespace okienko::generator
