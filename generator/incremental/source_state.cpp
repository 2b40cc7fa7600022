#include "generator/incremental/source_state.hpp"

#include <sys/stat.h>

#include <chrono>

#include "generator/file_tree.hpp"
#include "generator/incremental/value_fingerprint.hpp"

namespace okienko::generator {
namespace {

namespace fs = std::filesystem;
using std::chrono::nanoseconds;
using std::chrono::system_clock;

/// A file that changed just before a moment may change once more without its time stamp telling.
/// Stamps of most file systems are as exact as the kernel's clock, which ticks every few
/// milliseconds; some (FAT) only say the second, or every other one.
constexpr std::chrono::milliseconds kTooFresh{100};
constexpr std::chrono::seconds kTooFreshInSeconds{2};

std::int64_t now() {
    return nanoseconds{system_clock::now().time_since_epoch()}.count();
}

bool is_too_fresh(const FileState& state, std::int64_t at) {
    bool says_seconds = state.changed % nanoseconds{std::chrono::seconds{1}}.count() == 0;
    nanoseconds fresh = says_seconds ? nanoseconds{kTooFreshInSeconds} : nanoseconds{kTooFresh};
    return state.changed > at - fresh.count();
}

/// Takes in the states of files, and the bytes of those that changed just before a moment.
class SourceMaker {
  public:
    explicit SourceMaker(std::int64_t at) : at_(at) {}

    void add_file(const fs::path& file) { add(file, state_of(file)); }
    /// A database's log of changes: SQLite touches an empty one whenever it reads.
    void add_log(const fs::path& file) {
        auto state = state_of(file);
        add(file, state && state->size > 0 ? state : std::nullopt);
    }
    void add_folder(const fs::path& folder) {
        for (const auto& file : files_below(folder)) {
            maker_.add(file);
            add_file(folder / file);
        }
    }
    [[nodiscard]] Fingerprint made() const { return maker_.made(); }

  private:
    void add(const fs::path& file, const std::optional<FileState>& state) {
        if (state && is_too_fresh(*state, at_)) {
            maker_.add(fingerprint_of_contents(file));
        } else {
            maker_.add(state);
        }
    }

    std::int64_t at_;
    FingerprintMaker maker_;
};

}  // namespace

std::optional<FileState> state_of(const fs::path& file) {
    struct stat found {};
    if (::stat(file.c_str(), &found) != 0 || !S_ISREG(found.st_mode)) return std::nullopt;
    auto changed = std::chrono::seconds{found.st_ctim.tv_sec} + nanoseconds{found.st_ctim.tv_nsec};
    return FileState{found.st_ino, found.st_size, nanoseconds{changed}.count()};
}

Fingerprint fingerprint_of_file(const fs::path& file) {
    auto state = state_of(file);
    if (!state) throw_file_error("nie można odczytać", file);
    return is_too_fresh(*state, now()) ? fingerprint(now()) : fingerprint(*state);
}

SourceState source_state_now(const Instance& instance, const std::string& theme) {
    return source_state_at(now(), instance, theme);
}

SourceState source_state_at(std::int64_t at, const Instance& instance, const std::string& theme) {
    SourceMaker maker{at};
    maker.add_file(instance.settings());
    maker.add_file(instance.catalogue());
    maker.add_log(instance.catalogue().string() + "-wal");
    maker.add_folder(instance.content());
    for (const auto& layer : instance.theme_layers(theme)) maker.add_folder(layer.folder);
    return {.at = at, .fingerprint = maker.made()};
}

Fingerprint fingerprint_of_program() {
    static const Fingerprint kMade = fingerprint_of_file("/proc/self/exe");
    return kMade;
}

}  // namespace okienko::generator
