#pragma once

namespace okienko::cli {

/// From now on the allocator of a release (mimalloc) gives memory back to the system as soon as it
/// is free, not after a while. Without meaning in other builds.
void return_memory_at_once();

}  // namespace okienko::cli
