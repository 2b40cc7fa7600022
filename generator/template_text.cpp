#include "generator/template_text.hpp"

#include <algorithm>

#include "generator/markup.hpp"
#include "generator/source_text.hpp"
#include "language/typography.hpp"
#include "model/suggestion.hpp"

namespace okienko::generator {
namespace {

constexpr std::size_t kDeepestNesting = 20;
constexpr std::string_view kLanguageOf = "lang ";

std::string_view trimmed(std::string_view text) {
    auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::string component_path(std::string_view name) {
    std::string plain{name};
    return "components/" + plain + "/" + plain + ".mustache";
}

/// "components/service_row/service_row.mustache" → "service_row".
std::vector<std::string_view> component_names(const ThemeFiles& files) {
    std::vector<std::string_view> names;
    for (const auto& [path, file] : files) {
        std::string_view view = path;
        if (!view.starts_with("components/") || !view.ends_with(".mustache")) continue;
        view.remove_prefix(std::string_view{"components/"}.size());
        names.push_back(view.substr(0, view.find('/')));
    }
    return names;
}

/// Where a comment that stands on a line of its own ends: the line goes with it.
std::size_t end_of_comment(std::string_view text, const TemplateTag& tag) {
    bool begins_line = tag.begin == 0 || text[tag.begin - 1] == '\n';
    bool ends_line = tag.end < text.size() && text[tag.end] == '\n';
    return begins_line && ends_line ? tag.end + 1 : tag.end;
}

class Assembler {
  public:
    Assembler(const ThemeFiles& files, const Words& words, model::Problems& problems)
        : files_(files), words_(words), problems_(problems) {}

    TemplateText assemble(const ThemeFile& page) {
        result_.page = &page;
        append_file(page);
        return std::move(result_);
    }

  private:
    void append_file(const ThemeFile& file) {
        nesting_.push_back(&file);
        std::size_t copied = 0;
        for (const auto& tag : template_tags(file.text)) {
            append_text(file, copied, tag.begin);
            copied = append_tag(file, tag);
        }
        check_all_closed(file, copied);
        append_text(file, copied, file.text.size());
        nesting_.pop_back();
    }

    /// Appends what a tag becomes; returns where in the file to go on.
    std::size_t append_tag(const ThemeFile& file, const TemplateTag& tag) {
        switch (tag.kind) {
            case '!':
                return end_of_comment(file.text, tag);
            case '>':
                append_component(file, tag);
                return tag.end;
            case '=':
                report(file, tag.begin, "zmiana znaczników {{= =}} nie jest dozwolona", {});
                return tag.end;
            case '{':
            case '&':
                check_unescaped(file, tag);
                break;
            default:
                break;
        }
        if (tag.name.starts_with("t.")) {
            append_word(file, tag);
        } else {
            check_plain_name(file, tag);
            append_text(file, tag.begin, tag.end);
        }
        return tag.end;
    }

    void append_component(const ThemeFile& file, const TemplateTag& tag) {
        auto found = files_.find(component_path(tag.name));
        if (found != files_.end()) {
            bool inside =
                std::find(nesting_.begin(), nesting_.end(), &found->second) != nesting_.end() ||
                nesting_.size() > kDeepestNesting;
            if (!inside) return append_file(found->second);
            return report(file,
                          tag.begin,
                          "komponent „" + std::string{tag.name} + "” zawiera sam siebie",
                          "usuń stąd ten znacznik");
        }
        report(file,
               tag.begin,
               "nie ma komponentu „" + std::string{tag.name} + "”",
               model::did_you_mean(tag.name, component_names(files_)));
    }

    void append_word(const ThemeFile& file, const TemplateTag& tag) {
        auto key = tag.name.substr(2);
        if (const auto* text = words_.find(key)) {
            begin_piece(file, tag.begin);
            result_.text += escape_markup(language::typeset(*text, words_.language()));
            return;
        }
        std::vector<std::string_view> known;
        for (const auto& [name, text] : words_.all()) known.push_back(name);
        std::sort(known.begin(), known.end());
        report(file,
               tag.begin,
               "w i18n/" + std::string{language::code(words_.language())} +
                   ".toml nie ma klucza „" + std::string{key} + "”",
               model::did_you_mean(key, known));
    }

    void check_unescaped(const ThemeFile& file, const TemplateTag& tag) {
        if (tag.name.ends_with("_html")) return;
        report(file,
               tag.begin,
               "„" + std::string{tag.name} + "” w potrójnych klamrach",
               "tak wolno drukować tylko klucze kończące się na _html");
    }

    void check_plain_name(const ThemeFile& file, const TemplateTag& tag) {
        if (tag.name == "." || tag.name.find('.') == std::string_view::npos) return;
        report(file,
               tag.begin,
               "nazwa z kropką „" + std::string{tag.name} + "”",
               "wejdź do sekcji {{#…}} albo użyj {{t.klucz}} dla słów");
    }

    void check_all_closed(const ThemeFile& file, std::size_t after_last_tag) {
        auto open = file.text.find("{{", after_last_tag);
        if (open == std::string::npos) return;
        report(file, open, "znacznik nie jest zamknięty", "dopisz }}");
    }

    void append_text(const ThemeFile& file, std::size_t begin, std::size_t end) {
        if (begin >= end) return;
        begin_piece(file, begin);
        result_.text.append(file.text, begin, end - begin);
    }

    void begin_piece(const ThemeFile& file, std::size_t file_begin) {
        result_.pieces.push_back({result_.text.size(), &file, file_begin});
    }

    void report(const ThemeFile& file,
                std::size_t offset,
                std::string message,
                std::string remedy) {
        auto problem =
            problem_at_offset(file.name, file.text, offset, std::move(message), std::move(remedy));
        if (std::find(problems_.begin(), problems_.end(), problem) == problems_.end()) {
            problems_.push_back(std::move(problem));
        }
    }

    const ThemeFiles& files_;
    const Words& words_;
    model::Problems& problems_;
    std::vector<const ThemeFile*> nesting_;
    TemplateText result_;
};

}  // namespace

std::vector<TemplateTag> template_tags(std::string_view text) {
    std::vector<TemplateTag> tags;
    std::size_t from = 0;
    while (true) {
        auto begin = text.find("{{", from);
        if (begin == std::string_view::npos || begin + 2 >= text.size()) return tags;
        bool triple = text[begin + 2] == '{';
        std::string_view closing = triple ? "}}}" : "}}";
        auto close = text.find(closing, begin + 2);
        if (close == std::string_view::npos) return tags;
        auto inside = text.substr(begin + 2, close - begin - 2);
        char kind = inside.empty() ? ' ' : inside.front();
        if (std::string_view{"#^/>!=&{"}.find(kind) == std::string_view::npos) kind = ' ';
        if (kind != ' ') inside.remove_prefix(1);
        if (kind == ' ' && inside.starts_with(kLanguageOf)) {
            kind = 'L';
            inside.remove_prefix(kLanguageOf.size());
        }
        from = close + closing.size();
        tags.push_back({begin, from, kind, trimmed(inside)});
    }
}

TemplateText assemble_template(const ThemeFile& page,
                               const ThemeFiles& files,
                               const Words& words,
                               model::Problems& problems) {
    return Assembler{files, words, problems}.assemble(page);
}

model::Problem problem_in_template(const TemplateText& text,
                                   std::size_t offset,
                                   std::string message,
                                   std::string remedy) {
    auto after = std::upper_bound(
        text.pieces.begin(), text.pieces.end(), offset, [](std::size_t at, const auto& piece) {
            return at < piece.begin;
        });
    const auto& piece = *std::prev(after);
    return problem_at_offset(piece.file->name,
                             piece.file->text,
                             piece.file_begin + (offset - piece.begin),
                             std::move(message),
                             std::move(remedy));
}

}  // namespace okienko::generator
