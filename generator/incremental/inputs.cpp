#include "generator/incremental/inputs.hpp"

#include <algorithm>
#include <bit>
#include <mutex>

#include "generator/incremental/fingerprint.hpp"

namespace okienko::generator {
namespace {

thread_local ReadScope* current_scope = nullptr;

}  // namespace

std::size_t InputTable::Hash::operator()(const Input& input) const {
    return fingerprint_of_bytes(input.key, static_cast<Fingerprint>(input.kind));
}

std::size_t InputTable::place_of(const Input& input) const {
    auto place = Hash{}(input) & (places_.size() - 1);
    while (places_[place] != kFree && inputs_[places_[place]] != input) {
        place = (place + 1) & (places_.size() - 1);
    }
    return place;
}

std::optional<InputId> InputTable::find(const Input& input) const {
    if (places_.empty()) return std::nullopt;
    auto id = places_[place_of(input)];
    return id == kFree ? std::nullopt : std::optional{id};
}

/// For one more, with half of the places free.
void InputTable::make_room() {
    constexpr std::size_t kFewest = 1024;
    if (2 * (inputs_.size() + 1) <= places_.size()) return;
    places_.assign(std::max(kFewest, std::bit_ceil(2 * (inputs_.size() + 1))), kFree);
    for (InputId id = 0; id < inputs_.size(); ++id) places_[place_of(inputs_[id])] = id;
}

InputId InputTable::id(Input input) {
    {
        std::shared_lock lock{mutex_};
        if (auto known = find(input)) return *known;
    }
    std::unique_lock lock{mutex_};
    make_room();
    auto& place = places_[place_of(input)];
    if (place != kFree) return place;
    if (!input.key.empty()) {
        auto* key = static_cast<char*>(keys_.allocate(input.key.size(), 1));
        input.key = {key, input.key.copy(key, input.key.size())};
    } else {
        input.key = "";
    }
    place = static_cast<InputId>(inputs_.size());
    inputs_.push_back(input);
    return place;
}

std::size_t InputTable::size() const {
    std::shared_lock lock{mutex_};
    return inputs_.size();
}

Input InputTable::at(InputId id) const {
    std::shared_lock lock{mutex_};
    return inputs_[id];
}

InputId InputNumbers::id(const Input& input) {
    auto& place = recent_[InputTable::Hash{}(input) % kRemembered];
    bool known = place.input.key.data() && place.input == input;
    if (!known) {
        auto id = table_.id(input);
        place = {table_.at(id), id};
    }
    return place.id;
}

ReadScope::ReadScope(InputNumbers& numbers) : numbers_(numbers), outer_(current_scope) {
    current_scope = this;
}

ReadScope::~ReadScope() {
    current_scope = outer_;
}

Reads ReadScope::take() {
    auto& noted = reads_.inputs;
    std::sort(noted.begin(), noted.end());
    // A copy has just the memory it needs; what is noted is mostly repetition.
    Reads taken{.inputs = {noted.begin(), std::unique(noted.begin(), noted.end())},
                .validity = reads_.validity};
    reads_ = {};
    return taken;
}

void note_read(InputKind kind, std::string_view key) {
    if (!current_scope) return;
    current_scope->reads_.inputs.push_back(current_scope->numbers_.id({kind, key}));
}

void note_validity(const Validity& validity) {
    if (current_scope) current_scope->reads_.validity.narrow(validity);
}

void note_reads(const Reads& reads) {
    if (!current_scope) return;
    auto& noted = current_scope->reads_;
    noted.inputs.insert(noted.inputs.end(), reads.inputs.begin(), reads.inputs.end());
    noted.validity.narrow(reads.validity);
}

InputNumbers* current_numbers() {
    return current_scope ? &current_scope->numbers_ : nullptr;
}

void note_problem(model::Problem problem) {
    if (current_scope) current_scope->problems_.push_back(std::move(problem));
}

}  // namespace okienko::generator
