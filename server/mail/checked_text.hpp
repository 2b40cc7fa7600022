#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace okienko::server {

/// A text that a rule holds for, from its making on: only `parse` makes one.
template <bool (*Holds)(std::string_view)>
class CheckedText {
  public:
    static std::optional<CheckedText> parse(std::string_view text) {
        if (!Holds(text)) return std::nullopt;
        return CheckedText{text};
    }

    [[nodiscard]] const std::string& text() const { return text_; }

    friend bool operator==(const CheckedText&, const CheckedText&) = default;

  private:
    explicit CheckedText(std::string_view text) : text_(text) {}

    std::string text_;
};

}  // namespace okienko::server
