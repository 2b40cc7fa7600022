#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
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

/// Objects that many records bear, each met before and replaced by something small.
class KnownObjects {
  public:
    /// Whether objects under this key are worth knowing.
    [[nodiscard]] static bool covers(std::string_view key);

    /// Keys that only say what the nesting says anyway; they are not read.
    [[nodiscard]] static bool is_idle(std::string_view key);

    [[nodiscard]] const model::Node* find(std::string_view json) const;

    /// Stands for the object from now on. `json` is the object's whole text.
    void add(std::string_view json, model::Node replacement);

  private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const {
            return std::hash<std::string_view>{}(text);
        }
    };
    std::unordered_map<std::string, model::Node, Hash, std::equal_to<>> replacements_;
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
    std::variant<model::Node, JsonFault> read(std::string_view text,
                                              const KnownObjects* known = nullptr);

    /// The text of an object that was covered and not known in the last read, by its column; empty
    /// for any other.
    [[nodiscard]] std::string_view text_of(int column) const;

  private:
    class Parser;
    std::unique_ptr<Parser> parser_;
};

/// Appends a node as JSON without spaces.
void append_json(std::string& out, const model::Node& node);

}  // namespace okienko::exchange
