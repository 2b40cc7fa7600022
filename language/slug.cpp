#include "language/slug.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "language/folding.hpp"
#include "language/utf8.hpp"

namespace okienko::language {

namespace {

constexpr std::string_view kFallback = "sekcja";

/// A Cyrillic letter in Latin ones: at the beginning of a word and elsewhere.
struct Romanised {
    char32_t letter;
    std::string_view first;
    std::string_view later;
};

/// Resolution 55/2010, followed by the Russian and Belarusian letters names may contain.
constexpr std::array kRomanisation{
    Romanised{U'а', "a", "a"},   Romanised{U'б', "b", "b"},   Romanised{U'в', "v", "v"},
    Romanised{U'г', "h", "h"},   Romanised{U'ґ', "g", "g"},   Romanised{U'д', "d", "d"},
    Romanised{U'е', "e", "e"},   Romanised{U'є', "ye", "ie"}, Romanised{U'ж', "zh", "zh"},
    Romanised{U'з', "z", "z"},   Romanised{U'и', "y", "y"},   Romanised{U'і', "i", "i"},
    Romanised{U'ї', "yi", "i"},  Romanised{U'й', "y", "i"},   Romanised{U'к', "k", "k"},
    Romanised{U'л', "l", "l"},   Romanised{U'м', "m", "m"},   Romanised{U'н', "n", "n"},
    Romanised{U'о', "o", "o"},   Romanised{U'п', "p", "p"},   Romanised{U'р', "r", "r"},
    Romanised{U'с', "s", "s"},   Romanised{U'т', "t", "t"},   Romanised{U'у', "u", "u"},
    Romanised{U'ф', "f", "f"},   Romanised{U'х', "kh", "kh"}, Romanised{U'ц', "ts", "ts"},
    Romanised{U'ч', "ch", "ch"}, Romanised{U'ш', "sh", "sh"}, Romanised{U'щ', "shch", "shch"},
    Romanised{U'ь', "", ""},     Romanised{U'ю', "yu", "iu"}, Romanised{U'я', "ya", "ia"},
    Romanised{U'ё', "yo", "io"}, Romanised{U'ъ', "", ""},     Romanised{U'ы', "y", "y"},
    Romanised{U'э', "e", "e"},   Romanised{U'ў', "u", "u"}};

constexpr bool is_slug_letter(char32_t c) {
    return (c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9');
}

constexpr bool is_apostrophe(char32_t c) {
    return c == U'\'' || c == U'\u2019' || c == U'\u02BC';
}

const Romanised* romanised(char32_t letter) {
    const auto* found = std::find_if(kRomanisation.begin(),
                                     kRomanisation.end(),
                                     [letter](const Romanised& r) { return r.letter == letter; });
    return found == kRomanisation.end() ? nullptr : found;
}

/// Builds a slug from folded characters.
class SlugWriter {
  public:
    void add(char32_t c) {
        if (is_apostrophe(c)) {
            return;
        }
        const char32_t previous = previous_;
        previous_ = c;
        if (is_slug_letter(c)) {
            const char letter = static_cast<char>(c);
            append({&letter, 1});
        } else if (const Romanised* cyrillic = romanised(c)) {
            // "зг" is "zgh", lest it be read as "zh" (ж).
            append(previous == U'з' && c == U'г'    ? "gh"
                   : romanised(previous) == nullptr ? cyrillic->first
                                                    : cyrillic->later);
        } else {
            between_words_ = true;
        }
    }

    [[nodiscard]] std::string take() { return std::move(slug_); }

  private:
    void append(std::string_view letters) {
        if (between_words_ && !slug_.empty() && !letters.empty()) {
            slug_ += '-';
        }
        between_words_ = between_words_ && letters.empty();
        slug_ += letters;
    }

    std::string slug_;
    char32_t previous_ = U' ';
    bool between_words_ = false;
};

void cut_at_hyphen(std::string& slug) {
    if (slug.size() <= kMaxSlugLength) {
        return;
    }
    const std::size_t hyphen = slug.rfind('-', kMaxSlugLength);
    slug.resize(hyphen == std::string::npos ? kMaxSlugLength : hyphen);
}

}  // namespace

std::string slugify(std::string_view title) {
    const std::string folded = fold(title);
    SlugWriter writer;
    for (std::size_t at = 0; at < folded.size();) {
        writer.add(next_character(folded, at));
    }
    std::string slug = writer.take();
    cut_at_hyphen(slug);
    return slug.empty() ? std::string(kFallback) : slug;
}

}  // namespace okienko::language
