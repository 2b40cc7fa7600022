#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "generator/incremental/source_state.hpp"
#include "server/preview/folder_watcher.hpp"
#include "server/stop_flag.hpp"

namespace okienko::server {

/// What a build reads. None of it has to exist; it may come, go and be replaced.
struct Inputs {
    std::vector<std::filesystem::path> files;  ///< An empty one counts as absent.
    std::vector<std::filesystem::path> trees;  ///< With all below, but for names that begin with a
                                               ///< dot (no build reads them).
};

/// Knows when the inputs of a build differ from what they were. What counts is which files there
/// are and whether they are the same, so a swap file that comes and goes is no change, and a file
/// replaced by renaming another over it is one. Used by one thread.
class InputWatcher {
  public:
    /// Remembers the inputs as they are. Throws std::runtime_error, in Polish.
    explicit InputWatcher(Inputs inputs, Patience patience = {});

    /// Waits until they differ from what is remembered, remembers them anew, and answers with the
    /// files that came, went or changed, in order; with none when the flag was raised. What changes
    /// between two calls is answered by the second at once. Throws std::runtime_error, in Polish.
    std::vector<std::filesystem::path> wait_for_change(const StopFlag& stop);

  private:
    struct Snapshot {
        std::vector<std::filesystem::path> folders;  ///< All that have to be watched.
        std::map<std::string, generator::FileState>
            files;  ///< By path, as text: paths compare slowly.
    };

    Snapshot look();
    [[nodiscard]] Snapshot snapshot() const;
    static void add_file(const std::string& file, Snapshot& snapshot);
    static void add_tree(const std::filesystem::path& folder, Snapshot& snapshot);

    Inputs inputs_;
    FolderWatcher folders_;
    Snapshot known_;
};

}  // namespace okienko::server
