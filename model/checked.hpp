#pragma once

#include <cassert>
#include <utility>
#include <variant>
#include <vector>

namespace okienko::model {

/// A value, or every reason why there is none.
///
/// People's mistakes are values here, and they come all at once: an editor who made three of them
/// wants to hear of three. `problems()` is never empty when `ok()` is false.
template <class T, class E>
class [[nodiscard]] Checked {
  public:
    Checked(T value) : state_(std::in_place_index<0>, std::move(value)) {}
    Checked(std::vector<E> problems) : state_(std::in_place_index<1>, std::move(problems)) {
        assert(!std::get<1>(state_).empty());
    }

    [[nodiscard]] bool ok() const { return state_.index() == 0; }
    [[nodiscard]] const T& value() const& { return std::get<0>(state_); }
    [[nodiscard]] T& value() & { return std::get<0>(state_); }
    [[nodiscard]] T&& value() && { return std::get<0>(std::move(state_)); }
    [[nodiscard]] const std::vector<E>& problems() const { return std::get<1>(state_); }

  private:
    std::variant<T, std::vector<E>> state_;
};

}  // namespace okienko::model
