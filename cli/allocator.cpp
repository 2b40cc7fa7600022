#include "cli/allocator.hpp"

#ifdef OKIENKO_MIMALLOC
#include <mimalloc.h>
#endif

namespace okienko::cli {

void return_memory_at_once() {
#ifdef OKIENKO_MIMALLOC
    mi_option_set(mi_option_decommit_delay, 0);
#endif
}

void take_back_memory_of_ended_threads() {
#ifdef OKIENKO_MIMALLOC
    mi_collect(true);
#endif
}

}  // namespace okienko::cli
