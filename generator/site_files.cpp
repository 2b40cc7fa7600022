#include "generator/site_files.hpp"

#include "generator/frame.hpp"
#include "generator/incremental/site_fingerprints.hpp"

namespace okienko::generator {
namespace {

Recipe recipe_of(const PreparedSite& prepared, SectionFrames& frames, const Page& page) {
    auto head = page.head();
    const auto* layout = prepared.theme->find(head.language, page.template_name);
    return {.template_text = layout ? layout->fingerprint() : 0,
            .frame = frames.make(*prepared.site, head).fingerprint,
            .own = combined(fingerprint_of(head), page.captured)};
}

}  // namespace

const SectionFrames::Frame& SectionFrames::make(const Site& site, const PageHead& head) {
    std::pair key{head.language, head.section};
    auto known = frames_.find(key);
    if (known != frames_.end()) return known->second;
    auto view = site_frame(site, head.language, head.section);
    auto made = view.fingerprint();
    return frames_.emplace(key, Frame{std::move(view), made}).first->second;
}

const SectionFrames::Frame& SectionFrames::of(const PageHead& head) const {
    return frames_.at({head.language, head.section});
}

std::vector<SiteFile> site_files(const PreparedSite& prepared, SectionFrames& frames) {
    std::vector<SiteFile> files;
    files.reserve(prepared.pages.size() + prepared.data_files.size() +
                  prepared.static_files.size());
    for (const auto& file : prepared.data_files) {
        files.push_back({file.address, {.own = file.captured}, &file});
    }
    for (const auto& page : prepared.pages) {
        files.push_back({page.head.address(), recipe_of(prepared, frames, page), &page});
    }
    for (const auto& file : prepared.static_files) {
        files.push_back({file.address, {.own = file.fingerprint}, &file});
    }
    return files;
}

std::string file_of(std::string_view address) {
    std::string file{address.substr(1)};
    if (file.empty() || file.ends_with('/')) file += "index.html";
    return file;
}

}  // namespace okienko::generator
