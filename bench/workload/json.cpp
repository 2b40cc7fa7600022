#include "bench/workload/json.hpp"

namespace okienko::bench {

std::string json_text(std::string_view text) {
    std::string quoted = "\"";
    for (char c : text) {
        if (c == '"' || c == '\\') quoted += '\\';
        if (c == '\n') {
            quoted += "\\n";
        } else {
            quoted += c;
        }
    }
    return quoted + '"';
}

std::string json_array(const std::vector<std::string>& values) {
    std::string array = "[";
    for (const auto& value : values) {
        if (array.size() > 1) array += ',';
        array += value;
    }
    return array + ']';
}

std::string json_texts(const std::vector<std::string>& texts) {
    return json_rows(texts, json_text);
}

JsonObject& JsonObject::add(std::string_view key, std::string_view text) {
    return text.empty() ? *this : value(key, json_text(text));
}

JsonObject& JsonObject::add(std::string_view key, const std::vector<std::string>& texts) {
    return texts.empty() ? *this : value(key, json_texts(texts));
}

JsonObject& JsonObject::number(std::string_view key, std::int64_t number) {
    return value(key, std::to_string(number));
}

JsonObject& JsonObject::value(std::string_view key, std::string_view json) {
    if (!members_.empty()) members_ += ",\n";
    members_ += json_text(key) + ":";
    members_ += json;
    return *this;
}

}  // namespace okienko::bench
