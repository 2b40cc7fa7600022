#include <algorithm>

#include "db/toml_reader.hpp"
#include "generator/blank_form.hpp"
#include "generator/content_reader.hpp"
#include "generator/search_words_file.hpp"
#include "language/utf8.hpp"
#include "tests/fuzz/places.hpp"
#include "tests/fuzz/property.hpp"
#include "tests/fuzz/targets.hpp"

namespace okienko::fuzz {
namespace {

using model::Problems;

void require_answer(bool read, std::string_view text, const Problems& problems) {
    require(read == problems.empty(), "a file is read, or it is told why not");
    require_places_within(text, problems);
}

/// A page of each kind, since each asks for fields of its own.
void try_page(std::string_view file, std::string_view text) {
    Problems problems;
    auto source = generator::read_content_file(file, std::string{text}, problems);
    require_answer(source.has_value(), text, problems);
    if (!source) return;
    const auto& page = source->page;
    require(!page.title.empty() && !page.summary.empty(), "a page has a title and a summary");
    require(page.address == generator::content_address(file), "a page has the address of its file");
    require(source->body <= source->text.size() &&
                source->body_line ==
                    1 + std::count(source->text.begin(),
                                   source->text.begin() + static_cast<std::ptrdiff_t>(source->body),
                                   '\n'),
            "the text begins in the line that is said");
}

void try_blank_form(std::string_view text) {
    Problems problems;
    auto form = generator::read_blank_form("formularze/wniosek.toml", std::string{text}, problems);
    require_answer(form.has_value(), text, problems);
}

void try_search_words(std::string_view text) {
    if (!language::is_valid_utf8(text)) return;
    auto document = db::read_toml("content/slownik.toml", std::string{text});
    if (!document.ok()) return require_answer(false, text, document.problems());
    auto words = search::read_search_words(document.value(), *generator::polish_inflection());
    require_answer(words.ok(), text, words.ok() ? Problems{} : words.problems());
}

}  // namespace

void try_content_file(std::string_view text) {
    for (const auto* file : {"kontakt.md",
                             "aktualnosci/dzien.en.md",
                             "dokumenty/statut.md",
                             "filmy/film.md",
                             "program/zasady.md"}) {
        try_page(file, text);
    }
    try_blank_form(text);
    try_search_words(text);
}

}  // namespace okienko::fuzz
