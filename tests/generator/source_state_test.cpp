#include "generator/incremental/source_state.hpp"

#include <gtest/gtest.h>

#include <chrono>

#include "generator/file_tree.hpp"
#include "tests/temporary_folder.hpp"

namespace okienko::generator {
namespace {

class SourceStates : public testing::Test {
  protected:
    SourceStates() {
        std::filesystem::create_directories(instance_.content());
        write_file(instance_.settings(), "[site]\n");
        write_file(page(), "stary tekst");
    }

    [[nodiscard]] std::filesystem::path page() const { return instance_.content() / "strona.md"; }
    [[nodiscard]] SourceState now() const { return source_state_now(instance_, "default"); }
    [[nodiscard]] SourceState again(const SourceState& before) const {
        return source_state_at(before.at, instance_, "default");
    }

    tests::TemporaryFolder folder_;
    Instance instance_{folder_.path(), folder_.path()};
};

TEST_F(SourceStates, OfFilesWrittenAMomentAgoAreKnown) {
    auto state = now();
    EXPECT_EQ(again(state), state);
}

TEST_F(SourceStates, TellTextsOfOneLengthApartHoweverSoonTheyFollow) {
    auto state = now();
    write_file(page(), "nowy teksty");
    EXPECT_NE(again(state), state);
}

TEST_F(SourceStates, OfAFileSavedWithoutAChangeStayTheSame) {
    auto state = now();
    write_file(page(), "stary tekst");
    EXPECT_EQ(again(state), state);
}

TEST_F(SourceStates, OfSettledFilesTellTheirChange) {
    constexpr std::int64_t kLater = std::chrono::nanoseconds{std::chrono::hours{1}}.count();
    auto settled = source_state_at(now().at + kLater, instance_, "default");
    EXPECT_EQ(again(settled), settled);
    write_file(page(), "nowy, dłuższy tekst");
    EXPECT_NE(again(settled), settled);
}

TEST_F(SourceStates, TellNewAndRemovedFiles) {
    auto state = now();
    write_file(instance_.content() / "druga.md", "");
    EXPECT_NE(again(state), state);
    std::filesystem::remove(instance_.content() / "druga.md");
    EXPECT_EQ(again(state), state);
}

}  // namespace
}  // namespace okienko::generator
