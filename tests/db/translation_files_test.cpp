#include <gtest/gtest.h>

#include "cli/problem_text.hpp"
#include "db/card_folder.hpp"
#include "generator/file_tree.hpp"
#include "tests/temporary_folder.hpp"

namespace okienko::db {
namespace {

namespace fs = std::filesystem;

/// The cards of the demo, to which a test adds files.
class TranslationFiles : public testing::Test {
  protected:
    TranslationFiles() {
        fs::copy(fs::path{OKIENKO_SOURCE_DIR} / "db/demo",
                 cards,
                 fs::copy_options::recursive | fs::copy_options::overwrite_existing);
    }

    /// What people are told about the folder.
    [[nodiscard]] std::string complaints() const {
        auto read = read_card_folder(cards, "cards");
        std::string all;
        if (read.ok()) return all;
        for (const auto& problem : read.problems()) all += cli::problem_text(problem);
        return all;
    }

    tests::TemporaryFolder folder;
    fs::path cards = folder.path() / "cards";
};

TEST_F(TranslationFiles, LieBesideTheirCards) {
    generator::write_file(cards / "services/bank-czasu.uk.toml", "name = \"Банк часу\"\n");
    auto read = read_card_folder(cards, "cards");
    ASSERT_TRUE(read.ok());
    const model::ServiceTranslation expected{
        "bank-czasu", "uk", {{"name", "Bank Czasu", "Банк часу"}}};
    const auto& all = read.value().service_translations;
    EXPECT_EQ(std::ranges::count(all, expected), 1);
}

TEST_F(TranslationFiles, AreReportedWithPlaceAndWayOut) {
    generator::write_file(cards / "services/bank-czasu.uk.toml", "nam = \"Банк часу\"\n");
    EXPECT_NE(complaints().find("cards/services/bank-czasu.uk.toml:1:1: nieznany klucz „nam”"),
              std::string::npos)
        << complaints();
}

TEST_F(TranslationFiles, WithoutACardAreReported) {
    generator::write_file(cards / "services/nie-ma.uk.toml", "name = \"Немає\"\n");
    EXPECT_NE(complaints().find("nie ma karty „services/nie-ma.toml”"), std::string::npos)
        << complaints();
}

TEST_F(TranslationFiles, IntoPolishOrNoLanguageAreReported) {
    for (const auto* name : {"bank-czasu.pl.toml", "bank-czasu.kopia.toml"}) {
        generator::write_file(cards / "services" / name, "name = \"Bank\"\n");
        EXPECT_NE(complaints().find("nie jest kodem obcego języka"), std::string::npos) << name;
        fs::remove(cards / "services" / name);
    }
}

}  // namespace
}  // namespace okienko::db
