#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "tests/program.hpp"
#include "tests/temporary_folder.hpp"

namespace okienko::tests {

/// The folder of a centre, made for one test from tests/sites/base/ and over it the files of a
/// case: okienko.toml, content/, cards/ (loaded into catalogue.db), sql (statements then run on
/// that) and themes/. The theme of golden sites lies in themes/golden/, or, when the case has
/// themes of its own, in themes/default/, below them.
class CaseInstance {
  public:
    explicit CaseInstance(const std::filesystem::path& case_folder);

    [[nodiscard]] const std::filesystem::path& root() const { return folder_.path(); }
    [[nodiscard]] std::filesystem::path current() const { return root() / "site/current"; }

    /// Runs the program on it, at the fixed moment.
    [[nodiscard]] ProgramResult run(const std::string& command) const;

    /// The published files, without the theme's style sheet, script and icon.
    [[nodiscard]] FileTree published() const;

  private:
    void copy_case(const std::filesystem::path& case_folder) const;
    void load_catalogue() const;

    tests::TemporaryFolder folder_;
};

std::filesystem::path tests_folder();

/// The cases in a folder of tests/: its subfolders that hold any of these, by name.
std::vector<std::string> cases_with(const std::filesystem::path& folder,
                                    const std::vector<std::string>& parts);

/// "small-centre" → "small_centre", as GoogleTest wants names.
std::string test_name(std::string case_name);

}  // namespace okienko::tests
