#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "generator/content_reader.hpp"
#include "model/problem.hpp"

namespace okienko::generator {

/// Where links may lead: the addresses of all pages, the files of content/, and what each content
/// file is called on the site.
class LinkTargets {
  public:
    void add_page(std::string address);
    /// The same; the text outlives the targets. Tells whether it was the first of this kind with
    /// the address.
    bool add_lasting_page(std::string_view address);
    /// An address that exists in content/ but is not published; `why` completes "strona …".
    void add_unpublished(std::string address, std::string why);
    void add_content_file(std::string file, std::string address);
    void add_attachment(std::string file);

    [[nodiscard]] bool has_page(std::string_view address) const;
    [[nodiscard]] bool has_attachment(std::string_view file) const;

    /// What a link means: the address to print, or what is wrong with it.
    struct Resolution {
        std::string address = {};  ///< Empty when the link is broken.
        std::string message = {};  ///< Polish; empty when the link is fine.
        std::string remedy = {};
        std::string page = {};    ///< The page on this site that it leads to, without the anchor.
        std::string anchor = {};  ///< To be checked when that page's headings are known.
        std::string attachment = {};  ///< The file in content/ that it leads to.
    };

    /// Resolves a link written in `from_file` (relative to content/, empty for a catalogue card).
    [[nodiscard]] Resolution resolve(std::string_view target, std::string_view from_file) const;

  private:
    [[nodiscard]] Resolution resolve_site_address(std::string_view target) const;
    [[nodiscard]] Resolution resolve_relative(std::string_view target,
                                              std::string_view from_file) const;
    [[nodiscard]] Resolution broken(std::string_view target) const;

    std::unordered_set<std::string> pages_;
    std::unordered_set<std::string_view> lasting_pages_;  ///< Nearly all.
    std::unordered_map<std::string, std::string> unpublished_;
    std::unordered_map<std::string, std::string> content_files_;
    std::unordered_set<std::string> attachments_;
};

/// The file that a path written in another file means: "aktualnosci/a.md" and "../obrazy/x.svg" →
/// "obrazy/x.svg"; nothing when it leaves content/.
std::optional<std::string> join_content_path(std::string_view from_file, std::string_view relative);

}  // namespace okienko::generator
