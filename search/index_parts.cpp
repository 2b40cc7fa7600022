#include "search/index_parts.hpp"

#include <algorithm>

#include "language/language.hpp"

namespace okienko::search {

namespace fs = std::filesystem;

std::string part_file_name(std::size_t part) {
    auto number = std::to_string(part);
    return (part < 10 ? "0" : "") + number + ".db";
}

IndexParts::IndexParts(const fs::path& folder, Vocabulary& vocabulary) {
    auto files = std::make_unique<Files>();
    // The first has to be there, or opening it says what is missing.
    for (auto file = folder / part_file_name(0); files->empty() || fs::exists(file);
         file = folder / part_file_name(files->size())) {
        files->push_back(std::make_unique<db::SearchFileReader>(file));
        parts_.push_back({.file = file,
                          .first = static_cast<DocumentId>(documents_.size()),
                          .whole = {},
                          .own = {}});
        read(parts_.back(), *files->back(), vocabulary);
    }
    give_back(std::move(files));
}

IndexParts::~IndexParts() = default;

void IndexParts::read(Part& part, db::SearchFileReader& file, Vocabulary& vocabulary) {
    for (auto& document : file.documents()) {
        document.id += part.first;
        documents_.push_back(std::move(document));
    }
    for (const auto& term : file.terms()) {
        auto language = language::language_from_code(term.language);
        auto id = vocabulary.term(language.value_or(language::Language::Polish), term.text);
        documents_of_.resize(vocabulary.terms().size());
        documents_of_[id] += term.documents;
        part.whole.push_back(id);
        if (part.own.size() <= id) part.own.resize(id + 1, kNone);
        part.own[id] = term.id;
    }
    for (const auto& word : file.words()) {
        if (word.term < part.whole.size()) {
            vocabulary.add_word(word.written, part.whole[word.term]);
        }
    }
}

const IndexParts::Part& IndexParts::part_of(DocumentId document) const {
    auto after = std::ranges::upper_bound(parts_, document, {}, &Part::first);
    return *std::prev(after);
}

IndexParts::Reader IndexParts::reader() const {
    return Reader{*this};
}

std::unique_ptr<IndexParts::Files> IndexParts::borrow() const {
    {
        std::lock_guard lock{mutex_};
        if (!idle_.empty()) {
            auto files = std::move(idle_.back());
            idle_.pop_back();
            return files;
        }
    }
    auto files = std::make_unique<Files>();
    for (const auto& part : parts_) {
        files->push_back(std::make_unique<db::SearchFileReader>(part.file));
    }
    return files;
}

void IndexParts::give_back(std::unique_ptr<Files> files) const {
    std::lock_guard lock{mutex_};
    idle_.push_back(std::move(files));
}

db::SearchFileReader& IndexParts::Reader::file_of(const Part& part) {
    return *(*files_)[static_cast<std::size_t>(&part - parts_.parts_.data())];
}

std::vector<ListedDocuments> IndexParts::Reader::postings(TermId term) {
    std::vector<ListedDocuments> lists;
    for (const auto& part : parts_.parts_) {
        if (term >= part.own.size() || part.own[term] == kNone) continue;
        lists.push_back({part.first, file_of(part).postings(part.own[term])});
    }
    return lists;
}

std::vector<PackedName> IndexParts::Reader::names(DocumentId document) {
    const auto& part = parts_.part_of(document);
    auto names = unpack_names(file_of(part).names(document - part.first));
    for (auto& name : names) {
        for (auto& word : name.words) {
            for (auto& term : word) term = term < part.whole.size() ? part.whole[term] : kNone;
        }
    }
    return names;
}

std::optional<db::IndexedText> IndexParts::Reader::text(DocumentId document) {
    const auto& part = parts_.part_of(document);
    return file_of(part).text(document - part.first);
}

}  // namespace okienko::search
