#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "exchange/json.hpp"
#include "exchange/json_stream.hpp"
#include "model/document.hpp"

namespace okienko::exchange {

/// Thrown where a text is no JSON and simdjson does not mind, or cannot say where.
struct JsonStop {
    std::size_t offset;
    const char* message;
};

/// A covered object that is not known: where it stands.
struct FreshObject {
    int column;
    std::size_t length;
};

/// Copies values of a stream into nodes. Throws JsonStop and simdjson_error.
class JsonCopier {
  public:
    /// `text` is where the stream begins. What is found in `known` comes as its replacement, and
    /// the other covered objects are added to `fresh`; null: objects are not looked up.
    JsonCopier(const char* text, const KnownObjects* known, std::vector<FreshObject>& fresh)
        : text_(text), known_(known), fresh_(fresh) {}

    /// A value at that depth within the text.
    model::Node copy(ondemand::value& value, int depth);

    /// The members of an object that stands in that column.
    model::Node copy_members(ondemand::object& object, int column, int depth);

    /// A node that stands for null: its caller leaves it out.
    static bool is_null(const model::Node& node) { return node.line == 0; }

  private:
    model::Node copy_object(ondemand::value& value, int depth);
    model::Node copy_covered(ondemand::value& value, int depth);
    model::Node copy_array(ondemand::value& value, int depth);
    [[nodiscard]] model::Node copy_number(std::string_view token) const;

    static void require_depth(int depth, int column);

    [[nodiscard]] std::size_t offset_of(std::string_view token) const {
        return static_cast<std::size_t>(token.data() - text_);
    }
    [[nodiscard]] int column_of(std::string_view token) const {
        return static_cast<int>(offset_of(token)) + 1;
    }
    /// A key's text begins after its quotation mark.
    [[nodiscard]] int column_of(const char* key) const { return static_cast<int>(key - text_); }

    const char* text_;
    const KnownObjects* known_;
    std::vector<FreshObject>& fresh_;
};

}  // namespace okienko::exchange
