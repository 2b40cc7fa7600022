#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "generator/file_tree.hpp"
#include "tests/fuzz/mutations.hpp"
#include "tests/fuzz/targets.hpp"

/// The targets of script/fuzz, without libFuzzer: all seeds, then texts like them. A target that
/// fails ends the program; the text that it was given is in build/<preset>/fuzz/<target>.input.
namespace okienko::fuzz {
namespace {

namespace fs = std::filesystem;

/// Always the same texts: a change that breaks something is the one that is being made.
constexpr std::uint64_t kNumber = 20261128;

class FuzzTarget : public testing::TestWithParam<Target> {
  protected:
    static std::vector<std::string> seeds() {
        std::vector<std::string> seeds;
        auto folder = fs::path{OKIENKO_SOURCE_DIR} / "tests/fuzz/seeds" / GetParam().name;
        for (const auto& file : generator::files_below(folder)) {
            seeds.push_back(generator::read_file(folder / file));
        }
        return seeds;
    }

    void try_text(const std::string& text) const {
        std::ofstream{input_, std::ios::binary} << text;
        GetParam().run(text);
    }

    void SetUp() override { fs::create_directories(input_.parent_path()); }
    void TearDown() override { fs::remove(input_); }

  private:
    fs::path input_ =
        fs::path{OKIENKO_BINARY_DIR} / "fuzz" / (std::string{GetParam().name} + ".input");
};

TEST_P(FuzzTarget, KeepsItsPromisesWhateverItIsGiven) {
    auto all = seeds();
    ASSERT_FALSE(all.empty());
    for (const auto& seed : all) try_text(seed);
    Mutations mutations{all, kNumber};
    for (int i = 0; i < GetParam().texts; ++i) try_text(mutations.next());
}

INSTANTIATE_TEST_SUITE_P(, FuzzTarget, testing::ValuesIn(kTargets), [](const auto& each) {
    return std::string{each.param.name};
});

}  // namespace
}  // namespace okienko::fuzz
