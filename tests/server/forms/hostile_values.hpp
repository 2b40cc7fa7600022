#pragma once

#include <string_view>

#include "language/utf8.hpp"

/// Values that no person types, as a browser would encode them, for every form of the server.
namespace okienko::server {

struct Hostile {
    std::string_view name;
    std::string_view value;
};

/// Bytes that are no text in UTF-8, or no form at all.
inline constexpr Hostile kBroken[] = {
    {"a percent sign alone", "%"},
    {"half an escape", "%4"},
    {"an escape of letters", "%zz"},
    {"a byte of no character", "%FF"},
    {"a UTF-16 mark", "%FE%FFa"},
    {"half a letter", "%C5"},
    {"a continuation alone", "%82"},
    {"a zero in two bytes", "%C0%80"},
    {"a slash in two bytes", "%C0%AF"},
    {"a surrogate", "%ED%A0%80"},
    {"beyond Unicode", "%F5%80%80%80"},
    {"ISO 8859-2", "za%BF%F3%B3%E6"},
    {"Windows-1250", "%9Cwiat"},
};

/// Characters that mislead or command: they must not be in what is kept.
inline constexpr Hostile kMisleading[] = {
    {"a zero byte", "a%00b"},
    {"a backspace", "a%08b"},
    {"a terminal's escape", "a%1B%5B31mb"},
    {"a bell and DEL", "a%07%7Fb"},
    {"a C1 control", "a%C2%85b%C2%9Bb"},
    {"turned direction", "a%E2%80%AEfdp.exe"},
    {"isolated direction", "a%E2%81%A6b%E2%81%A9"},
    {"an Arabic mark", "a%D8%9Cb"},
    {"zero width", "a%E2%80%8Bb%EF%BB%BF"},
    {"invisible tags", "a%F3%A0%81%81b"},
    {"a soft hyphen", "a%C2%ADb"},
    {"a line that looks like none", "a%E2%80%A8Bcc%3A+x%40y.pl"},
    {"a header after a line end", "a%0D%0ABcc%3A+x%40y.pl"},
    {"a header after a bare LF", "a%0ABcc%3A+x%40y.pl"},
    {"a header after a bare CR", "a%0DBcc%3A+x%40y.pl"},
    {"an encoded word", "%3D%3Futf-8%3Fb%3FQmNj%3F%3D"},
    {"a dot alone on its line", "a%0D%0A.%0D%0AMAIL+FROM%3A%3Cx%40y.pl%3E"},
    {"a field of a spreadsheet", "%3DHYPERLINK%28%22x%22%29"},
};

/// What a page must show as text. Each holds "ZLE".
inline constexpr Hostile kScripts[] = {
    {"a script", "%3Cscript%3EZLE%28%29%3C%2Fscript%3E"},
    {"a picture that fails", "%3Cimg+src%3Dx+onerror%3DZLE%28%29%3E"},
    {"the end of a value", "%22%3E%3Csvg%2Fonload%3DZLE%28%29%3E"},
    {"the end of a value in single quotes", "%27%3E%3Csvg%2Fonload%3DZLE%28%29%3E"},
    {"the end of a text area", "%3C%2Ftextarea%3E%3Cscript%3EZLE%3C%2Fscript%3E"},
    {"an attribute", "%22+autofocus+onfocus%3D%22ZLE%28%29"},
    {"a template", "%7B%7B%7Bpage_html%7D%7D%7DZLE%7B%7B%3E+page_top%7D%7D"},
    {"a comment", "%3C%21--ZLE"},
    {"an entity", "%26lt%3Bscript%26gt%3BZLE"},
    {"an address that acts", "javascript%3AZLE%28%29"},
};

/// Whether none of its characters misleads or commands.
inline bool holds_only_text(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        auto character = language::next_character(text, at);
        bool line_end = character == '\n';
        if (!line_end && (language::is_control(character) || language::is_invisible(character) ||
                          language::is_line_separator(character))) {
            return false;
        }
    }
    return true;
}

}  // namespace okienko::server
