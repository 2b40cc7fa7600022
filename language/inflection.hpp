#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace okienko::language {

/// How Polish words are inflected, from the two files of a Hunspell dictionary (Debian's
/// hunspell-pl; format: man 5 hunspell). Read by us and not through the library, because the
/// library only goes from a form to its lemma: it cannot list the forms of a word, and it must not
/// be shared by threads (ADR 0022).
///
/// Words are UTF-8; case does not matter, answers are lower-case. Immutable; thread-safe.
class Inflection {
  public:
    /// Reads `pl_PL.aff` and `pl_PL.dic` of this folder: some 5 MB, kept in memory; the first
    /// question sorts them. Throws std::runtime_error, whose text names what to install, when they
    /// are not there.
    explicit Inflection(const std::filesystem::path& folder = kSystemFolder);
    Inflection(const Inflection&) = delete;
    Inflection& operator=(const Inflection&) = delete;
    ~Inflection();

    /// The words that this may be a form of, each once; itself when it is one. "wózkiem" →
    /// "wózek", "mam" → "mama", "mieć", "mamić". Nothing for a word that the dictionary lacks.
    [[nodiscard]] std::vector<std::string> lemmas(std::string_view word) const;

    /// Every form of a word, each once, itself first: "wózek", "wózka", "wózkowi" … Nothing for a
    /// word that is no lemma of the dictionary.
    [[nodiscard]] std::vector<std::string> forms(std::string_view lemma) const;

    /// The forms of a word that the dictionary lacks, but that is inflected like one that it has
    /// and ends like it: "teleopieka" like "opieka". Nothing when `like` is no lemma, or the two
    /// have not enough of their ends in common for a form.
    [[nodiscard]] std::vector<std::string> forms_like(std::string_view word,
                                                      std::string_view like) const;

    /// Sorts the dictionary now, so that the first question need not wait for it.
    void prepare() const;

    /// Changes with the dictionary.
    [[nodiscard]] std::uint64_t version() const { return version_; }

    static constexpr std::string_view kSystemFolder = "/usr/share/hunspell";

  private:
    class Sorted;
    [[nodiscard]] const Sorted& sorted() const;

    std::uint64_t version_ = 0;
    mutable std::string affixes_;  ///< As they were read, until they are sorted.
    mutable std::string words_;
    mutable std::once_flag once_;
    mutable std::unique_ptr<const Sorted> sorted_;
};

}  // namespace okienko::language
