#pragma once

#include <filesystem>
#include <optional>

#include "generator/descriptor.hpp"

/// Who may work in a centre's folder at the same time: any number of commands that read it or
/// write one file of it safely, or one restore, which changes all of it (flock(2) on the folder
/// itself: nothing is left behind, whatever kills the program).
///
/// Whoever gets in first finishes or clears away what a killed restore left there, so that nobody
/// ever sees a mixture of two states.
namespace okienko::backup {

/// Keeps restores out while it lives. A folder that does not exist yet needs no keeping. Throws
/// FileError while a restore is under way.
class InstanceUse {
  public:
    explicit InstanceUse(const std::filesystem::path& root);

  private:
    std::optional<generator::Descriptor> lock_;
};

/// Keeps everybody else out while it lives. The folder exists. Throws FileError while anybody works
/// there.
class InstanceTakeover {
  public:
    explicit InstanceTakeover(const std::filesystem::path& root);

  private:
    generator::Descriptor lock_;
};

}  // namespace okienko::backup
