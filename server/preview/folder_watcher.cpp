#include "server/preview/folder_watcher.hpp"

#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <stdexcept>
#include <string>
#include <system_error>

namespace okienko::server {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

// IN_MODIFY as well as IN_CLOSE_WRITE: a database's log is written to and not closed.
constexpr std::uint32_t kWatchedEvents = IN_CREATE | IN_MODIFY | IN_CLOSE_WRITE | IN_ATTRIB |
                                         IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF |
                                         IN_MOVE_SELF;

[[noreturn]] void fail(const std::string& doing) {
    throw std::runtime_error(doing + ": " + std::generic_category().message(errno));
}

[[noreturn]] void fail_to_watch(const std::filesystem::path& folder) {
    if (errno != ENOSPC) fail("nie mogę obserwować folderu " + folder.string());
    throw std::runtime_error(
        "nie mogę obserwować folderu " + folder.string() +
        ": system nie pozwala na więcej (zwiększ fs.inotify.max_user_watches)");
}

bool is_gone(int error) {
    return error == ENOENT || error == ENOTDIR || error == EACCES || error == ELOOP;
}

}  // namespace

FolderWatcher::FolderWatcher(Patience patience)
    : patience_(patience), inotify_(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {
    if (inotify_.value() >= 0) return;
    if (errno != EMFILE) fail("nie mogę obserwować folderów");
    throw std::runtime_error(
        "nie mogę obserwować folderów: zbyt wiele programów robi to naraz "
        "(zwiększ fs.inotify.max_user_instances)");
}

FolderWatcher::Watched FolderWatcher::add(const std::vector<std::filesystem::path>& folders) {
    auto result = Watched::Already;
    for (const auto& folder : folders) {
        const int watch =
            ::inotify_add_watch(inotify_.value(), folder.c_str(), kWatchedEvents | IN_ONLYDIR);
        if (watch < 0 && is_gone(errno)) continue;
        if (watch < 0) fail_to_watch(folder);
        // A folder that is watched already has the same number again.
        if (watches_.insert(watch).second) result = Watched::Newly;
    }
    return result;
}

FolderWatcher::Wait FolderWatcher::poll_for(const StopFlag& stop, milliseconds time) const {
    while (true) {
        std::array<pollfd, 2> polled{
            {{inotify_.value(), POLLIN, 0}, {stop.descriptor(), POLLIN, 0}}};
        const int ready = ::poll(polled.data(), polled.size(), static_cast<int>(time.count()));
        if (ready < 0 && errno == EINTR) continue;
        if (ready < 0) fail("poll");
        if (polled[1].revents != 0) return Wait::Stopped;
        return ready == 0 ? Wait::TimedOut : Wait::Happened;
    }
}

void FolderWatcher::forget_events() const {
    std::array<char, 16384> events{};
    while (::read(inotify_.value(), events.data(), events.size()) > 0) {
    }
}

FolderWatcher::Seen FolderWatcher::wait(const StopFlag& stop) {
    auto patience = milliseconds{-1};
    auto until = steady_clock::time_point::max();
    while (true) {
        const auto waited = poll_for(stop, patience);
        if (waited == Wait::Stopped) return Seen::Stop;
        if (waited == Wait::TimedOut) return Seen::Change;
        forget_events();
        const auto now = steady_clock::now();
        until = std::min(until, now + patience_.most);
        if (now >= until) return Seen::Change;
        patience = std::min(patience_.quiet, std::chrono::ceil<milliseconds>(until - now));
    }
}

}  // namespace okienko::server
