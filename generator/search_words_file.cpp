#include "generator/search_words_file.hpp"

#include "db/toml_reader.hpp"
#include "generator/file_tree.hpp"
#include "generator/source_text.hpp"
#include "language/utf8.hpp"

namespace okienko::generator {
namespace {

void append(model::Problems& problems, const model::Problems& more) {
    problems.insert(problems.end(), more.begin(), more.end());
}

}  // namespace

std::shared_ptr<const language::Inflection> polish_inflection() {
    static std::mutex mutex;
    static std::weak_ptr<const language::Inflection> shared;
    std::lock_guard guard{mutex};
    auto inflection = shared.lock();
    if (!inflection) {
        inflection = std::make_shared<const language::Inflection>();
        shared = inflection;
    }
    return inflection;
}

search::SearchWords read_search_words_file(const std::filesystem::path& content,
                                           model::Problems& problems) {
    auto file = content / kSearchWordsFile;
    if (!std::filesystem::exists(file)) return {};
    auto name = "content/" + std::string{kSearchWordsFile};
    auto text = read_file(file);
    if (auto bad = language::first_invalid_byte(text)) {
        problems.push_back(problem_at_offset(name,
                                             text,
                                             *bad,
                                             "plik nie jest zapisany w UTF-8",
                                             "zapisz go ponownie z kodowaniem UTF-8"));
        return {};
    }
    auto document = db::read_toml(name, std::move(text));
    if (!document.ok()) {
        append(problems, document.problems());
        return {};
    }
    auto words = search::read_search_words(document.value(), *polish_inflection());
    if (words.ok()) return std::move(words).value();
    append(problems, words.problems());
    return {};
}

}  // namespace okienko::generator
