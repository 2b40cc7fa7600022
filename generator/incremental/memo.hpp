#pragma once

#include <atomic>
#include <cstddef>
#include <memory>
#include <vector>

#include "generator/incremental/inputs.hpp"

namespace okienko::generator {

/// Values that many pages show, each made when it is first asked for. What making one has read is
/// noted for every page that asks. For one build: all its scopes have the same table.
/// Thread-safe; two threads may make a value at the same time, and one of the two is kept.
template <class Value>
class Memo {
  public:
    explicit Memo(std::size_t size) : entries_(size) {}
    Memo(const Memo&) = delete;
    Memo& operator=(const Memo&) = delete;
    ~Memo() {
        for (auto& entry : entries_) delete entry.load();
    }

    /// The value at this index. Lives as long as the memo.
    template <class Make>
    const Value& get(std::size_t index, Make make) {
        auto& entry = entries_[index];
        const auto* made = entry.load(std::memory_order_acquire);
        if (!made) made = put(entry, make);
        note_reads(made->reads);
        return made->value;
    }

  private:
    struct Made {
        Value value;
        Reads reads;
    };

    template <class Make>
    static const Made* put(std::atomic<const Made*>& entry, Make make) {
        const auto* fresh = made_by(make);
        const Made* kept = nullptr;
        if (entry.compare_exchange_strong(kept, fresh)) return fresh;
        delete fresh;
        return kept;
    }

    template <class Make>
    static const Made* made_by(Make make) {
        auto* numbers = current_numbers();
        if (!numbers) return new Made{make(), {}};
        ReadScope scope{*numbers};
        auto value = make();
        return new Made{std::move(value), scope.take()};
    }

    std::vector<std::atomic<const Made*>> entries_;
};

}  // namespace okienko::generator
