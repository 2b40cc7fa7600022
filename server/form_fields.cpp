#include "server/form_fields.hpp"

#include <algorithm>
#include <utility>

#include "language/utf8.hpp"
#include "server/header_values.hpp"

namespace okienko::server {
namespace {

/// What is longer is refused as too long anyway, and a long run of combining marks takes a time
/// that grows with its square to compose.
constexpr std::size_t kLongestToCompose = std::size_t{16} * 1024;

std::optional<std::string> form_decoded(std::string_view text) {
    std::string spaced{text};
    std::replace(spaced.begin(), spaced.end(), '+', ' ');
    return percent_decoded(spaced);
}

/// What was typed, in lines that end with LF, without what nobody types.
std::string typed(std::string_view text) {
    std::string kept;
    kept.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        auto from = at;
        auto character = language::next_character(text, at);
        bool ends_line =
            character == '\n' || character == '\r' || language::is_line_separator(character);
        if (ends_line) {
            kept += '\n';
            if (character == '\r' && at < text.size() && text[at] == '\n') ++at;
        } else if (character == '\t' ||
                   (!language::is_control(character) && !language::is_invisible(character))) {
            kept += text.substr(from, at - from);
        }
    }
    return kept;
}

std::string trimmed(std::string_view text) {
    constexpr std::string_view kSpace = " \t\n";
    auto from = text.find_first_not_of(kSpace);
    if (from == std::string_view::npos) return {};
    return std::string{text.substr(from, text.find_last_not_of(kSpace) - from + 1)};
}

}  // namespace

std::optional<FormFields> FormFields::read(std::string_view encoded, std::size_t most) {
    FormFields form;
    while (!encoded.empty()) {
        auto field = encoded.substr(0, encoded.find('&'));
        encoded.remove_prefix(std::min(encoded.size(), field.size() + 1));
        if (field.empty()) continue;
        auto equals = field.find('=');
        auto name = form_decoded(field.substr(0, equals));
        auto value = form_decoded(equals == std::string_view::npos ? std::string_view{}
                                                                   : field.substr(equals + 1));
        if (!name || !value || form.fields_.size() == most || !language::is_valid_utf8(*name) ||
            !language::is_valid_utf8(*value) ||
            !form.fields_.emplace(std::move(*name), std::move(*value)).second) {
            return std::nullopt;
        }
    }
    return form;
}

const std::string* FormFields::find(std::string_view name) const {
    auto found = fields_.find(name);
    return found == fields_.end() ? nullptr : &found->second;
}

std::string FormFields::raw(std::string_view name) const {
    const auto* value = find(name);
    return value ? *value : std::string{};
}

std::string FormFields::text(std::string_view name) const {
    const auto* value = find(name);
    if (!value) return {};
    auto text = trimmed(typed(*value));
    return text.size() > kLongestToCompose ? text : language::nfc(text);
}

std::string FormFields::line(std::string_view name) const {
    auto line = text(name);
    std::replace(line.begin(), line.end(), '\n', ' ');
    std::replace(line.begin(), line.end(), '\t', ' ');
    return line;
}

std::string query_value(const Request& request, std::string_view name) {
    auto query = FormFields::read(request.query);
    return query ? query->line(name) : std::string{};
}

}  // namespace okienko::server
