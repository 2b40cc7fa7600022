#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <variant>

#include "model/document.hpp"

/// JSON text in and out of nodes. In a node that was read, `column` is the byte offset of the value
/// in the text, from 1; exchange/record_text.hpp makes lines and columns of it when somebody needs
/// them. `null` counts as an absent key.
namespace okienko::exchange {

/// Where and why a text is no JSON.
struct JsonFault {
    std::size_t offset = 0;
    std::string message;
};

/// How deep arrays and objects may lie within each other.
inline constexpr int kDeepestJson = 64;

/// Keeps its memory from one text to the next. Belongs to one thread.
class JsonReader {
  public:
    JsonReader();
    JsonReader(const JsonReader&) = delete;
    JsonReader& operator=(const JsonReader&) = delete;
    ~JsonReader();

    /// Reads one value, which is the whole text. Texts keep their line ends and tabs and lose other
    /// control characters. A number too large for a machine comes back as the text it is.
    std::variant<model::Node, JsonFault> read(std::string_view text);

  private:
    class Parser;
    std::unique_ptr<Parser> parser_;
};

/// Appends a node as JSON without spaces.
void append_json(std::string& out, const model::Node& node);

}  // namespace okienko::exchange
