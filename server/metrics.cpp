#include "server/metrics.hpp"

#include <algorithm>

namespace okienko::server {
namespace {

/// In the order of FormOutcome.
constexpr std::array<std::string_view, 5> kOutcomes{
    "taken", "repeated", "mistaken", "refused", "failed"};

void append_head(std::string& text, std::string_view name, std::string_view help) {
    text.append("# HELP ").append(name).append(" ").append(help).append("\n");
    text.append("# TYPE ").append(name).append(" counter\n");
}

}  // namespace

void Metrics::count_answer(int status) {
    auto hundreds = std::clamp(status / 100, 1, static_cast<int>(answers_.size()));
    ++answers_[static_cast<std::size_t>(hundreds - 1)];
}

void Metrics::expect_form(std::string_view form) {
    std::lock_guard lock{mutex_};
    forms_.try_emplace(std::string{form});
}

void Metrics::count_form(std::string_view form, FormOutcome outcome) {
    std::lock_guard lock{mutex_};
    auto& outcomes = forms_.try_emplace(std::string{form}).first->second;
    ++outcomes[static_cast<std::size_t>(outcome)];
}

std::string Metrics::text() const {
    std::string text;
    append_head(text, "okienko_http_responses_total", "Answers by the class of their status.");
    for (std::size_t i = 0; i < answers_.size(); ++i) {
        text += "okienko_http_responses_total{code=\"" + std::to_string(i + 1) + "xx\"} " +
                std::to_string(answers_[i]) + "\n";
    }
    return text + forms_text();
}

std::string Metrics::forms_text() const {
    std::string text;
    append_head(text, "okienko_forms_total", "Forms that were sent, by what became of them.");
    std::lock_guard lock{mutex_};
    for (const auto& [form, outcomes] : forms_) {
        for (std::size_t i = 0; i < outcomes.size(); ++i) {
            text += "okienko_forms_total{form=\"" + form + "\",outcome=\"";
            text.append(kOutcomes[i]).append("\"} ").append(std::to_string(outcomes[i])) += '\n';
        }
    }
    return text;
}

}  // namespace okienko::server
