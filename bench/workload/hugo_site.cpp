#include "bench/workload/hugo_site.hpp"

#include <algorithm>

#include "bench/workload/hugo_cards.hpp"
#include "bench/workload/hugo_choices.hpp"
#include "bench/workload/hugo_codes.hpp"
#include "bench/workload/hugo_data.hpp"
#include "bench/workload/hugo_timetable.hpp"
#include "bench/workload/json.hpp"
#include "bench/workload/text_file.hpp"

namespace okienko::bench {
namespace {

namespace fs = std::filesystem;

// As on the index pages of Okienko.
constexpr std::size_t kMostOnOnePage = 600;
constexpr std::size_t kLinesOfPage = 500;

void write_page(const fs::path& file, const std::string& front_matter, const std::string& body) {
    write_text(file, front_matter + "\n\n" + body);
}

void write_services(const fs::path& content, const model::Catalogue& catalogue) {
    for (const auto& service : catalogue.services) {
        write_page(content / "uslugi" / (service.slug + ".md"),
                   service_front_matter(service),
                   service.description);
    }
}

void write_terms(const fs::path& content, const model::Catalogue& catalogue) {
    for (const auto& domain : catalogue.domains) {
        write_page(
            content / "obszary" / domain.slug / "_index.md", domain_front_matter(domain), "");
    }
    for (const auto& audience : catalogue.audiences) {
        write_page(content / "dla-kogo" / audience.slug / "_index.md",
                   audience_front_matter(audience),
                   "");
    }
    for (const auto& situation : catalogue.situations) {
        write_page(content / "sprawy" / situation.slug / "_index.md",
                   situation_front_matter(situation),
                   situation.advice);
    }
    for (const auto& provider : catalogue.providers) {
        write_page(content / "podmioty" / provider.slug / "_index.md",
                   provider_front_matter(provider),
                   provider.profile);
    }
}

/// The groups have no pages, but the one of places.
void write_choices(const fs::path& content, const std::vector<HugoChoice>& choices) {
    for (const auto& choice : choices) {
        auto group = content / "wybor" / choice.group;
        write_page(group / choice.value / "_index.md", choice.front_matter, "");
        if (choice.group == "miejsce") continue;
        write_page(group / "_index.md", R"({"_build":{"render":"never"}})", "");
    }
}

/// A short index is one page, which draws it from data/.
bool has_pages_of_letters(const std::vector<HugoLetter>& letters) {
    std::size_t entries = 0;
    for (const auto& letter : letters) entries += letter.entries.size();
    return entries > kMostOnOnePage;
}

/// Hugo pages only its own pages, so each part of a letter is a page of content.
void write_letters(const fs::path& content, const std::vector<HugoLetter>& letters) {
    for (std::size_t at = 0; at < letters.size(); ++at) {
        const auto& letter = letters[at];
        auto pages = (letter.entries.size() + kLinesOfPage - 1) / kLinesOfPage;
        for (std::size_t page = 1; page <= pages; ++page) {
            auto part = page == 1 ? "" : "strona-" + std::to_string(page) + "/";
            auto url = "/a-z/" + letter.slug + "/" + part;
            auto front_matter = JsonObject{}
                                    .add("title", "Litera " + letter.letter)
                                    .add("url", url)
                                    .number("letter", static_cast<std::int64_t>(at))
                                    .number("page", static_cast<std::int64_t>(page))
                                    .number("pages", static_cast<std::int64_t>(pages))
                                    .add("code", code_of(url))
                                    .text();
            auto file = letter.slug + "-" + std::to_string(page) + ".md";
            write_page(content / "a-z" / file, front_matter, "");
        }
    }
}

void write_programmes(const fs::path& content, const model::Catalogue& catalogue) {
    for (const auto& programme : catalogue.programmes) {
        auto front_matter =
            JsonObject{}.add("title", programme.name).add("lead", programme.goal).text();
        write_page(content / "program" / (programme.slug + ".md"), front_matter, "");
    }
}

void write_data(const fs::path& data, const model::Catalogue& catalogue) {
    write_text(data / "places.json", places_json(catalogue));
    write_text(data / "localities.json", localities_json(catalogue));
    write_text(data / "programmes.json", programmes_json(catalogue));
    write_text(data / "calendar.json", calendar_json());
    write_text(data / "timetable.json", timetable_json(catalogue));
    write_text(data / "sheets.json", sheets_json(catalogue));
}

/// The theme's style sheet and script, each in one file, and its pictures.
void write_assets(const fs::path& assets, const fs::path& theme) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator{theme}) {
        if (entry.is_regular_file()) files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    std::string styles;
    std::string scripts;
    for (const auto& file : files) {
        if (file.extension() == ".css") styles += read_text(file);
        if (file.extension() == ".js") scripts += read_text(file);
    }
    write_text(assets / "okienko.css", styles);
    write_text(assets / "okienko.js", scripts);
    fs::copy(theme / "assets", assets, fs::copy_options::recursive);
}

}  // namespace

void write_hugo_site(const fs::path& folder,
                     const fs::path& share,
                     const model::Catalogue& catalogue,
                     const std::vector<News>& news) {
    fs::create_directories(folder);
    fs::copy(share / "bench/hugo", folder, fs::copy_options::recursive);
    auto content = folder / "content";
    fs::copy(share / "bench/centre/content",
             content,
             fs::copy_options::recursive | fs::copy_options::overwrite_existing);
    fs::rename(content / "index.md", content / "_index.md");
    for (const auto& each : news) {
        write_text(content / "aktualnosci" / (each.slug + ".md"), news_page(each));
    }
    write_services(content, catalogue);
    write_terms(content, catalogue);
    write_programmes(content, catalogue);
    auto index = letters(catalogue);
    if (has_pages_of_letters(index)) write_letters(content, index);
    auto found = choices(catalogue);
    write_choices(content, found);
    write_text(folder / "data/codes.json", codes_json(catalogue, found, news));
    write_text(folder / "data/letters.json", letters_json(index));
    write_data(folder / "data", catalogue);
    fs::copy_file(share / "themes/default/i18n/pl.toml", folder / "data/words.toml");
    write_assets(folder / "static/zasoby", share / "themes/default");
}

}  // namespace okienko::bench
