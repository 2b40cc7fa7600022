#pragma once

#include <span>
#include <string>
#include <vector>

#include "language/inflection.hpp"
#include "model/checked.hpp"
#include "model/document.hpp"
#include "model/field.hpp"
#include "model/problem.hpp"

namespace okienko::search {

/// What an editor has told the search about words: content/slownik.toml, which
/// docs/handbook/redaktor.md describes. Expressions are words with spaces between them, as written.
struct SearchWords {
    /// Whoever types one of these expressions looks for the others as well.
    struct Same {
        std::vector<std::string> expressions;
        bool operator==(const Same&) const = default;
    };
    /// Whoever types one of `typed` looks for `meant`, but not the other way round.
    struct Means {
        std::vector<std::string> typed;
        std::vector<std::string> meant;
        /// Says for whom something is, and so less about what it is: "dla babci".
        bool is_person = false;
        bool operator==(const Means&) const = default;
    };
    /// A word that the dictionary lacks, and one that is inflected alike.
    struct Inflected {
        std::string word;
        std::string like;
        bool operator==(const Inflected&) const = default;
    };

    std::vector<Same> same;
    std::vector<Means> means;
    std::vector<Inflected> inflected;
    bool operator==(const SearchWords&) const = default;
};

/// Every key of the file, for the reader and for the documentation test.
std::span<const model::Field> search_words_fields();

/// Every problem in the file, or what it says.
model::Checked<SearchWords, model::Problem> read_search_words(
    const model::Document& document, const language::Inflection& inflection);

}  // namespace okienko::search
