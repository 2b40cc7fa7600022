#include "generator/pages/a_to_z_page.hpp"

#include <memory>

#include "generator/pages/catalogue_head.hpp"
#include "generator/pages/pagination.hpp"
#include "generator/pages/text_rows.hpp"

namespace okienko::generator {
namespace {

using language::Language;

/// The longest index that is still one page.
constexpr std::size_t kMostOnOnePage = 600;
/// Lines are short: more of them than of services fit on a page.
constexpr std::size_t kLinesOfPage = 500;

enum class Layout { OnePage, PageOfLetter };

struct Index {
    std::vector<IndexLetter> letters;
    Layout layout = Layout::OnePage;
};

std::string letter_address(const IndexLetter& letter) {
    return std::string{kIndex.address} + letter.slug + "/";
}

std::vector<View> letter_rows(const Index& index, const Words& words) {
    std::vector<View> rows;
    for (const auto& each : index.letters) {
        View row{Language::Polish};
        row.words("letter", each.letter);
        row.words("letter_label", words.format("a_to_z_page.letter", {{"letter", each.letter}}));
        row.value("letter_url",
                  index.layout == Layout::OnePage ? "#litera-" + each.slug : letter_address(each));
        rows.push_back(std::move(row));
    }
    return rows;
}

View entry_row(const IndexEntry& entry, const Words& words) {
    bool is_provider = entry.kind == IndexKind::Provider;
    View row{Language::Polish};
    row.words("entry_name", entry.name);
    row.value("entry_url",
              is_provider ? provider_address(entry.slug) : service_address(entry.slug));
    row.words("entry_see", entry.leads_to);
    row.words("entry_note", is_provider ? words["a_to_z_page.provider"] : std::string{});
    return row;
}

View group_row(const IndexLetter& letter, const ListPage& page, const Words& words) {
    View row{Language::Polish};
    row.value("group_id", "litera-" + letter.slug);
    row.words("group_letter", letter.letter);
    std::vector<View> entries;
    for (std::size_t i = page.first; i < page.first + page.count; ++i) {
        entries.push_back(entry_row(letter.entries[i], words));
    }
    row.list("entries", std::move(entries));
    return row;
}

/// Of what the row of letters shows.
Fingerprint fingerprint_of_letters(const Index& index) {
    Fingerprint made = static_cast<Fingerprint>(index.layout);
    for (const auto& each : index.letters) made = fingerprint_of_bytes(each.letter, made);
    return made;
}

Fingerprint fingerprint_of_page(const Index& index,
                                const IndexLetter& letter,
                                const ListPage& page) {
    auto made = combined(fingerprint_of_letters(index), page.all);
    for (std::size_t i = page.first; i < page.first + page.count; ++i) {
        const auto& entry = letter.entries[i];
        made = combined(made, static_cast<Fingerprint>(entry.kind));
        made = fingerprint_of_bytes(entry.name, made);
        made = fingerprint_of_bytes(entry.slug, made);
        made = fingerprint_of_bytes(entry.leads_to, made);
    }
    return made;
}

ListPage whole(const IndexLetter& letter) {
    return {.count = letter.entries.size()};
}

Fingerprint fingerprint_of_whole(const Index& index) {
    auto made = fingerprint_of_letters(index);
    if (index.layout == Layout::PageOfLetter) return made;
    for (const auto& letter : index.letters) {
        made = combined(made, fingerprint_of_page(index, letter, whole(letter)));
    }
    return made;
}

View one_page_body(const Site& site, const Index& index) {
    const auto& words = site.words_in(Language::Polish);
    std::vector<View> groups;
    if (index.layout == Layout::OnePage) {
        for (const auto& letter : index.letters) {
            groups.push_back(group_row(letter, whole(letter), words));
        }
    }
    View view{Language::Polish};
    set_rows(view, "letters", letter_rows(index, words));
    set_rows(view, "groups", std::move(groups));
    set_pagination(view, std::string{kIndex.address}, {}, words);
    return view;
}

View letter_body(const Site& site,
                 const Index& index,
                 const IndexLetter& letter,
                 const ListPage& page) {
    const auto& words = site.words_in(Language::Polish);
    std::vector<View> groups;
    groups.push_back(group_row(letter, page, words));
    View view{Language::Polish};
    set_rows(view, "letters", letter_rows(index, words));
    set_rows(view, "groups", std::move(groups));
    set_pagination(view, letter_address(letter), page, words);
    return view;
}

void add_letter(const Site& site,
                const std::shared_ptr<const Index>& index,
                const IndexLetter& letter,
                Pages& pages) {
    const auto& words = site.words_in(Language::Polish);
    auto title = words.format("a_to_z_page.letter", {{"letter", letter.letter}});
    for (const auto& page : list_pages(letter.entries.size(), kLinesOfPage)) {
        pages.push_back(
            {.head = head_under(site,
                                kIndex,
                                list_page_address(letter_address(letter), page.number),
                                list_page_title(title, page, words),
                                words["a_to_z_page.lead"]),
             .template_name = "a_to_z",
             .body =
                 [&site, index, &letter, page] { return letter_body(site, *index, letter, page); },
             .captured = fingerprint_of_page(*index, letter, page)});
    }
}

}  // namespace

void add_a_to_z_pages(const Site& site, std::vector<IndexLetter> letters, Pages& pages) {
    auto made = std::make_shared<Index>();
    made->letters = std::move(letters);
    std::size_t entries = 0;
    for (const auto& letter : made->letters) entries += letter.entries.size();
    if (entries > kMostOnOnePage) made->layout = Layout::PageOfLetter;
    std::shared_ptr<const Index> index = made;
    pages.push_back({.head = head_of(site, kIndex, "a_to_z_page.title", "a_to_z_page.lead"),
                     .template_name = "a_to_z",
                     .body = [&site, index] { return one_page_body(site, *index); },
                     .captured = fingerprint_of_whole(*index)});
    if (index->layout == Layout::OnePage) return;
    for (const auto& letter : index->letters) add_letter(site, index, letter, pages);
}

}  // namespace okienko::generator
