#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "generator/incremental/fingerprint.hpp"
#include "generator/incremental/inputs.hpp"
#include "generator/incremental/source_state.hpp"

/// What a build notes for the next one: of what each file of a release was made. A record that is
/// damaged, of another program or of another release counts as none, and everything is made anew.
namespace okienko::generator {

/// What every output depends on.
struct World {
    Fingerprint program = 0;
    Fingerprint settings = 0;
    Fingerprint words = 0;
    Fingerprint assets = 0;
    bool operator==(const World&) const = default;
};

/// What is known of an output before it is made.
struct Recipe {
    Fingerprint template_text = 0;
    Fingerprint frame = 0;  ///< What all pages of its section share.
    Fingerprint own = 0;    ///< Its head, and what it holds itself.
    bool operator==(const Recipe&) const = default;
};

struct RecordedInput {
    Input input;
    Fingerprint fingerprint = 0;
};

struct RecordedFile {
    std::string_view address;
    Recipe recipe;
    std::span<const InputId> inputs;  ///< Numbers of the record's inputs: sorted, each once.
    Validity validity;
    Fingerprint bytes = 0;
    std::uint64_t size = 0;
};

/// Refers to its own bytes when it was read, and to its maker's when it was made. Movable only.
class BuildRecord {
  public:
    BuildRecord() = default;
    BuildRecord(BuildRecord&&) = default;
    BuildRecord& operator=(BuildRecord&&) = default;
    BuildRecord(const BuildRecord&) = delete;
    BuildRecord& operator=(const BuildRecord&) = delete;

    /// What tells at a glance that nothing has changed.
    struct Glance {
        /// Of all files that were read; at no moment when they have to be read again.
        SourceState sources;
        Validity validity;  ///< Of all files together, and no longer than the day.
        std::uint64_t pages = 0;
        std::uint64_t files = 0;  ///< As a RecordDraft counts them.
    };

    std::string release;
    std::string theme;
    std::string time_zone;
    bool precompressed = false;  ///< Whether text files have twins (compression.hpp).
    World world;
    Glance glance;
    std::vector<RecordedInput> inputs;
    std::vector<RecordedFile> files;

    /// The output at this address, or nullptr; of a record that was unfolded.
    [[nodiscard]] const RecordedFile* find(std::string_view address) const;

    /// Takes inputs and files out of the bytes that were read. Most builds find at a glance that
    /// nothing has changed, and never ask for them.
    void unfold();

  private:
    friend std::optional<BuildRecord> open_record(std::string bytes);

    std::string bytes_;       ///< What a record that was read points to.
    std::size_t folded_ = 0;  ///< Where in them inputs and files begin.
    std::unordered_map<std::string_view, std::size_t> by_address_;
};

/// The record of a release, still folded, or nothing when there is none that can be trusted.
std::optional<BuildRecord> read_record(const std::filesystem::path& file,
                                       const std::string& release);

/// A record in a file beside its place. It need not survive a power cut: a damaged record only
/// costs a full build.
class RecordDraft {
  public:
    /// Writes "<file>.new". Throws FileError.
    RecordDraft(std::filesystem::path file, const BuildRecord& record);

    /// Puts it in its place at once (rename(2)).
    void publish() const;

  private:
    std::filesystem::path file_;
};

}  // namespace okienko::generator
