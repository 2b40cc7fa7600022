#include "generator/incremental/inputs.hpp"

#include <mutex>

#include "generator/incremental/fingerprint.hpp"

namespace okienko::generator {
namespace {

thread_local ReadScope* current_scope = nullptr;

}  // namespace

std::size_t InputTable::Hash::operator()(const Input& input) const {
    return fingerprint_of_bytes(input.key, static_cast<Fingerprint>(input.kind));
}

InputId InputTable::id(Input input) {
    {
        std::shared_lock lock{mutex_};
        auto known = ids_.find(input);
        if (known != ids_.end()) return known->second;
    }
    std::unique_lock lock{mutex_};
    auto known = ids_.find(input);
    if (known != ids_.end()) return known->second;
    input.key = keys_.emplace_back(input.key);
    auto id = static_cast<InputId>(inputs_.size());
    inputs_.push_back(input);
    ids_.emplace(input, id);
    return id;
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
