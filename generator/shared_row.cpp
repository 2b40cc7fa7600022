#include "generator/shared_row.hpp"

#include "generator/view.hpp"

namespace okienko::generator {

View SharedRow::view() const {
    return make_();
}

void SharedRow::append_to(std::string& out, Fingerprint section, const Draw& draw) const {
    auto fresh = [&] { return draw(view()); };
    if (drawn_) {
        const auto& kept = drawn_->get(index_, fresh);
        if (kept.section == section) {
            out += kept.text;
            return;
        }
    }
    out += fresh().text;
}

}  // namespace okienko::generator
