#include <algorithm>
#include <map>

#include "bench/workload/hugo_data.hpp"
#include "bench/workload/json.hpp"
#include "language/collation.hpp"
#include "language/slug.hpp"

// The A–Z index. Hugo's templates can sort, but not aliases with pages, so it is made here.
namespace okienko::bench {
namespace {

struct Entry {
    std::string sort_key;
    std::string name;
    std::string json;
};

class Entries {
  public:
    void add(const std::string& name, const std::string& url, JsonObject more) {
        more.add("name", name).add("url", url);
        entries_.push_back({collator_.sort_key(name), name, more.text()});
    }

    std::vector<Entry> sorted() && {
        std::stable_sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) {
            return a.sort_key < b.sort_key;
        });
        return std::move(entries_);
    }

  private:
    language::Collator collator_{language::Language::Polish};
    std::vector<Entry> entries_;
};

std::vector<Entry> sorted_entries(const model::Catalogue& catalogue) {
    Entries entries;
    for (const auto* service : by_name(catalogue.services)) {
        auto url = "/uslugi/" + service->slug + "/";
        entries.add(service->name, url, {});
        for (const auto& alias : service->aliases) {
            entries.add(alias, url, JsonObject{}.add("see", service->name));
        }
    }
    for (const auto* provider : by_name(catalogue.providers)) {
        entries.add(provider->name,
                    "/podmioty/" + provider->slug + "/",
                    JsonObject{}.add("note", "podmiot"));
    }
    return std::move(entries).sorted();
}

}  // namespace

std::vector<HugoLetter> letters(const model::Catalogue& catalogue) {
    std::vector<HugoLetter> letters;
    std::map<std::string, int> taken;
    for (auto& entry : sorted_entries(catalogue)) {
        auto letter = language::index_letter(entry.name, language::Language::Polish);
        if (letters.empty() || letters.back().letter != letter) {
            auto slug = language::slugify(letter);
            auto times = ++taken[slug];
            letters.push_back({letter, times == 1 ? slug : slug + "-" + std::to_string(times), {}});
        }
        letters.back().entries.push_back(std::move(entry.json));
    }
    return letters;
}

std::string letters_json(const std::vector<HugoLetter>& letters) {
    return json_rows(letters, [](const HugoLetter& letter) {
        return JsonObject{}
            .add("letter", letter.letter)
            .add("slug", letter.slug)
            .value("entries", json_array(letter.entries))
            .text();
    });
}

}  // namespace okienko::bench
