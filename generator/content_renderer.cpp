#include "generator/content_renderer.hpp"

#include <algorithm>

#include "generator/content_hash.hpp"
#include "generator/file_tree.hpp"
#include "generator/image_size.hpp"
#include "generator/source_text.hpp"
#include "language/typography.hpp"
#include "model/suggestion.hpp"

namespace okienko::generator {
namespace {

std::string_view name_of(std::string_view file) {
    return file.substr(file.rfind('/') + 1);  // The whole of it when there is no slash.
}

constexpr const char* kKnownImages = "zapisz go jako PNG, JPEG, GIF albo SVG";

std::string no_image(std::string_view file) {
    return "plik „" + std::string{file} + "” nie jest obrazem, który znamy";
}

std::string upper_extension(std::string_view file) {
    auto dot = file.rfind('.');
    std::string extension{dot == std::string_view::npos ? file : file.substr(dot + 1)};
    std::transform(extension.begin(), extension.end(), extension.begin(), [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    return extension;
}

}  // namespace

ContentRenderer::ContentRenderer(std::filesystem::path folder,
                                 const LinkTargets& targets,
                                 model::Problems& problems)
    : folder_(std::move(folder)), targets_(targets), problems_(problems) {}

void ContentRenderer::render(ContentSource& source) {
    MarkdownHooks hooks{
        .link = [&](std::string_view target,
                    MarkdownPlace place) { return use_link(source, target, place); },
        .image = [&](std::string_view target,
                     MarkdownPlace place) { return use_image(source, target, place); },
        .problem =
            [&](MarkdownPlace place, std::string message, std::string remedy) {
                problems_.push_back(
                    problem_in(source, place, std::move(message), std::move(remedy)));
            }};
    auto rendered = render_markdown(std::string_view{source.text}.substr(source.body),
                                    {.language = source.page.language},
                                    hooks);
    source.rendered.html = std::move(rendered.html);
    source.rendered.headings = std::move(rendered.headings);
    fill_attachment(source);
    fill_film(source);
    fill_elements(source);
    fill_eu_project(source);
}

void ContentRenderer::attach_linked(std::string_view markdown) {
    constexpr std::string_view kLink = "](/";
    for (auto at = markdown.find(kLink); at != std::string_view::npos;
         at = markdown.find(kLink, at + 1)) {
        auto target = markdown.substr(at + kLink.size());
        auto file = std::string{target.substr(0, target.find_first_of(") \t\n#?"))};
        if (targets_.has_attachment(file)) attachments_.insert(file);
    }
}

std::optional<Attachment> ContentRenderer::attach(const model::RecordPosition& at,
                                                  const std::string& file) {
    if (!targets_.has_attachment(file)) {
        problems_.push_back({at, "nie ma pliku content/" + file, "dodaj go albo popraw pole file"});
        return std::nullopt;
    }
    return attachment_of(file);
}

Attachment ContentRenderer::attachment_of(const std::string& file) {
    attachments_.insert(file);
    return {"/" + file, upper_extension(file), std::filesystem::file_size(folder_ / file)};
}

void ContentRenderer::check_anchors(const std::vector<ContentSource>& sources) {
    std::unordered_map<std::string_view, const ContentBody*> pages;
    for (const auto& source : sources) pages.emplace(source.page.address, &source.rendered);
    for (auto& use : anchors_) {
        auto page = pages.find(use.page);
        if (page == pages.end()) continue;  // A page made from data: its ids belong to the theme.
        std::vector<std::string_view> ids;
        for (const auto& heading : page->second->headings) ids.push_back(heading.id);
        if (std::find(ids.begin(), ids.end(), use.anchor) != ids.end()) continue;
        use.problem.remedy = model::did_you_mean(use.anchor, ids);
        problems_.push_back(std::move(use.problem));
    }
    anchors_.clear();
}

std::string ContentRenderer::use_link(ContentSource& source,
                                      std::string_view target,
                                      MarkdownPlace place) {
    auto resolved = targets_.resolve(target, source.page.file);
    if (!resolved.message.empty()) {
        problems_.push_back(problem_in(source, place, resolved.message, resolved.remedy));
    }
    if (!resolved.attachment.empty()) attachments_.insert(resolved.attachment);
    if (!resolved.anchor.empty()) {
        anchors_.push_back(
            {resolved.page,
             resolved.anchor,
             problem_in(source,
                        place,
                        "na stronie „" + resolved.page + "” nie ma nagłówka #" + resolved.anchor,
                        {})});
    }
    return resolved.address;
}

ImageFile ContentRenderer::use_image(ContentSource& source,
                                     std::string_view target,
                                     MarkdownPlace place) {
    auto file = target.starts_with('/') ? std::optional{std::string{target.substr(1)}}
                                        : join_content_path(source.page.file, target);
    if (!file || !targets_.has_attachment(*file)) {
        problems_.push_back(problem_in(source,
                                       place,
                                       "nie ma obrazu „" + std::string{target} + "”",
                                       "dodaj plik albo popraw jego nazwę"));
        return {};
    }
    if (auto image = publish_image(*file)) return *image;
    problems_.push_back(problem_in(source, place, no_image(target), kKnownImages));
    return {};
}

std::optional<ImageFile> ContentRenderer::publish_image(const std::string& file) {
    if (auto known = images_.find(file); known != images_.end()) return known->second.file;
    auto bytes = read_file(folder_ / file);
    auto size = image_size(bytes);
    if (!size) return std::nullopt;
    ImageFile image{"/zasoby/" + hashed_name(name_of(file), bytes), size->width, size->height};
    images_.emplace(file, ImageAsset{image, std::move(bytes)});
    return image;
}

std::optional<ImageFile> ContentRenderer::own_image(ContentSource& source,
                                                    const model::Node& node) {
    auto file = own_file(source, node);
    if (!file) return std::nullopt;
    auto image = publish_image(*file);
    if (!image) {
        problems_.push_back(model::problem_at(
            source.head, node.line, node.column, no_image(*node.as<std::string>()), kKnownImages));
    }
    return image;
}

std::optional<std::string> ContentRenderer::own_file(ContentSource& source, std::string_view key) {
    const model::Node* node = source.head.root.find(key);
    return node ? own_file(source, *node) : std::nullopt;
}

std::optional<std::string> ContentRenderer::own_file(ContentSource& source,
                                                     const model::Node& node) {
    const auto& path = *node.as<std::string>();
    auto file = join_content_path(source.page.file, path);
    if (file && targets_.has_attachment(*file)) return file;
    problems_.push_back(model::problem_at(source.head,
                                          node.line,
                                          node.column,
                                          "nie ma pliku „" + path + "”",
                                          "podaj ścieżkę względem tego pliku treści"));
    return std::nullopt;
}

void ContentRenderer::fill_attachment(ContentSource& source) {
    if (auto file = own_file(source, "file")) source.rendered.attachment = attachment_of(*file);
}

void ContentRenderer::fill_film(ContentSource& source) {
    auto& body = source.rendered;
    if (source.page.kind != ContentKind::Film || body.film.starts_with("https://")) return;
    if (auto film = own_file(source, "film")) body.film = attachment_of(*film).address;
    if (auto captions = own_file(source, "captions")) {
        body.captions = attachment_of(*captions).address;
    } else if (body.captions.empty()) {
        problems_.push_back(problem_at_offset(source.name,
                                              source.text,
                                              0,
                                              "film z pliku nie ma napisów",
                                              "dodaj plik .vtt i pole captions"));
    }
}

void ContentRenderer::fill_elements(ContentSource& source) {
    const auto& page = source.page;
    auto& body = source.rendered;
    if (page.kind != ContentKind::Programme) return;
    body.element_headings.resize(kProgrammeElements.size());
    const auto& elements = source.head.root.table("elements");
    for (std::size_t i = 0; i < kProgrammeElements.size(); ++i) {
        const model::Node* node = elements.find(kProgrammeElements[i]);
        if (!node) continue;
        auto text = language::typeset(*node->as<std::string>(), page.language);
        auto heading = std::find_if(body.headings.begin(), body.headings.end(), [&](const auto& h) {
            return h.level == 2 && h.text == text;
        });
        if (heading != body.headings.end()) {
            body.element_headings[i] = heading->id;
            continue;
        }
        problems_.push_back(
            model::problem_at(source.head,
                              node->line,
                              node->column,
                              "w tekście nie ma nagłówka „## " + *node->as<std::string>() + "”",
                              "nagłówek i to pole muszą brzmieć tak samo"));
    }
}

void ContentRenderer::fill_eu_project(ContentSource& source) {
    if (!source.head.root.find("eu_project")) return;
    const auto& written = source.head.root.table("eu_project");
    EuProject project{.name = written.text("name"),
                      .number = written.text("number"),
                      .fund = written.text("fund"),
                      .eu_share = written.money("eu_share")};
    if (const auto* signs = written.find("signs")) project.signs = own_image(source, *signs);
    source.rendered.eu_project = std::move(project);
}

model::Problem ContentRenderer::problem_in(const ContentSource& source,
                                           MarkdownPlace place,
                                           std::string message,
                                           std::string remedy) const {
    return problem_at_line(source.name,
                           source.text,
                           {place.line + source.body_line - 1, place.column},
                           std::move(message),
                           std::move(remedy));
}

}  // namespace okienko::generator
