#include "exchange/json.hpp"

#include <simdjson.h>
#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>
#include <vector>

#include "language/utf8.hpp"

namespace okienko::exchange {
namespace {

using model::Node;
namespace ondemand = simdjson::ondemand;

/// Thrown inside this file only: simdjson's own errors have no place of their own.
struct Stop {
    std::size_t offset;
    const char* message;
};

bool is_stray_control(char c) {
    auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 && c != '\n' && c != '\t';
}

/// JSON can only write them as \\b, \\f, \\r or \\u00….
bool may_have_stray_controls(std::string_view token) {
    for (auto at = token.find('\\'); at != std::string_view::npos; at = token.find('\\', at + 2)) {
        if (at + 1 < token.size() &&
            std::string_view{"bfru"}.find(token[at + 1]) != std::string_view::npos) {
            return true;
        }
    }
    return false;
}

std::string without_stray_controls(std::string_view text, std::string_view token) {
    std::string kept{text};
    if (may_have_stray_controls(token)) std::erase_if(kept, is_stray_control);
    return kept;
}

/// A covered object that is not known: where it stands.
struct Fresh {
    int column;
    std::size_t length;
};

/// Copies simdjson's stream of values into nodes.
class Copier {
  public:
    Copier(const char* text, const KnownObjects* known, std::vector<Fresh>& fresh)
        : text_(text), known_(known), fresh_(fresh) {}

    template <class Value>
    Node copy(Value& value, int depth) {
        ondemand::json_type type = value.type();
        switch (type) {
            case ondemand::json_type::object:
                return copy_object(value, depth);
            case ondemand::json_type::array:
                return copy_array(value, depth);
            case ondemand::json_type::string: {
                std::string_view token = value.raw_json_token();
                std::string_view text = value.get_string();
                return Node{without_stray_controls(text, token), 1, column_of(token)};
            }
            case ondemand::json_type::number:
                return copy_number(value.raw_json_token());
            case ondemand::json_type::boolean: {
                auto column = column_of(value.raw_json_token());
                return Node{bool{value.get_bool()}, 1, column};
            }
            case ondemand::json_type::null:
                if (!value.is_null()) {
                    throw Stop{offset_of(value.raw_json_token()), "to nie jest wartość JSON"};
                }
                return Node{std::string{}, 0, 0};
        }
        return {};
    }

    /// A node that stands for null: its caller leaves it out.
    static bool is_null(const Node& node) { return node.line == 0; }

  private:
    template <class Value>
    Node copy_object(Value& value, int depth) {
        auto column = column_of(value.raw_json_token());
        ondemand::object object = value.get_object();
        return copy_members(object, column, depth);
    }

    Node copy_members(ondemand::object& object, int column, int depth) {
        require_depth(depth, column);
        Node::Table entries;
        constexpr int kWide = 2;  // The object itself and our profile have the most keys.
        entries.reserve(depth < kWide ? 48 : 8);
        for (auto field : object) {
            auto key_column = column_of(field.key().raw());
            std::string key{std::string_view{field.unescaped_key()}};
            ondemand::value each = field.value();
            if (known_ && KnownObjects::is_idle(key)) continue;
            // What somebody else wrote is kept as it is.
            bool original = key == "original";
            const auto* known = original ? std::exchange(known_, nullptr) : known_;
            bool covered = known_ && KnownObjects::covers(key);
            auto node = covered ? copy_covered(each, depth + 1) : copy(each, depth + 1);
            known_ = known;
            if (!is_null(node)) entries.push_back({std::move(key), 1, key_column, std::move(node)});
        }
        return Node{std::move(entries), 1, column};
    }

    Node copy_covered(ondemand::value& value, int depth) {
        ondemand::json_type type = value.type();
        if (type != ondemand::json_type::object) return copy(value, depth);
        ondemand::object object = value.get_object();
        std::string_view json = object.raw_json();
        auto column = column_of(json);
        while (!json.empty() && json.back() != '}') json.remove_suffix(1);
        if (const auto* replacement = known_->find(json)) {
            auto node = *replacement;
            node.column = column;
            return node;
        }
        fresh_.push_back({column, json.size()});
        object.reset();
        return copy_members(object, column, depth);
    }

    template <class Value>
    Node copy_array(Value& value, int depth) {
        auto column = column_of(value.raw_json_token());
        require_depth(depth, column);
        Node::Array members;
        for (auto member : value.get_array()) {
            ondemand::value each = member.value();
            auto node = copy(each, depth + 1);
            if (!is_null(node)) members.push_back(std::move(node));
        }
        return Node{std::move(members), 1, column};
    }

    Node copy_number(std::string_view token) {
        auto column = column_of(token);
        while (!token.empty() &&
               std::string_view{" \t\r\n"}.find(token.back()) != std::string_view::npos) {
            token.remove_suffix(1);
        }
        const char* end = token.data() + token.size();
        std::int64_t whole = 0;
        if (auto [at, error] = std::from_chars(token.data(), end, whole); at == end) {
            if (error == std::errc{}) return Node{whole, 1, column};
            return Node{std::string{token}, 1, column};
        }
        double decimal = 0;
        auto [at, error] = std::from_chars(token.data(), end, decimal);
        if (at != end || error == std::errc::invalid_argument) {
            throw Stop{static_cast<std::size_t>(column - 1), "to nie jest liczba JSON"};
        }
        if (error == std::errc{} && std::isfinite(decimal)) return Node{decimal, 1, column};
        return Node{std::string{token}, 1, column};
    }

    void require_depth(int depth, int column) const {
        if (depth >= kDeepestJson) {
            throw Stop{static_cast<std::size_t>(column - 1),
                       "obiekty i listy są zagnieżdżone głębiej niż 64 razy"};
        }
    }

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
    std::vector<Fresh>& fresh_;
};

const char* in_polish(simdjson::error_code code) {
    switch (code) {
        case simdjson::UTF8_ERROR:
            return "tekst nie jest zapisany w UTF-8";
        case simdjson::UNCLOSED_STRING:
            return "tekst nie ma końcowego cudzysłowu";
        case simdjson::EMPTY:
            return "brakuje obiektu JSON";
        case simdjson::STRING_ERROR:
        case simdjson::UNESCAPED_CHARS:
            return "w tekście jest niedozwolony znak albo zły zapis ze znakiem \\";
        case simdjson::INCOMPLETE_ARRAY_OR_OBJECT:
            return "brakuje zamykającego nawiasu";
        default:
            return "zapis JSON jest niepoprawny";
    }
}

}  // namespace

class JsonReader::Parser {
  public:
    std::variant<Node, JsonFault> read(std::string_view text, const KnownObjects* known) {
        fresh_.clear();
        padded_.assign(text);
        padded_.resize(text.size() + simdjson::SIMDJSON_PADDING, ' ');
        ondemand::document document;
        auto whole = simdjson::padded_string_view(padded_.data(), text.size(), padded_.size());
        if (auto code = parser_.iterate(whole).get(document)) {
            // The document has no place to tell: nothing was read yet.
            auto bad = language::first_invalid_byte(text);
            return JsonFault{bad.value_or(text.size()), in_polish(code)};
        }
        try {
            auto node = read_root(document, known);
            if (!is_at_end(document)) {
                return JsonFault{here(document, text), "po końcu obiektu JSON jest coś jeszcze"};
            }
            return node;
        } catch (const Stop& stop) {
            return JsonFault{stop.offset, stop.message};
        } catch (const simdjson::simdjson_error& error) {
            return JsonFault{here(document, text), in_polish(error.error())};
        }
    }

    [[nodiscard]] std::string_view text_of(int column) const {
        auto found = std::ranges::find(fresh_, column, &Fresh::column);
        if (found == fresh_.end()) return {};
        return std::string_view{padded_}.substr(static_cast<std::size_t>(column - 1),
                                                found->length);
    }

  private:
    Node read_root(ondemand::document& document, const KnownObjects* known) {
        Copier copier{padded_.data(), known, fresh_};
        ondemand::json_type type = document.type();
        if (type != ondemand::json_type::object && type != ondemand::json_type::array) {
            throw Stop{0, "to nie jest obiekt JSON"};
        }
        ondemand::value root = document.get_value();
        return copier.copy(root, 0);
    }

    static bool is_at_end(ondemand::document& document) {
        return document.current_location().error() == simdjson::OUT_OF_BOUNDS;
    }

    std::size_t here(ondemand::document& document, std::string_view text) {
        const char* at = nullptr;
        if (document.current_location().get(at) != simdjson::SUCCESS || !at) return text.size();
        auto offset = at - padded_.data();
        return std::min(text.size(), static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, offset)));
    }

    ondemand::parser parser_;
    std::string padded_;
    std::vector<Fresh> fresh_;
};

JsonReader::JsonReader() : parser_(std::make_unique<Parser>()) {}
JsonReader::~JsonReader() = default;

std::variant<Node, JsonFault> JsonReader::read(std::string_view text, const KnownObjects* known) {
    return parser_->read(text, known);
}

std::string_view JsonReader::text_of(int column) const {
    return parser_->text_of(column);
}

bool KnownObjects::covers(std::string_view key) {
    return key == "organization" || key == "location" || key == "program" || key == "taxonomy_term";
}

bool KnownObjects::is_idle(std::string_view key) {
    return key == "link_id" || key == "link_type" || key == "link_entity";
}

const Node* KnownObjects::find(std::string_view json) const {
    auto found = replacements_.find(json);
    return found == replacements_.end() ? nullptr : &found->second;
}

void KnownObjects::add(std::string_view json, Node replacement) {
    replacements_.emplace(json, std::move(replacement));
}

namespace {

void append_quoted(std::string& out, std::string_view text) {
    constexpr std::string_view kHex = "0123456789abcdef";
    out += '"';
    std::size_t plain = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto byte = static_cast<unsigned char>(text[i]);
        if (byte >= 0x20 && byte != '"' && byte != '\\') continue;
        out.append(text, plain, i - plain);
        plain = i + 1;
        if (byte == '"' || byte == '\\') {
            out += '\\';
            out += text[i];
        } else if (byte == '\n') {
            out += "\\n";
        } else if (byte == '\t') {
            out += "\\t";
        } else {
            out += "\\u00";
            out += kHex[byte >> 4U];
            out += kHex[byte & 15U];
        }
    }
    out.append(text, plain);
    out += '"';
}

struct JsonAppender {
    std::string& out;

    void operator()(const std::string& text) const { append_quoted(out, text); }
    void operator()(std::int64_t number) const { out += std::to_string(number); }
    void operator()(bool flag) const { out += flag ? "true" : "false"; }
    void operator()(model::Date date) const { append_quoted(out, model::to_iso(date)); }
    void operator()(double number) const {
        char digits[32];
        auto end = std::to_chars(std::begin(digits), std::end(digits), number).ptr;
        out.append(std::begin(digits), end);
    }
    void operator()(const Node::Array& members) const {
        out += '[';
        for (const auto& member : members) {
            if (&member != &members.front()) out += ',';
            append_json(out, member);
        }
        out += ']';
    }
    void operator()(const Node::Table& entries) const {
        out += '{';
        for (const auto& entry : entries) {
            if (&entry != &entries.front()) out += ',';
            append_quoted(out, entry.key);
            out += ':';
            append_json(out, entry.value);
        }
        out += '}';
    }
};

}  // namespace

void append_json(std::string& out, const Node& node) {
    std::visit(JsonAppender{out}, node.value);
}

}  // namespace okienko::exchange
