#include "search/expression.hpp"

#include <cstddef>

namespace okienko::search {
namespace {

void append_number(std::string& bytes, std::uint32_t number) {
    while (number >= 0x80) {
        bytes += static_cast<char>((number & 0x7F) | 0x80);
        number >>= 7;
    }
    bytes += static_cast<char>(number);
}

/// Takes numbers off the front; 0 when there is nothing left.
std::uint32_t take_number(std::string_view& bytes) {
    std::uint32_t number = 0;
    for (unsigned shift = 0; !bytes.empty() && shift < 32; shift += 7) {
        auto byte = static_cast<std::uint8_t>(bytes.front());
        bytes.remove_prefix(1);
        number |= static_cast<std::uint32_t>(byte & 0x7F) << shift;
        if (byte < 0x80) break;
    }
    return number;
}

void append(std::string& bytes, const Expression& expression) {
    append_number(bytes, static_cast<std::uint32_t>(expression.size()));
    for (const auto& word : expression) {
        append_number(bytes, static_cast<std::uint32_t>(word.size()));
        for (auto term : word) append_number(bytes, term);
    }
}

Expression take_expression(std::string_view& bytes) {
    Expression expression;
    for (auto words = take_number(bytes); words > 0 && !bytes.empty(); --words) {
        std::vector<TermId> word;
        for (auto terms = take_number(bytes); terms > 0 && !bytes.empty(); --terms) {
            word.push_back(take_number(bytes));
        }
        if (!word.empty()) expression.push_back(std::move(word));
    }
    return expression;
}

}  // namespace

std::string pack(const Expression& expression) {
    std::string bytes;
    append(bytes, expression);
    return bytes;
}

Expression unpack_expression(std::string_view bytes) {
    return take_expression(bytes);
}

std::string pack(const PackedName& name) {
    std::string bytes;
    append_number(bytes, name.weight);
    append(bytes, name.words);
    return bytes;
}

std::vector<PackedName> unpack_names(std::string_view bytes) {
    std::vector<PackedName> names;
    while (!bytes.empty()) {
        auto weight = take_number(bytes);
        names.push_back({take_expression(bytes), weight});
    }
    return names;
}

}  // namespace okienko::search
