#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// Just enough of RFC 8259 to write data for another program: values are their own text.
namespace okienko::bench {

std::string json_text(std::string_view text);
std::string json_array(const std::vector<std::string>& values);
std::string json_texts(const std::vector<std::string>& texts);

/// The values of `make(card)` for each card, as an array.
template <class Cards, class Make>
std::string json_rows(const Cards& cards, Make make) {
    std::vector<std::string> rows;
    for (const auto& card : cards) rows.push_back(make(card));
    return json_array(rows);
}

/// Members in the order in which they were added. What is empty is left out: templates treat an
/// absent member as false.
class JsonObject {
  public:
    JsonObject& add(std::string_view key, std::string_view text);
    JsonObject& add(std::string_view key, const std::vector<std::string>& texts);
    JsonObject& number(std::string_view key, std::int64_t value);
    /// A member whose value is JSON already.
    JsonObject& value(std::string_view key, std::string_view json);

    [[nodiscard]] std::string text() const { return "{" + members_ + "}"; }

  private:
    std::string members_;
};

}  // namespace okienko::bench
