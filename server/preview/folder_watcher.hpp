#pragma once

#include <chrono>
#include <filesystem>
#include <set>
#include <vector>

#include "server/release_files.hpp"
#include "server/stop_flag.hpp"

namespace okienko::server {

/// How long a change may go on before somebody is told.
struct Patience {
    std::chrono::milliseconds quiet{50};  ///< Nothing has happened for so long: it is over.
    std::chrono::milliseconds most{500};  ///< It will not end: tell anyway.
};

/// Notices that something happened in a folder, with inotify(7). It does not say what: names and
/// kinds of events differ with every editor, and the kernel drops them when there are too many.
/// Whoever asks looks for himself. Used by one thread.
class FolderWatcher {
  public:
    /// Throws std::runtime_error, in Polish, when the system has no more watchers to give.
    explicit FolderWatcher(Patience patience = {});

    enum class Watched { Already, Newly };
    /// Watches these folders too, each without those below it. Passes over what is no folder or is
    /// gone. Newly: at least one was not watched before. Throws std::runtime_error, in Polish.
    Watched add(const std::vector<std::filesystem::path>& folders);

    enum class Seen { Change, Stop };
    /// Waits until something is created, written, renamed, deleted or given other rights, and then
    /// until that is over; or until the flag is raised.
    Seen wait(const StopFlag& stop);

  private:
    enum class Wait { Happened, TimedOut, Stopped };
    /// A negative time waits for ever.
    [[nodiscard]] Wait poll_for(const StopFlag& stop, std::chrono::milliseconds time) const;
    void forget_events() const;

    Patience patience_;
    Descriptor inotify_;
    std::set<int> watches_;
};

}  // namespace okienko::server
