#include "server/metrics.hpp"

#include <algorithm>
#include <string_view>

namespace okienko::server {
namespace {

void append_head(std::string& text, std::string_view name, std::string_view help) {
    text.append("# HELP ").append(name).append(" ").append(help).append("\n");
    text.append("# TYPE ").append(name).append(" counter\n");
}

void append_counter(std::string& text,
                    std::string_view name,
                    std::string_view help,
                    std::uint64_t value) {
    append_head(text, name, help);
    text.append(name).append(" ").append(std::to_string(value)).append("\n");
}

}  // namespace

void Metrics::count_answer(int status) {
    auto hundreds = std::clamp(status / 100, 1, static_cast<int>(answers_.size()));
    ++answers_[static_cast<std::size_t>(hundreds - 1)];
}

std::string Metrics::text() const {
    std::string text;
    append_head(text, "okienko_http_responses_total", "Answers by the class of their status.");
    for (std::size_t i = 0; i < answers_.size(); ++i) {
        text += "okienko_http_responses_total{code=\"" + std::to_string(i + 1) + "xx\"} " +
                std::to_string(answers_[i]) + "\n";
    }
    append_counter(
        text, "okienko_messages_total", "Messages that the office has received.", messages_);
    append_counter(text,
                   "okienko_messages_refused_total",
                   "Messages that looked like a machine's or came too often.",
                   refused_messages_);
    return text;
}

}  // namespace okienko::server
