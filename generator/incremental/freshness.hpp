#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/incremental/build_record.hpp"
#include "generator/incremental/input_fingerprints.hpp"

namespace okienko::generator {

/// Why an output has to be made anew.
struct Reason {
    enum class Kind {
        Asked,      ///< `build --full`, or `check`.
        NoRecord,   ///< The first build, or no record that can be trusted.
        Program,    ///< Another version of the program.
        Settings,   ///< okienko.toml.
        Words,      ///< The interface's words.
        Assets,     ///< Styles, scripts and images of the theme.
        NewOutput,  ///< There was no such file.
        Template,   ///< The page's template or a component in it.
        Frame,      ///< Menus, contact and the like.
        Own,        ///< Its title, its address, or data of its own.
        Time,       ///< The moment has come until which it held.
        Input,      ///< Something that it shows.
    };
    Kind kind{};
    InputKind input{};  ///< For Kind::Input.
    std::string key = {};
};

/// Decides which outputs of the last release still hold. Made once a build; afterwards immutable
/// and safe for concurrent use. Refers to the record.
class Freshness {
  public:
    /// Nothing holds, for one reason.
    explicit Freshness(Reason reason) : whole_(std::move(reason)) {}

    /// Looks what the inputs of the record are worth today, on `threads` threads, unless nothing
    /// holds anyway.
    Freshness(const BuildRecord& record,
              const InputFingerprints& today,
              const World& world,
              LocalMinute now,
              unsigned threads);

    /// The output as the last release has it, whether or not it holds; nullptr when it is new or
    /// nothing is known.
    [[nodiscard]] const RecordedFile* recorded(std::string_view address) const {
        return record_ ? record_->find(address) : nullptr;
    }

    /// Why an output has to be made, of which `before` is recorded; nothing when that holds.
    [[nodiscard]] std::optional<Reason> why_stale(const RecordedFile* before,
                                                  const Recipe& recipe) const;

    [[nodiscard]] const BuildRecord* record() const { return record_; }

    /// What the inputs of the record are worth today, by their numbers; empty when nothing holds.
    [[nodiscard]] const std::vector<Fingerprint>& looked_at() const { return today_; }

  private:
    const BuildRecord* record_ = nullptr;
    LocalMinute now_ = 0;
    std::optional<Reason> whole_;  ///< Holds for every output.
    std::vector<Fingerprint> today_;
};

}  // namespace okienko::generator
