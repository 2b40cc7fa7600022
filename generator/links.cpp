#include "generator/links.hpp"

#include <algorithm>
#include <array>

#include "model/suggestion.hpp"

namespace okienko::generator {
namespace {

constexpr std::array<std::string_view, 4> kExternalSchemes{
    "https://", "http://", "mailto:", "tel:"};

/// Splits "page#anchor"; a query is kept with the page.
struct SplitTarget {
    std::string_view path;
    std::string_view anchor;
};

SplitTarget split_anchor(std::string_view target) {
    auto hash = target.find('#');
    if (hash == std::string_view::npos) return {target, {}};
    return {target.substr(0, hash), target.substr(hash + 1)};
}

std::string with_anchor(std::string address, std::string_view anchor) {
    if (!anchor.empty()) address += "#" + std::string{anchor};
    return address;
}

/// "javascript:…", "file:…": a colon before anything that a path or an anchor may hold.
bool has_scheme(std::string_view target) {
    auto end = target.find_first_of(":/?#.");
    return end != std::string_view::npos && target[end] == ':';
}

std::string_view folder_of(std::string_view file) {
    auto slash = file.rfind('/');
    return slash == std::string_view::npos ? std::string_view{} : file.substr(0, slash + 1);
}

}  // namespace

void LinkTargets::add_page(std::string address) {
    pages_.insert(std::move(address));
}

bool LinkTargets::add_lasting_page(std::string_view address) {
    return lasting_pages_.insert(address).second;
}

void LinkTargets::add_unpublished(std::string address, std::string why) {
    unpublished_.emplace(std::move(address), std::move(why));
}

void LinkTargets::add_content_file(std::string file, std::string address) {
    content_files_.emplace(std::move(file), std::move(address));
}

void LinkTargets::add_attachment(std::string file) {
    attachments_.insert(std::move(file));
}

bool LinkTargets::has_page(std::string_view address) const {
    return lasting_pages_.contains(address) || pages_.contains(std::string{address});
}

bool LinkTargets::has_attachment(std::string_view file) const {
    return attachments_.contains(std::string{file});
}

LinkTargets::Resolution LinkTargets::resolve(std::string_view target,
                                             std::string_view from_file) const {
    if (target.empty()) {
        return {.message = "odnośnik nie ma adresu", .remedy = "dopisz go w nawiasie ( )"};
    }
    for (auto scheme : kExternalSchemes) {
        if (target.starts_with(scheme)) return {.address = std::string{target}};
    }
    if (has_scheme(target)) {
        return {.message = "adres „" + std::string{target} + "” jest niedozwolony",
                .remedy = "zacznij od https://, mailto: albo tel:"};
    }
    if (target.starts_with("//")) {
        return {.message = "adres „" + std::string{target} + "” nie ma początku",
                .remedy = "zacznij od https://"};
    }
    if (target.starts_with("/")) return resolve_site_address(target);
    return resolve_relative(target, from_file);
}

LinkTargets::Resolution LinkTargets::resolve_site_address(std::string_view target) const {
    auto [path, anchor] = split_anchor(target);
    std::string page{path};
    if (!has_page(page) && !page.ends_with('/') && has_page(page + "/")) page += "/";
    if (has_page(page)) {
        return {.address = with_anchor(page, anchor), .page = page, .anchor = std::string{anchor}};
    }
    if (has_attachment(path.substr(1))) {
        return {.address = std::string{path}, .attachment = std::string{path.substr(1)}};
    }
    return broken(path);
}

LinkTargets::Resolution LinkTargets::resolve_relative(std::string_view target,
                                                      std::string_view from_file) const {
    auto [path, anchor] = split_anchor(target);
    if (path.empty()) {
        auto own = content_files_.find(std::string{from_file});
        std::string page = own == content_files_.end() ? std::string{} : own->second;
        return {.address = std::string{target}, .page = page, .anchor = std::string{anchor}};
    }
    auto file = join_content_path(from_file, path);
    if (file) {
        auto page = content_files_.find(*file);
        if (page != content_files_.end())
            return resolve_site_address(with_anchor(page->second, anchor));
        if (has_attachment(*file)) return {.address = "/" + *file, .attachment = *file};
    }
    return broken(path);
}

LinkTargets::Resolution LinkTargets::broken(std::string_view target) const {
    auto why = unpublished_.find(std::string{target});
    if (why != unpublished_.end()) {
        return {.message = "odnośnik prowadzi do strony, która " + why->second,
                .remedy = "usuń go albo opublikuj tamtą stronę"};
    }
    std::vector<std::string_view> known{pages_.begin(), pages_.end()};
    known.insert(known.end(), lasting_pages_.begin(), lasting_pages_.end());
    known.insert(known.end(), attachments_.begin(), attachments_.end());
    std::sort(known.begin(), known.end());
    auto remedy = model::did_you_mean(target, known);
    return {.message = "odnośnik donikąd: nie ma adresu „" + std::string{target} + "”",
            .remedy = remedy.empty() ? "sprawdź adres na mapie strony" : remedy};
}

std::optional<std::string> join_content_path(std::string_view from_file,
                                             std::string_view relative) {
    std::vector<std::string_view> parts;
    auto append = [&parts](std::string_view path) {
        while (!path.empty()) {
            auto slash = path.find('/');
            auto part = path.substr(0, slash);
            path = slash == std::string_view::npos ? std::string_view{} : path.substr(slash + 1);
            if (part.empty() || part == ".") continue;
            if (part != "..") {
                parts.push_back(part);
            } else if (parts.empty()) {
                return false;
            } else {
                parts.pop_back();
            }
        }
        return true;
    };
    if (!append(folder_of(from_file)) || !append(relative)) return std::nullopt;
    std::string joined;
    for (auto part : parts) joined += (joined.empty() ? "" : "/") + std::string{part};
    return joined;
}

}  // namespace okienko::generator
