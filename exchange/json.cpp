#include "exchange/json.hpp"

#include <algorithm>
#include <charconv>
#include <utility>
#include <vector>

#include "exchange/json_copier.hpp"
#include "exchange/json_stream.hpp"
#include "language/utf8.hpp"

namespace okienko::exchange {
namespace {

using model::Node;

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
        if (auto code = stream_.open(text)) {
            // The document has no place to tell: nothing was read yet.
            auto bad = language::first_invalid_byte(text);
            return JsonFault{bad.value_or(text.size()), in_polish(code)};
        }
        try {
            auto node = read_root(known);
            if (!stream_.is_at_end()) {
                return JsonFault{here(), "po końcu obiektu JSON jest coś jeszcze"};
            }
            return node;
        } catch (const JsonStop& stop) {
            return JsonFault{stop.offset, stop.message};
        } catch (const simdjson::simdjson_error& error) {
            return JsonFault{here(), in_polish(error.error())};
        }
    }

    [[nodiscard]] std::string_view text_of(int column) const {
        auto found = std::ranges::find(fresh_, column, &FreshObject::column);
        if (found == fresh_.end()) return {};
        return stream_.text().substr(static_cast<std::size_t>(column - 1), found->length);
    }

  private:
    Node read_root(const KnownObjects* known) {
        JsonCopier copier{stream_.begin(), known, fresh_};
        ondemand::json_type type = stream_.document().type();
        if (type != ondemand::json_type::object && type != ondemand::json_type::array) {
            throw JsonStop{0, "to nie jest obiekt JSON"};
        }
        ondemand::value root = stream_.document().get_value();
        return copier.copy(root, 0);
    }

    std::size_t here() {
        const char* at = nullptr;
        auto size = stream_.text().size();
        if (stream_.document().current_location().get(at) != simdjson::SUCCESS || !at) return size;
        auto offset = at - stream_.begin();
        return std::min(size, static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, offset)));
    }

    JsonStream stream_;
    std::vector<FreshObject> fresh_;
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
