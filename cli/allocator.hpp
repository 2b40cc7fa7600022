#pragma once

namespace okienko::cli {

/// From now on the allocator of a release (mimalloc) gives memory back to the system as soon as it
/// is free, not after a while. Without meaning in other builds.
void return_memory_at_once();

/// What threads that have ended left half used can be used, and given back, by the others again.
/// For the thread that the program began with.
void take_back_memory_of_ended_threads();

}  // namespace okienko::cli
