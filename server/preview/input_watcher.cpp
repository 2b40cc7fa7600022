#include "server/preview/input_watcher.hpp"

#include <algorithm>
#include <system_error>
#include <utility>

namespace okienko::server {
namespace {

namespace fs = std::filesystem;

bool is_hidden(const fs::path& path) {
    const auto& text = path.native();
    return text[text.rfind('/') + 1] == '.';
}

/// "okienko.toml" lies in "."; an empty path would name no folder at all.
fs::path folder_of(const fs::path& path) {
    return path.has_parent_path() ? path.parent_path() : fs::path{"."};
}

/// What is in one or the other map with another value or not at all. Both are in the same order.
template <class Map>
std::vector<fs::path> differences(const Map& before, const Map& after) {
    std::vector<fs::path> different;
    for (const auto& [path, state] : before) {
        const auto now = after.find(path);
        if (now == after.end() || now->second != state) different.emplace_back(path);
    }
    for (const auto& [path, state] : after) {
        if (!before.contains(path)) different.emplace_back(path);
    }
    std::sort(different.begin(), different.end());
    return different;
}

}  // namespace

InputWatcher::InputWatcher(Inputs inputs, Patience patience)
    : inputs_(std::move(inputs)), folders_(patience), known_(look()) {}

std::vector<fs::path> InputWatcher::wait_for_change(const StopFlag& stop) {
    while (folders_.wait(stop) == FolderWatcher::Seen::Change) {
        auto now = look();
        auto changed = differences(known_.files, now.files);
        known_ = std::move(now);
        if (!changed.empty()) return changed;
    }
    return {};
}

/// Looks again whenever a folder turns out to be new: it may have been filled, with folders too,
/// between being seen and being watched.
InputWatcher::Snapshot InputWatcher::look() {
    auto seen = snapshot();
    while (folders_.add(seen.folders) == FolderWatcher::Watched::Newly) seen = snapshot();
    return seen;
}

InputWatcher::Snapshot InputWatcher::snapshot() const {
    Snapshot seen;
    for (const auto& file : inputs_.files) {
        seen.folders.push_back(folder_of(file));
        add_file(file.string(), seen);
        const auto added = seen.files.find(file.string());
        // SQLite leaves an empty log behind; that says nothing.
        if (added != seen.files.end() && added->second.size == 0) seen.files.erase(added);
    }
    for (const auto& tree : inputs_.trees) {
        seen.folders.push_back(folder_of(tree));
        add_tree(tree, seen);
    }
    return seen;
}

void InputWatcher::add_file(const std::string& file, Snapshot& snapshot) {
    if (auto state = generator::state_of(file)) snapshot.files[file] = *state;
}

/// What vanishes while it is looked at is passed over: its going will be noticed, too.
void InputWatcher::add_tree(const fs::path& folder, Snapshot& snapshot) {
    std::vector<fs::path> to_list{folder};
    while (!to_list.empty()) {
        const auto here = std::move(to_list.back());
        to_list.pop_back();
        std::error_code ignored;
        fs::directory_iterator entry{here, ignored};
        if (ignored) continue;
        snapshot.folders.push_back(here);
        for (; entry != fs::directory_iterator{}; entry.increment(ignored)) {
            if (is_hidden(entry->path())) continue;
            if (entry->is_directory(ignored)) {
                to_list.push_back(entry->path());
            } else {
                add_file(entry->path().string(), snapshot);
            }
        }
    }
}

}  // namespace okienko::server
