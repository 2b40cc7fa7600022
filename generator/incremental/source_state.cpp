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

constexpr std::chrono::seconds kTooFresh{2};

std::int64_t now() {
    return nanoseconds{system_clock::now().time_since_epoch()}.count();
}

bool is_too_fresh(const FileState& state) {
    return state.changed > now() - nanoseconds{kTooFresh}.count();
}

/// Takes in the states of files, as long as all are old enough.
class SourceMaker {
  public:
    void add_file(const fs::path& file) { add(state_of(file)); }
    /// A database's log of changes: SQLite touches an empty one whenever it reads.
    void add_log(const fs::path& file) {
        auto state = state_of(file);
        add(state && state->size > 0 ? state : std::nullopt);
    }
    void add(const std::optional<FileState>& state) {
        maker_.add(state);
        if (state && is_too_fresh(*state)) settled_ = false;
    }
    void add_folder(const fs::path& folder) {
        for (const auto& file : files_below(folder)) {
            maker_.add(file);
            add_file(folder / file);
        }
    }
    [[nodiscard]] std::optional<Fingerprint> made() const {
        return settled_ ? std::optional{maker_.made()} : std::nullopt;
    }

  private:
    FingerprintMaker maker_;
    bool settled_ = true;
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
    return is_too_fresh(*state) ? fingerprint(now()) : fingerprint(*state);
}

std::optional<Fingerprint> fingerprint_of_sources(const Instance& instance,
                                                  const std::string& theme) {
    SourceMaker maker;
    maker.add_file(instance.settings());
    maker.add_file(instance.catalogue());
    maker.add_log(instance.catalogue().string() + "-wal");
    maker.add_folder(instance.content());
    for (const auto& layer : instance.theme_layers(theme)) maker.add_folder(layer.folder);
    return maker.made();
}

Fingerprint fingerprint_of_program() {
    static const Fingerprint kMade = fingerprint_of_file("/proc/self/exe");
    return kMade;
}

}  // namespace okienko::generator
