#include "generator/json_text.hpp"

#include <array>
#include <cassert>
#include <charconv>

// Our texts were checked to be UTF-8 when they were read. What need not be escaped is passed over
// sixteen bytes at a time.
#ifdef __SSE2__
#define RAPIDJSON_SSE2
#endif
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace okienko::generator {
namespace {

rapidjson::SizeType size_of(std::string_view text) {
    return static_cast<rapidjson::SizeType>(text.size());
}

}  // namespace

struct JsonText::Writer {
    rapidjson::StringBuffer buffer;
    rapidjson::Writer<rapidjson::StringBuffer> json{buffer};
};

JsonText::JsonText() : writer_(std::make_unique<Writer>()) {}
JsonText::~JsonText() = default;

JsonText& JsonText::begin_object() {
    writer_->json.StartObject();
    return *this;
}

JsonText& JsonText::end_object() {
    writer_->json.EndObject();
    return *this;
}

JsonText& JsonText::begin_array() {
    writer_->json.StartArray();
    return *this;
}

JsonText& JsonText::end_array() {
    writer_->json.EndArray();
    return *this;
}

JsonText& JsonText::key(std::string_view name) {
    writer_->json.Key(name.data(), size_of(name));
    return *this;
}

JsonText& JsonText::text(std::string_view text) {
    writer_->json.String(text.data(), size_of(text));
    return *this;
}

JsonText& JsonText::number(std::int64_t value) {
    writer_->json.Int64(value);
    return *this;
}

JsonText& JsonText::number(double value) {
    // The shortest text that means this number; RapidJSON's own may have seventeen digits.
    std::array<char, 32> digits{};
    auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    auto size = static_cast<std::size_t>(end - digits.data());
    writer_->json.RawValue(digits.data(), size, rapidjson::kNumberType);
    return *this;
}

JsonText& JsonText::null() {
    writer_->json.Null();
    return *this;
}

JsonText& JsonText::member(std::string_view name, std::string_view text) {
    return text.empty() ? *this : key(name).text(text);
}

std::string JsonText::take() {
    assert(writer_->json.IsComplete());
    std::string_view made{writer_->buffer.GetString(), writer_->buffer.GetSize()};
    std::string out;
    out.reserve(made.size());
    // "<" stands in JSON only inside of texts.
    for (auto at = made.find('<'); at != std::string_view::npos; at = made.find('<')) {
        out.append(made.substr(0, at)).append("\\u003c");
        made.remove_prefix(at + 1);
    }
    return out.append(made);
}

}  // namespace okienko::generator
