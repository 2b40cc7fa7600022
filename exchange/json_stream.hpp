#pragma once

#include <simdjson.h>
#include <string>
#include <string_view>

namespace okienko::exchange {

namespace ondemand = simdjson::ondemand;

/// A text that simdjson reads: its values come in the order of the text, each of them once. For
/// readers that cannot wait for nodes (exchange/json.hpp). Keeps its memory from one text to the
/// next; belongs to one thread.
class JsonStream {
  public:
    /// The text is copied, because simdjson reads beyond its end.
    simdjson::error_code open(std::string_view text) {
        padded_.assign(text);
        padded_.resize(text.size() + simdjson::SIMDJSON_PADDING, ' ');
        size_ = text.size();
        return parser_.iterate(simdjson::padded_string_view(padded_.data(), size_, padded_.size()))
            .get(document_);
    }

    ondemand::document& document() { return document_; }

    /// The text, as long as no other one is opened; a value's place in it is its distance from
    /// `begin()`.
    [[nodiscard]] std::string_view text() const { return {padded_.data(), size_}; }
    [[nodiscard]] const char* begin() const { return padded_.data(); }

    bool is_at_end() { return document_.current_location().error() == simdjson::OUT_OF_BOUNDS; }

  private:
    ondemand::parser parser_;
    std::string padded_;
    std::size_t size_ = 0;
    ondemand::document document_;
};

/// Whether a text of that token may hold control characters: JSON can only write them as \\b, \\f,
/// \\r or \\u00….
bool may_have_stray_controls(std::string_view token);

}  // namespace okienko::exchange
