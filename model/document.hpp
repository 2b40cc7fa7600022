#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "model/choice.hpp"
#include "model/date.hpp"
#include "model/money.hpp"
#include "model/problem.hpp"

namespace okienko::model {

struct DocumentEntry;

/// A value that a person wrote in a structured file, with the place where it stands.
///
/// The readers below answer for values that `check_fields` has already found right; asked for a key
/// that is absent or of another type they answer with the empty value, they never throw.
class Node {
  public:
    using Array = std::vector<Node>;
    using Table = std::vector<DocumentEntry>;
    using Value = std::variant<std::string, std::int64_t, double, bool, Date, Array, Table>;

    Node();
    explicit Node(Value value, int line = 1, int column = 1);

    int line = 1;    ///< In the whole file, from 1.
    int column = 1;  ///< In characters, from 1.
    Value value;

    [[nodiscard]] const Node* find(std::string_view key) const;
    [[nodiscard]] const DocumentEntry* find_entry(std::string_view key) const;

    template <class T>
    [[nodiscard]] const T* as() const {
        return std::get_if<T>(&value);
    }

    [[nodiscard]] std::string text(std::string_view key) const;
    [[nodiscard]] std::optional<std::int64_t> integer(std::string_view key) const;
    [[nodiscard]] std::optional<double> decimal(std::string_view key) const;
    [[nodiscard]] bool boolean(std::string_view key, bool otherwise = false) const;
    [[nodiscard]] std::optional<Date> date(std::string_view key) const;
    [[nodiscard]] std::optional<TimeOfDay> time(std::string_view key) const;
    [[nodiscard]] std::optional<Money> money(std::string_view key) const;
    [[nodiscard]] std::vector<std::string> texts(std::string_view key) const;
    [[nodiscard]] std::vector<int> integers(std::string_view key) const;
    /// The members of a list of tables; empty when the key is absent.
    [[nodiscard]] const Array& groups(std::string_view key) const;
    /// A nested table; an empty one when the key is absent.
    [[nodiscard]] const Node& table(std::string_view key) const;

    template <class E>
    [[nodiscard]] std::optional<E> choice(std::string_view key) const {
        return from_name<E>(text(key));
    }
    template <class E>
    [[nodiscard]] std::vector<E> choices(std::string_view key) const {
        std::vector<E> values;
        for (const auto& each : texts(key)) {
            if (auto value = from_name<E>(each)) values.push_back(*value);
        }
        return values;
    }
};

struct DocumentEntry {
    std::string key;
    int line = 1;
    int column = 1;
    Node value;
};

/// A structured file as read, before anything is known about its meaning.
struct Document {
    std::string file;    ///< Name for messages, relative to the instance.
    std::string source;  ///< The file's whole text.
    Node root;           ///< Always a table.
};

/// A problem at a place of the document, with the line of the file it points at.
Problem problem_at(
    const Document& document, int line, int column, std::string message, std::string remedy = {});

/// The node at a path such as "schedules[2].ends", or the deepest existing one on the way to it.
const Node& node_at(const Node& root, std::string_view path);

/// Line `number` (from 1) of a text, without its end; empty beyond the end.
std::string line_of(std::string_view text, int number);

}  // namespace okienko::model
