#pragma once

#include <string>
#include <vector>

namespace okienko::backup {

/// What is wrong with an archive, or with a file that should go into one. The person who runs the
/// program can do something about it: take another archive, rename the file.
struct Fault {
    std::string path;     ///< Inside the centre or the archive; empty for the archive as a whole.
    std::string message;  ///< A Polish clause without a full stop.
    bool operator==(const Fault&) const = default;
};

using Faults = std::vector<Fault>;

}  // namespace okienko::backup
