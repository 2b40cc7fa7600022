#include "generator/pages/card_text.hpp"

#include "generator/incremental/inputs.hpp"
#include "generator/markdown.hpp"

namespace okienko::generator {

std::string card_html(const Site& site,
                      const model::RecordPosition& at,
                      std::string_view markdown,
                      const std::string& id_prefix,
                      language::Language language) {
    auto report = [&at](MarkdownPlace place, const std::string& message, std::string remedy) {
        auto line = "wiersz " + std::to_string(place.line) + ": ";
        note_problem({at, line + message, std::move(remedy)});
    };
    MarkdownHooks hooks{
        .link =
            [&](std::string_view target, MarkdownPlace place) {
                auto resolved = site.link_from_card(target);
                if (!resolved.message.empty()) report(place, resolved.message, resolved.remedy);
                return resolved.address;
            },
        .image =
            [&](std::string_view, MarkdownPlace place) {
                report(place, "na karcie nie może być obrazu", "przenieś go do treści");
                return ImageFile{};
            },
        .problem = report};
    return render_markdown(
               markdown, {.language = language, .heading_shift = 1, .id_prefix = id_prefix}, hooks)
        .html;
}

}  // namespace okienko::generator
