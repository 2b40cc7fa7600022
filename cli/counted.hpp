#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace okienko::cli {

/// A Polish noun in the forms that follow a number: 1 strona, 2 strony, 5 stron.
struct Noun {
    std::string_view one;
    std::string_view few;
    std::string_view many;
};

inline constexpr Noun kPages{"strona", "strony", "stron"};
inline constexpr Noun kFiles{"plik", "pliki", "plików"};
inline constexpr Noun kDatabases{"baza danych", "bazy danych", "baz danych"};
inline constexpr Noun kWarnings{"ostrzeżenie", "ostrzeżenia", "ostrzeżeń"};
inline constexpr Noun kProblems{"problem", "problemy", "problemów"};
inline constexpr Noun kServices{"usługa", "usługi", "usług"};
inline constexpr Noun kProviders{"podmiot", "podmioty", "podmiotów"};
inline constexpr Noun kMessages{"wiadomość", "wiadomości", "wiadomości"};
inline constexpr Noun kSubmissions{"zgłoszenie", "zgłoszenia", "zgłoszeń"};
inline constexpr Noun kMails{"list e-mail", "listy e-mail", "listów e-mail"};
inline constexpr Noun kPlaces{"miejsce", "miejsca", "miejsc"};

/// "5 stron".
std::string counted(std::size_t number, const Noun& noun);

}  // namespace okienko::cli
