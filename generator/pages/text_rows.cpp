#include "generator/pages/text_rows.hpp"

#include <algorithm>

namespace okienko::generator {

std::vector<View> text_rows(language::Language language,
                            ViewName name,
                            const std::vector<std::string>& texts) {
    std::vector<View> rows;
    rows.reserve(texts.size());
    for (const auto& text : texts) {
        rows.emplace_back(language).words(name, text);
    }
    return rows;
}

std::vector<View> card_rows(const CardTexts& texts,
                            ViewName name,
                            const std::vector<std::string>& list) {
    std::vector<View> rows;
    rows.reserve(list.size());
    for (const auto& text : list) texts.set(rows.emplace_back(texts.page()), name, text);
    return rows;
}

std::vector<std::string> paragraphs(std::string_view text) {
    std::vector<std::string> found;
    bool within = false;
    while (!text.empty()) {
        auto end = std::min(text.find('\n'), text.size());
        auto line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.find_first_not_of(" \t\r") == std::string_view::npos) {
            within = false;
        } else if (within) {
            found.back().append(" ").append(line);
        } else {
            found.emplace_back(line);
            within = true;
        }
    }
    return found;
}

std::vector<View> paragraph_rows(language::Language language, std::string_view text) {
    return text_rows(language, "paragraph", paragraphs(text));
}

std::vector<View> card_paragraph_rows(const CardTexts& texts, const std::string& text) {
    std::vector<View> rows;
    auto written_in = texts.language_of(text);
    for (const auto& paragraph : paragraphs(text)) {
        rows.emplace_back(texts.page()).words("paragraph", paragraph, written_in);
    }
    return rows;
}

void set_rows(View& view, ListName name, std::vector<View> rows) {
    view.flag(name.flag(), !rows.empty());
    view.list(name.name(), std::move(rows));
}

void set_rows(View& view, ListName name, std::vector<SharedRow> rows) {
    view.flag(name.flag(), !rows.empty());
    view.list(name.name(), std::move(rows));
}

}  // namespace okienko::generator
