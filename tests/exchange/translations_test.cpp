#include "tests/exchange/exchange_fixture.hpp"

namespace okienko::exchange {
namespace {

constexpr std::size_t kText = 8;

const std::string kHead = "card;service;language;field;original;text\r\n";

class Translations : public ExchangeTest {
  protected:
    void SetUp() override { into_ = catalogue_of("demo.db", demo()); }

    Outcome imported(const std::string& rows) {
        return import(into_, {write("texts.csv", kHead + rows)});
    }

    /// The text at a field of a service as the catalogue has it now; empty when it has none.
    [[nodiscard]] std::string text(const std::string& service,
                                   const std::string& language,
                                   const std::string& field) const {
        for (const auto& each : db::read_catalogue(into_).service_translations) {
            if (each.service != service || each.language != language) continue;
            const auto* found = model::find_text(each, field);
            if (found) return found->text;
        }
        return {};
    }

    std::filesystem::path into_;
};

TEST_F(Translations, ComeTextByTextAndLeaveTheOthers) {
    const auto& known = demo().service_translations.front();
    auto outcome = imported("translation;" + known.service + ";" + known.language +
                            ";name;Nazwa;New words\r\n"
                            "translation;" +
                            known.service + ";de;name;Nazwa;Neue Worte\r\n");
    ASSERT_TRUE(outcome.ok()) << texts(outcome).front();
    EXPECT_EQ(count(outcome, kText, Fate::Changed), 1U);
    EXPECT_EQ(count(outcome, kText, Fate::Added), 1U);
    EXPECT_EQ(text(known.service, known.language, "name"), "New words");
    EXPECT_EQ(text(known.service, "de", "name"), "Neue Worte");
    EXPECT_EQ(text(known.service, known.language, "summary"),
              model::find_text(known, "summary")->text);
}

TEST_F(Translations, StayWhenTheirServiceComesWithoutThem) {
    auto before = db::read_catalogue(into_).service_translations;
    std::string table = exported(into_, Format::Csv);
    const auto& name = demo().services.front().name;
    for (auto at = table.find(name); at != std::string::npos; at = table.find(name, at + 5)) {
        table.replace(at, name.size(), "Inna");
    }
    table.resize(table.find("\r\ntranslation;") + 2);
    auto outcome = import(into_, {write("services.csv", table)});
    ASSERT_TRUE(outcome.ok()) << texts(outcome).front();
    EXPECT_GE(count(outcome, kService, Fate::Changed), 1U);
    EXPECT_EQ(db::read_catalogue(into_).service_translations, before);
}

TEST_F(Translations, NameWhatIsWrongWithEach) {
    auto found =
        texts(imported("translation;klub-senior-plus;pl;name;Klub;Klub\r\n"
                       "translation;klub-senior-plus;uk;steps.2.text;a;b\r\n"
                       "translation;klub-senior-plus;uk;name;a;\r\n"));
    auto has = [&](const std::string& part) {
        return std::ranges::any_of(
            found, [&](const auto& each) { return each.find(part) != std::string::npos; });
    };
    EXPECT_TRUE(has("2:30: kolumna language: karty są po polsku")) << found.front();
    EXPECT_TRUE(has("3:33: kolumna field: „steps.2.text” nie jest polem karty"));
    EXPECT_TRUE(has("brak"));
    EXPECT_TRUE(std::ranges::all_of(found, [](const auto& each) { return each.size() < 300; }));
}

TEST_F(Translations, NeedTheServiceThatTheyTranslate) {
    auto found = texts(imported("translation;klub-seniora-plus;uk;name;Klub;Клуб\r\n"));
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0],
              "2:13: pole service: „klub-seniora-plus” nie istnieje (może „klub-senior-plus”?)");
}

}  // namespace
}  // namespace okienko::exchange
