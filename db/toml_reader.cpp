#include "db/toml_reader.hpp"

#include <toml++/toml.h>
#include <algorithm>

namespace okienko::db {
namespace {

using model::Date;
using model::DocumentEntry;
using model::Node;

/// Copies toml++'s tree into ours, in the order of the file.
class TreeCopier {
  public:
    explicit TreeCopier(int first_line) : line_offset_(first_line - 1) {}

    [[nodiscard]] Node copy(const toml::node& node) const {
        return node.visit([this](const auto& typed) {
            return Node{value_of(typed), line_of(typed.source()), column_of(typed.source())};
        });
    }

  private:
    [[nodiscard]] int line_of(const toml::source_region& at) const {
        return static_cast<int>(at.begin.line) + line_offset_;
    }
    static int column_of(const toml::source_region& at) {
        return static_cast<int>(at.begin.column);
    }

    [[nodiscard]] Node::Value value_of(const toml::table& table) const {
        Node::Table entries;
        for (const auto& [key, node] : table) {
            entries.push_back({std::string{key.str()},
                               line_of(key.source()),
                               column_of(key.source()),
                               copy(node)});
        }
        std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) {
            return std::tie(a.line, a.column) < std::tie(b.line, b.column);
        });
        return entries;
    }

    [[nodiscard]] Node::Value value_of(const toml::array& array) const {
        Node::Array members;
        members.reserve(array.size());
        for (const auto& node : array) members.push_back(copy(node));
        return members;
    }

    [[nodiscard]] Node::Value value_of(const toml::value<std::string>& value) const {
        return value.get();
    }
    [[nodiscard]] Node::Value value_of(const toml::value<std::int64_t>& value) const {
        return value.get();
    }
    [[nodiscard]] Node::Value value_of(const toml::value<double>& value) const {
        return value.get();
    }
    [[nodiscard]] Node::Value value_of(const toml::value<bool>& value) const { return value.get(); }

    [[nodiscard]] Node::Value value_of(const toml::value<toml::date>& value) const {
        const auto& date = value.get();
        return Date{std::chrono::year{date.year},
                    std::chrono::month{date.month},
                    std::chrono::day{date.day}};
    }

    [[nodiscard]] Node::Value value_of(const toml::value<toml::time>& value) const {
        return model::to_iso(model::TimeOfDay{value.get().hour * 60 + value.get().minute});
    }

    /// A moment with a date and a time has no field of ours: left as a text, it meets its error
    /// where the field is checked.
    [[nodiscard]] Node::Value value_of(const toml::value<toml::date_time>& value) const {
        std::ostringstream text;
        text << value.get();
        return text.str();
    }

    int line_offset_;
};

/// The first column behind a line. Of a text that ends too early toml++ says a later one: it counts
/// the line's end as well.
int column_behind(std::string_view source, int line) {
    auto is_letter = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; };
    return static_cast<int>(std::ranges::count_if(model::line_of(source, line), is_letter)) + 1;
}

}  // namespace

model::Checked<model::Document, model::Problem> read_toml(std::string file,
                                                          std::string source,
                                                          std::string_view toml,
                                                          int first_line) {
    model::Document document{std::move(file), std::move(source), Node{}};
    try {
        auto table = toml::parse(toml, document.file);
        document.root = TreeCopier{first_line}.copy(table);
        return document;
    } catch (const toml::parse_error& error) {
        const auto& at = error.source().begin;
        auto line = static_cast<int>(at.line) + first_line - 1;
        return std::vector{model::problem_at(
            document,
            line,
            std::min(static_cast<int>(at.column), column_behind(document.source, line)),
            "zapis TOML jest niepoprawny (" + std::string{error.description()} + ")",
            "sprawdź cudzysłowy, znak = i nawiasy w tym wierszu")};
    }
}

model::Checked<model::Document, model::Problem> read_toml(std::string file, std::string source) {
    std::string toml = source;
    return read_toml(std::move(file), std::move(source), toml);
}

}  // namespace okienko::db
