#pragma once

#include <string>
#include <utility>

#include "model/document.hpp"
#include "model/problem.hpp"

namespace okienko::generator {

/// What readers of settings find wrong beyond the form of the fields. Refers to the document.
class SettingsProblems {
  public:
    explicit SettingsProblems(const model::Document& document) : document_(document) {}

    void report(const model::Node& node, std::string message, std::string remedy) {
        problems_.push_back(model::problem_at(
            document_, node.line, node.column, std::move(message), std::move(remedy)));
    }

    [[nodiscard]] const model::Problems& all() const { return problems_; }

  private:
    const model::Document& document_;
    model::Problems problems_;
};

}  // namespace okienko::generator
