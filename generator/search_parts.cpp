#include "generator/search_parts.hpp"

#include <algorithm>
#include <bit>
#include <charconv>

#include "generator/incremental/fingerprint.hpp"
#include "search/index_parts.hpp"

namespace okienko::generator {
namespace {

/// Reading one question from more parts takes longer than a smaller part saves.
constexpr std::size_t kMostParts = 16;
constexpr std::size_t kServicesOfAPart = 500;

std::optional<std::size_t> number_in(std::string_view text) {
    std::size_t number = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

}  // namespace

std::size_t SearchPart::index_of_service(std::string_view slug, std::size_t count) {
    return count == 1 ? 0 : 1 + fingerprint_of_bytes(slug) % (count - 1);
}

std::string SearchPart::address() const {
    return std::string{kSearchFolder} + search::part_file_name(index);
}

std::string SearchPart::key() const {
    return std::to_string(index) + "/" + std::to_string(count);
}

std::optional<SearchPart> SearchPart::from_key(std::string_view key) {
    auto slash = key.find('/');
    if (slash == std::string_view::npos) return std::nullopt;
    auto index = number_in(key.substr(0, slash));
    auto count = number_in(key.substr(slash + 1));
    if (!index || !count || *index >= *count) return std::nullopt;
    return SearchPart{*index, *count};
}

std::size_t number_of_search_parts(std::size_t services) {
    return std::min(std::bit_ceil(services / kServicesOfAPart + 1), kMostParts);
}

std::vector<SearchPart> search_parts(std::size_t services) {
    auto count = number_of_search_parts(services);
    std::vector<SearchPart> parts;
    for (std::size_t i = 0; i < count; ++i) parts.push_back({i, count});
    return parts;
}

}  // namespace okienko::generator
