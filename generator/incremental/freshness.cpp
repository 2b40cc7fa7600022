#include "generator/incremental/freshness.hpp"

#include <thread>

namespace okienko::generator {
namespace {

std::optional<Reason> difference(const World& before, const World& now) {
    if (before.program != now.program) return Reason{Reason::Kind::Program};
    if (before.settings != now.settings) return Reason{Reason::Kind::Settings};
    if (before.words != now.words) return Reason{Reason::Kind::Words};
    if (before.assets != now.assets) return Reason{Reason::Kind::Assets};
    return std::nullopt;
}

std::optional<Reason> difference(const Recipe& before, const Recipe& now) {
    if (before.template_text != now.template_text) return Reason{Reason::Kind::Template};
    if (before.frame != now.frame) return Reason{Reason::Kind::Frame};
    if (before.own != now.own) return Reason{Reason::Kind::Own};
    return std::nullopt;
}

}  // namespace

Freshness::Freshness(const BuildRecord& record,
                     const InputFingerprints& today,
                     const World& world,
                     LocalMinute now,
                     unsigned threads)
    : record_(&record), now_(now), whole_(difference(record.world, world)) {
    if (whole_) return;
    today_.resize(record.inputs.size());
    auto look = [&](std::size_t from) {
        for (auto i = from; i < today_.size(); i += threads) {
            today_[i] = today.of(record.inputs[i].input);
        }
    };
    std::vector<std::jthread> helpers;
    for (unsigned i = 1; i < threads; ++i) helpers.emplace_back(look, i);
    look(0);
}

std::optional<Reason> Freshness::why_stale(const RecordedFile* before, const Recipe& recipe) const {
    if (whole_) return whole_;
    if (!before) return Reason{Reason::Kind::NewOutput};
    if (auto found = difference(before->recipe, recipe)) return found;
    if (!before->validity.holds_at(now_)) return Reason{Reason::Kind::Time};
    for (auto id : before->inputs) {
        const auto& [input, fingerprint] = record_->inputs[id];
        if (today_[id] == fingerprint) continue;
        return Reason{Reason::Kind::Input, input.kind, std::string{input.key}};
    }
    return std::nullopt;
}

}  // namespace okienko::generator
