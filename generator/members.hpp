#pragma once

#include <boost/pfr/core.hpp>

namespace okienko::generator {

/// Calls `visit` with every member of a plain struct, in the order in which they are declared.
/// Costly to compile: for the few files that need it.
template <class Struct, class Visit>
void for_each_member(Struct&& whole, Visit&& visit) {
    boost::pfr::for_each_field(whole, visit);
}

}  // namespace okienko::generator
