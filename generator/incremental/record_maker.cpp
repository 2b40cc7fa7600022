#include "generator/incremental/record_maker.hpp"

#include <algorithm>
#include <future>
#include <limits>

#include "generator/incremental/site_fingerprints.hpp"

namespace okienko::generator {
namespace {

constexpr InputId kUnknown = std::numeric_limits<InputId>::max();

}  // namespace

void RecordMaker::add_made(RecordedFile output) {
    std::lock_guard guard{mutex_};
    files_.push_back(std::move(output));
}

void RecordMaker::add_kept(const RecordedFile& recorded) {
    auto output = recorded;
    for (auto& id : output.reads.inputs) id = renumbered(id);
    std::sort(output.reads.inputs.begin(), output.reads.inputs.end());
    add_made(std::move(output));
}

InputId RecordMaker::renumbered(InputId recorded) {
    if (new_numbers_.empty()) new_numbers_.resize(freshness_.record()->inputs.size(), kUnknown);
    auto& number = new_numbers_[recorded];
    if (number == kUnknown) {
        number = table_.id(freshness_.record()->inputs[recorded].input);
        known_.emplace_back(number, freshness_.today(recorded));
    }
    return number;
}

BuildRecord RecordMaker::finish(const SiteData& site) {
    BuildRecord record;
    record.inputs.resize(table_.size());
    std::vector<bool> known(table_.size());
    for (const auto& [id, fingerprint] : known_) {
        record.inputs[id].fingerprint = fingerprint;
        known[id] = true;
    }
    auto look = [&](std::size_t from) {
        for (auto id = from; id < record.inputs.size(); id += 2) {
            auto input = table_.at(static_cast<InputId>(id));
            record.inputs[id].input = input;
            if (!known[id]) record.inputs[id].fingerprint = fingerprint_of(site, input);
        }
    };
    auto helper = std::async(std::launch::async, look, 1);
    look(0);
    std::sort(files_.begin(), files_.end(), [](const auto& a, const auto& b) {
        return a.address < b.address;
    });
    helper.get();
    for (const auto& made : files_) record.glance.validity.narrow(made.reads.validity);
    record.files = std::move(files_);
    return record;
}

}  // namespace okienko::generator
