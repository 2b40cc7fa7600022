// How mimalloc, which a release is linked with, keeps memory.
#include <mimalloc.h>

namespace {

/// Memory that is not needed any more goes back to the system at once, not after a while: a build
/// has used most of what it needs before the first page is drawn, and is over before the while is.
const bool kReturnsMemory = [] {
    mi_option_set(mi_option_decommit_delay, 0);
    return true;
}();

}  // namespace
