#include "server/form_fields.hpp"

#include <algorithm>
#include <array>

#include "language/utf8.hpp"
#include "server/header_values.hpp"

namespace okienko::server {
namespace {

constexpr std::size_t kMostFields = 200;

std::optional<std::string> form_decoded(std::string_view text) {
    std::string spaced{text};
    std::replace(spaced.begin(), spaced.end(), '+', ' ');
    return percent_decoded(spaced);
}

/// Marks of direction and other invisible characters, in UTF-8: a name could look like another one.
constexpr std::array<std::string_view, 15> kInvisible{"\u200B",
                                                      "\u200E",
                                                      "\u200F",
                                                      "\u202A",
                                                      "\u202B",
                                                      "\u202C",
                                                      "\u202D",
                                                      "\u202E",
                                                      "\u2060",
                                                      "\u2066",
                                                      "\u2067",
                                                      "\u2068",
                                                      "\u2069",
                                                      "\u061C",
                                                      "\uFEFF"};

void remove_all(std::string& text, std::string_view part) {
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at)) {
        text.erase(at, part.size());
    }
}

/// C0 but for tabs and line ends, DEL, and C1, whose UTF-8 is 0xC2 and a byte below 0xA0.
void remove_controls(std::string& text) {
    std::string kept;
    kept.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto byte = static_cast<unsigned char>(text[i]);
        auto next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0xFFU;
        if (byte == 0xC2U && next < 0xA0U) {
            ++i;
        } else if ((byte >= 0x20U && byte != 0x7FU) || text[i] == '\n' || text[i] == '\t') {
            kept += text[i];
        }
    }
    text = std::move(kept);
}

void make_line_ends_lf(std::string& text) {
    for (auto at = text.find("\r\n"); at != std::string::npos; at = text.find("\r\n", at)) {
        text.erase(at, 1);
    }
    std::replace(text.begin(), text.end(), '\r', '\n');
}

std::string trimmed(std::string_view text) {
    constexpr std::string_view kSpace = " \t\n";
    auto from = text.find_first_not_of(kSpace);
    if (from == std::string_view::npos) return {};
    return std::string{text.substr(from, text.find_last_not_of(kSpace) - from + 1)};
}

}  // namespace

std::optional<FormFields> FormFields::read(std::string_view encoded) {
    FormFields form;
    while (!encoded.empty()) {
        auto field = encoded.substr(0, encoded.find('&'));
        encoded.remove_prefix(std::min(encoded.size(), field.size() + 1));
        if (field.empty()) continue;
        auto equals = field.find('=');
        auto name = form_decoded(field.substr(0, equals));
        auto value = form_decoded(equals == std::string_view::npos ? std::string_view{}
                                                                   : field.substr(equals + 1));
        if (!name || !value || form.has(*name) || form.fields_.size() == kMostFields ||
            !language::is_valid_utf8(*name) || !language::is_valid_utf8(*value)) {
            return std::nullopt;
        }
        form.fields_.emplace_back(std::move(*name), std::move(*value));
    }
    return form;
}

const std::string* FormFields::find(std::string_view name) const {
    auto found = std::find_if(
        fields_.begin(), fields_.end(), [&](const auto& field) { return field.first == name; });
    return found == fields_.end() ? nullptr : &found->second;
}

std::string FormFields::raw(std::string_view name) const {
    const auto* value = find(name);
    return value ? *value : std::string{};
}

std::string FormFields::text(std::string_view name) const {
    auto text = raw(name);
    make_line_ends_lf(text);
    remove_controls(text);
    for (auto mark : kInvisible) remove_all(text, mark);
    return trimmed(text);
}

std::string FormFields::line(std::string_view name) const {
    auto line = text(name);
    std::replace(line.begin(), line.end(), '\n', ' ');
    std::replace(line.begin(), line.end(), '\t', ' ');
    return line;
}

}  // namespace okienko::server
