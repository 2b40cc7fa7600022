#include "server/mail/eml_folder.hpp"

#include <gtest/gtest.h>

#include "generator/file_tree.hpp"
#include "server/mail/message_text.hpp"
#include "tests/server/mail/example_mail.hpp"
#include "tests/temporary_folder.hpp"

namespace okienko::server {
namespace {

namespace fs = std::filesystem;
using tests::TemporaryFolder;

std::vector<std::string> names_in(const fs::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator{folder}) {
        names.push_back(entry.path().filename().string());
    }
    return names;
}

TEST(EmlFolder, WritesTheMessageForItsOwnerOnly) {
    const TemporaryFolder centre;
    EmlFolder sender(centre / "outbox");
    const auto mail = example_mail("a-1");
    const auto result = sender.send(mail);
    EXPECT_EQ(result.delivery, Delivery::Sent);
    EXPECT_TRUE(result.remark.ends_with("w pliku outbox/2026-11-28-a-1.eml")) << result.remark;
    const auto path = centre / "outbox/2026-11-28-a-1.eml";
    EXPECT_EQ(generator::read_file(path), message_text(mail));
    EXPECT_EQ(fs::status(path).permissions(), fs::perms::owner_read | fs::perms::owner_write);
    EXPECT_EQ(fs::status(centre / "outbox").permissions(), fs::perms::owner_all);
}

TEST(EmlFolder, SameMailAgainIsOneFile) {
    const TemporaryFolder centre;
    EmlFolder sender(centre / "outbox");
    sender.send(example_mail("a"));
    sender.send(example_mail("a"));
    sender.send(example_mail("b"));
    EXPECT_EQ(names_in(centre / "outbox").size(), 2U);
}

TEST(EmlFolder, FolderThatCannotBeWrittenIsTryLater) {
    const TemporaryFolder centre;
    generator::write_file(centre / "outbox", "a file");
    EmlFolder sender(centre / "outbox");
    const auto result = sender.send(example_mail());
    EXPECT_EQ(result.delivery, Delivery::TryLater);
    EXPECT_NE(result.remark.find("nie można"), std::string::npos) << result.remark;
}

TEST(EmlFolder, StoppedWritesNothing) {
    const TemporaryFolder centre;
    EmlFolder sender(centre / "outbox");
    sender.stop();
    EXPECT_EQ(sender.send(example_mail()).delivery, Delivery::TryLater);
    EXPECT_FALSE(fs::exists(centre / "outbox"));
}

}  // namespace
}  // namespace okienko::server
