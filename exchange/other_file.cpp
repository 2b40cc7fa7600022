#include "exchange/other_file.hpp"

#include <string>

namespace okienko::exchange {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kSaveAsCsv = "w arkuszu wybierz: Zapisz jako → CSV UTF-8";
constexpr std::string_view kUnpack = "rozpakuj go i wczytaj to, co jest w środku";
constexpr std::string_view kWhatWeRead = "przyjmujemy tabele CSV i pliki HSDS (JSON)";

struct Signature {
    std::string_view bytes;
    OtherFile file;
};

constexpr Signature kSignatures[] = {
    {"PK\x03\x04"sv, {"to jest plik arkusza (xlsx albo ods), a nie CSV", kSaveAsCsv}},
    {"\xD0\xCF\x11\xE0"sv, {"to jest plik dawnego Excela (xls), a nie CSV", kSaveAsCsv}},
    {"\xFF\xFE"sv, {"plik jest zapisany jako UTF-16", kSaveAsCsv}},
    {"\xFE\xFF"sv, {"plik jest zapisany jako UTF-16", kSaveAsCsv}},
    {"\x1F\x8B"sv, {"to jest plik spakowany (gz)", kUnpack}},
    {"7z\xBC\xAF"sv, {"to jest plik spakowany (7z)", kUnpack}},
    {"Rar!"sv, {"to jest plik spakowany (rar)", kUnpack}},
    {"%PDF"sv, {"to jest dokument PDF", kWhatWeRead}},
    {"{\\rtf"sv, {"to jest dokument RTF", kWhatWeRead}},
    {"<"sv, {"to jest strona HTML albo plik XML", kWhatWeRead}},
};

}  // namespace

std::optional<OtherFile> other_file(std::string_view beginning) {
    for (const auto& [bytes, file] : kSignatures) {
        if (beginning.starts_with(bytes)) return file;
    }
    if (beginning.find('\0') != std::string_view::npos) {
        return OtherFile{"to nie jest plik tekstowy", kWhatWeRead};
    }
    return std::nullopt;
}

}  // namespace okienko::exchange
