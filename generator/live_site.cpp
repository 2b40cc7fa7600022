#include "generator/live_site.hpp"

#include <algorithm>
#include <stdexcept>

#include "generator/build.hpp"
#include "generator/frame.hpp"

namespace okienko::generator {

model::Checked<std::shared_ptr<const LiveSite>, model::Problem> LiveSite::load(
    const Instance& instance, std::chrono::sys_seconds now) {
    return load_amended(instance, now, {});
}

model::Checked<std::shared_ptr<const LiveSite>, model::Problem> LiveSite::load_amended(
    const Instance& instance,
    std::chrono::sys_seconds now,
    std::function<void(model::Catalogue&)> amend) {
    Timings timings;
    model::Problems problems;
    BuildRequest request;
    request.instance = instance;
    request.output = Output::Nothing;
    request.now = now;
    request.amend = std::move(amend);
    auto prepared = prepare_site(request, timings, problems);
    if (!prepared) return problems;
    return std::shared_ptr<const LiveSite>{new LiveSite{std::move(prepared)}};
}

std::string LiveSite::draw(const PageHead& head,
                           std::string_view template_name,
                           const View& body) const {
    const auto* layout = prepared_->theme->find(head.language, template_name);
    if (!layout) {
        throw std::logic_error("the theme has no template " + std::string{template_name});
    }
    auto section = site_frame(site(), head.language, head.section);
    std::string html;
    model::Problems problems;
    draw_in_frame(*layout, section, site(), head, body, html, problems);
    if (!problems.empty()) throw std::logic_error(problems.front().message);
    return html;
}

std::optional<std::string> LiveSite::draw_preview(std::string_view address,
                                                  std::string back_address) const {
    auto found = std::ranges::find(
        prepared_->pages, address, [](const Page& page) { return page.head.address(); });
    if (found == prepared_->pages.end()) return std::nullopt;
    auto head = found->head();
    head.unpublished = Unpublished{.back_address = std::move(back_address)};
    return draw(head, found->template_name, found->body());
}

const std::string* LiveSite::asset_at(std::string_view address) const {
    auto found = std::ranges::find(prepared_->static_files, address, &StaticFile::address);
    if (found == prepared_->static_files.end() || !found->source.empty()) return nullptr;
    return &found->bytes;
}

}  // namespace okienko::generator
