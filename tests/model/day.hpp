#pragma once

#include "model/date.hpp"

namespace okienko::model {

/// "2026-11-02", a day that exists.
inline Date day(const char* iso) {
    return parse_date(iso).value();
}

}  // namespace okienko::model
