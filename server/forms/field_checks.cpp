#include "server/forms/field_checks.hpp"

#include "language/utf8.hpp"
#include "model/identifiers.hpp"

namespace okienko::server {
namespace {

constexpr int kMostLinks = 2;

int links_in(std::string_view text) {
    int links = 0;
    for (std::string_view scheme : {"http://", "https://", "www."}) {
        for (auto at = text.find(scheme); at != std::string_view::npos;
             at = text.find(scheme, at + scheme.size())) {
            bool within_address = scheme == "www." && at >= 3 && text.substr(at - 3, 3) == "://";
            if (!within_address) ++links;
        }
    }
    return links;
}

}  // namespace

void FieldChecks::fault(std::string_view field, std::string_view word) {
    faults_.push_back({std::string{field}, std::string{word}});
}

void FieldChecks::need(std::string_view field, const std::string& value, std::string_view word) {
    if (value.empty()) fault(field, std::string{word} + "_missing");
}

void FieldChecks::limit(std::string_view field,
                        const std::string& value,
                        std::size_t longest,
                        std::string_view word) {
    if (language::character_count(value) > longest) fault(field, std::string{word} + "_long");
}

void FieldChecks::phone(std::string_view field, const std::string& value) {
    if (value.empty()) return;
    // A short number, such as 112, is one that people call, not one where they can be reached.
    auto number = dialled(value);
    if (!number.starts_with('+') || !model::is_phone(number)) fault(field, "phone_wrong");
}

void FieldChecks::email(std::string_view field, const std::string& value) {
    if (!value.empty() && !model::is_email(value)) fault(field, "email_wrong");
}

void FieldChecks::few_links(std::string_view field, const std::string& value) {
    if (links_in(value) > kMostLinks) fault(field, "links");
}

void FieldChecks::no_pesel(std::string_view field, const std::string& value) {
    if (model::contains_pesel(value)) fault(field, "pesel");
}

bool means_pesel(const FormFields& fields) {
    return fields.line(form_field::kPeselMeant) == "tak";
}

std::string dialled(std::string_view typed) {
    constexpr std::string_view kMarks = " -()/.";
    std::string digits;
    for (char c : typed) {
        bool plus = c == '+' && digits.empty();
        if ((c >= '0' && c <= '9') || plus) {
            digits += c;
        } else if (kMarks.find(c) == std::string_view::npos) {
            return std::string{typed};
        }
    }
    if (digits.starts_with("00")) digits = "+" + digits.substr(2);
    if (digits.size() == 10 && digits.starts_with('0')) digits.erase(0, 1);
    return digits.size() == 9 ? "+48" + digits : digits;
}

}  // namespace okienko::server
