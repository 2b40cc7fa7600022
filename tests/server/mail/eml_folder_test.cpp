#include "server/mail/eml_folder.hpp"

#include <gtest/gtest.h>

#include <algorithm>

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

TEST(EmlFolder, LosesItsOldMailsAndNothingElse) {
    const TemporaryFolder centre;
    const auto outbox = centre / "outbox";
    const auto day = model::parse_date("2026-11-28").value();
    EXPECT_EQ(remove_old_mails(outbox, day), 0U) << "no folder yet";
    fs::create_directory(outbox);
    for (const auto* name : {"2026-11-28-a.eml",
                             "2026-01-02-b-1.eml",
                             ".2026-01-02-c.eml.unfinished",
                             "2026-11-29-d.eml",
                             "2026-01-02.eml",
                             "2026-13-02-e.eml",
                             "2026-01-02-notatki.txt",
                             "czytaj.eml"}) {
        generator::write_file(outbox / name, "x");
    }
    EXPECT_EQ(remove_old_mails(outbox, day), 2U);
    auto names = names_in(outbox);
    std::sort(names.begin(), names.end());
    EXPECT_EQ(names,
              (std::vector<std::string>{"2026-01-02-notatki.txt",
                                        "2026-01-02.eml",
                                        "2026-11-29-d.eml",
                                        "2026-13-02-e.eml",
                                        "czytaj.eml"}));
}

}  // namespace
}  // namespace okienko::server
