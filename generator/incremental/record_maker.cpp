#include "generator/incremental/record_maker.hpp"

#include <algorithm>
#include <future>
#include <limits>

namespace okienko::generator {
namespace {

/// The numbers of the last record go on, so that what it says of a file can stay as it is.
std::vector<Input> known_inputs(const Freshness& freshness) {
    std::vector<Input> known;
    known.reserve(freshness.looked_at().size());
    for (std::size_t i = 0; i < freshness.looked_at().size(); ++i) {
        known.push_back(freshness.record()->inputs[i].input);
    }
    return known;
}

}  // namespace

RecordMaker::RecordMaker(const Freshness& freshness, std::size_t files)
    : freshness_(freshness), table_(known_inputs(freshness)) {
    files_.reserve(files);
}

std::span<const InputId> RecordMaker::keep(std::span<const InputId> inputs) {
    if (inputs.empty()) return {};
    auto* kept = static_cast<InputId*>(inputs_.allocate(inputs.size_bytes(), alignof(InputId)));
    std::ranges::copy(inputs, kept);
    return {kept, inputs.size()};
}

void RecordMaker::add_made(RecordedFile output, const Reads& reads) {
    std::lock_guard guard{mutex_};
    output.inputs = keep(reads.inputs);
    output.validity = reads.validity;
    files_.push_back(output);
}

void RecordMaker::add_kept(const RecordedFile& recorded) {
    std::lock_guard guard{mutex_};
    files_.push_back(recorded);
}

BuildRecord RecordMaker::finish(const InputFingerprints& today) {
    BuildRecord record;
    record.inputs.resize(table_.size());
    auto known = freshness_.looked_at().size();
    auto look = [&](std::size_t from) {
        for (auto i = from; i < record.inputs.size(); i += 2) {
            auto input = table_.at(static_cast<InputId>(i));
            record.inputs[i] = {input, i < known ? freshness_.looked_at()[i] : today.of(input)};
        }
    };
    auto helper = std::async(std::launch::async, look, 1);
    look(0);
    std::sort(files_.begin(), files_.end(), [](const auto& a, const auto& b) {
        return a.address < b.address;
    });
    helper.get();
    for (const auto& made : files_) record.glance.validity.narrow(made.validity);
    record.files = std::move(files_);
    drop_unread(record);
    return record;
}

/// Inputs that no file reads any more do no harm, but each build would look at them. They go when
/// there are many.
void RecordMaker::drop_unread(BuildRecord& record) {
    constexpr std::size_t kTolerated = 8;  // One of so many.
    constexpr auto kUnread = std::numeric_limits<InputId>::max();
    std::vector<InputId> numbers(record.inputs.size(), kUnread);
    for (const auto& file : record.files) {
        for (auto id : file.inputs) numbers[id] = 0;
    }
    auto unread = static_cast<std::size_t>(std::ranges::count(numbers, kUnread));
    if (unread * kTolerated <= numbers.size()) return;
    std::vector<RecordedInput> read;
    read.reserve(numbers.size() - unread);
    for (InputId id = 0; id < numbers.size(); ++id) {
        if (numbers[id] == kUnread) continue;
        numbers[id] = static_cast<InputId>(read.size());
        read.push_back(record.inputs[id]);
    }
    std::vector<InputId> renumbered;
    for (auto& file : record.files) {
        renumbered.clear();
        for (auto id : file.inputs) renumbered.push_back(numbers[id]);
        file.inputs = keep(renumbered);
    }
    record.inputs = std::move(read);
}

}  // namespace okienko::generator
