#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace okienko::bench {

/// Numbers that look random and are the same on every machine: SplitMix64 (Steele, Lea and Flood,
/// "Fast splittable pseudorandom number generators", OOPSLA 2014). The standard library's
/// distributions are not, so this has its own.
class Random {
  public:
    /// `table` and `number` name a card, so that each has numbers of its own.
    Random(std::uint64_t table, std::size_t number) : state_(table << 40U ^ number) { next(); }

    /// From 0 to `end` - 1.
    std::size_t below(std::size_t end) { return next() % end; }

    std::size_t between(std::size_t least, std::size_t most) {
        return least + below(most - least + 1);
    }

    bool chance(std::size_t percent) { return below(100) < percent; }

    template <class Values>
    const auto& one_of(const Values& values) {
        return values[below(std::size(values))];
    }

    /// `least` to `most` different members of `values`, in their order there.
    template <class Values>
    auto some_of(const Values& values, std::size_t least, std::size_t most) {
        std::vector<std::decay_t<decltype(values[0])>> chosen;
        auto wanted = std::min(between(least, most), std::size(values));
        for (std::size_t i = 0; chosen.size() < wanted; ++i) {
            auto left = std::size(values) - i;
            if (below(left) < wanted - chosen.size()) chosen.push_back(values[i]);
        }
        return chosen;
    }

  private:
    std::uint64_t next() {
        std::uint64_t mixed = state_ += 0x9E3779B97F4A7C15U;
        mixed = (mixed ^ mixed >> 30U) * 0xBF58476D1CE4E5B9U;
        mixed = (mixed ^ mixed >> 27U) * 0x94D049BB133111EBU;
        return mixed ^ mixed >> 31U;
    }

    std::uint64_t state_;
};

}  // namespace okienko::bench
