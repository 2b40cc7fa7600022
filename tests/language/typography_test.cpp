#include "language/typography.hpp"

#include <gtest/gtest.h>

#include <string>

namespace okienko::language {
namespace {

/// Writes "_" for each no-break space.
std::string visible(std::string text) {
    for (std::size_t at = text.find("\u00A0"); at != std::string::npos; at = text.find("\u00A0")) {
        text.replace(at, 2, "_");
    }
    return text;
}

std::string polish(std::string_view text) {
    return visible(typeset(text, Language::Polish));
}

TEST(Typography, SingleLetterWordsStayWithTheNextWord) {
    EXPECT_EQ(polish("Pomoc w domu"), "Pomoc w_domu");
    EXPECT_EQ(polish("kawa a herbata o czasie u lekarza z psem"),
              "kawa a_herbata o_czasie u_lekarza z_psem");
    EXPECT_EQ(polish("A my? I ty. O nas. U nas. W domu. Z tobą."),
              "A_my? I_ty. O_nas. U_nas. W_domu. Z_tobą.");
}

TEST(Typography, SingleLetterWordsInSeriesAreAllBound) {
    EXPECT_EQ(polish("opieka i w domu"), "opieka i_w_domu");
    EXPECT_EQ(polish("i w 5 minut"), "i_w_5 minut");
}

TEST(Typography, VeryLongWordMayLeaveItsSingleLetterBehind) {
    EXPECT_EQ(polish("Żyję z niepełnosprawnością"), "Żyję z niepełnosprawnością");
    EXPECT_EQ(polish("rozmowa z koordynatorem"), "rozmowa z_koordynatorem");
}

TEST(Typography, QuotesAndBracketsBeforeTheWordDoNotMatter) {
    EXPECT_EQ(polish("(w domu) „Z sercem”"), "(w_domu) „Z_sercem”");
}

TEST(Typography, OtherShortWordsAreNotBound) {
    EXPECT_EQ(polish("na co do domu ze mną B klasa a) punkt"),
              "na co do domu ze mną B klasa a) punkt");
}

TEST(Typography, AbbreviationsStayWithWhatTheyAnnounce) {
    EXPECT_EQ(polish("ul. Lipowa nr 5, tel. 112"), "ul._Lipowa nr_5, tel._112");
    EXPECT_EQ(polish("art. 2 ust. 1 pkt 3 poz. 1818"), "art._2 ust._1 pkt_3 poz._1818");
    EXPECT_EQ(polish("o godz. 9:00–15:30"), "o_godz._9:00–15:30");
    EXPECT_EQ(polish("Art. 2, Ul. Lipowa, TEL. 112, tel.: 112, § 5"),
              "Art._2, Ul._Lipowa, TEL._112, tel.:_112, §_5");
}

TEST(Typography, WordsThatOnlyEndLikeAbbreviationsAreFree) {
    EXPECT_EQ(polish("hotel. Potem start. Koniec"), "hotel. Potem start. Koniec");
}

TEST(Typography, YearStaysWithR) {
    EXPECT_EQ(polish("do 2026 r. oraz 5.03.2026 r., (2025 r.)"),
              "do 2026_r. oraz 5.03.2026_r., (2025_r.)");
    EXPECT_EQ(polish("lata 2026–2028 r."), "lata 2026–2028_r.");
}

TEST(Typography, NumberStaysWithItsUnit) {
    EXPECT_EQ(polish("8 h, 500 zł, 5 %, 2,5 km."), "8_h, 500_zł, 5_%, 2,5_km.");
    EXPECT_EQ(polish("od 20 zł/h (za 45 min)"), "od 20_zł/h (za 45_min)");
    EXPECT_EQ(polish("5 osób i 3 psy"), "5 osób i_3 psy");
}

TEST(Typography, GroupsOfANumberStayTogether) {
    EXPECT_EQ(polish("12 345 zł"), "12_345_zł");
    EXPECT_EQ(polish("2 502 400,00 zł"), "2_502_400,00_zł");
    EXPECT_EQ(polish("w 2026 100 osób"), "w_2026 100 osób");
}

TEST(Typography, JournalOfLawsStaysTogether) {
    EXPECT_EQ(polish("(Dz. U. z 2019 r. poz. 1818)"), "(Dz._U. z_2019_r. poz._1818)");
}

TEST(Typography, InitialStaysWithTheSurname) {
    EXPECT_EQ(polish("pani J. Kowalska i Ł. Żak"), "pani J._Kowalska i_Ł._Żak");
    EXPECT_EQ(polish("klasa B. potem"), "klasa B. potem");
}

TEST(Typography, DayStaysWithTheMonth) {
    EXPECT_EQ(polish("5 marca 2026 r."), "5_marca 2026_r.");
    EXPECT_EQ(polish("10–12 września, 31 grudnia."), "10–12_września, 31_grudnia.");
    EXPECT_EQ(polish("32 marca, 100 maja"), "32 marca, 100 maja");
}

TEST(Typography, AddressesStayAsTyped) {
    const std::string text = "a@b.pl i@x.example https://x.example/?q=w://z kontakt@cus.example";
    EXPECT_EQ(typeset(text, Language::Polish), text);
    EXPECT_EQ(polish("Napisz w https://x.pl/a"), "Napisz w_https://x.pl/a");
}

TEST(Typography, OnlySingleSpacesAreReplaced) {
    EXPECT_EQ(polish("w  domu\nw\ndomu w\tdomu"), "w  domu\nw\ndomu w\tdomu");
    EXPECT_EQ(polish(""), "");
    EXPECT_EQ(polish(" "), " ");
    EXPECT_EQ(polish("w"), "w");
    EXPECT_EQ(polish("  w domu "), "  w_domu ");
}

TEST(Typography, SpacesAreFoundWhereverTheyStand) {
    for (std::size_t before = 0; before < 40; ++before) {
        const std::string words(before, 'x');
        EXPECT_EQ(typeset(words + " w domu", Language::Polish), words + " w\u00A0domu");
        EXPECT_EQ(typeset(words + " w i domu", Language::Polish), words + " w\u00A0i\u00A0domu");
    }
}

TEST(Typography, TrailingSpaceBelongsToTheNextTextNode) {
    EXPECT_EQ(polish("mieszkasz w "), "mieszkasz w_");
    EXPECT_EQ(polish("do 2026 "), "do 2026 ");
}

TEST(Typography, NothingButSpacesChanges) {
    const std::string text = "Zażółć w \xFF i „x”\u202Fo 5 zł \xC2";
    std::string set = visible(typeset(text, Language::Polish));
    for (char& c : set) {
        c = c == '_' ? ' ' : c;
    }
    EXPECT_EQ(set, text);
}

TEST(Typography, TypesettingTwiceEqualsOnce) {
    for (const auto* text : {"i w domu o 5 zł",
                             "Dz. U. z 2019 r. poz. 1818",
                             "12 345 678 zł",
                             "5 marca 2026 r. w ",
                             "  a  b  "}) {
        const std::string once = typeset(text, Language::Polish);
        EXPECT_EQ(typeset(once, Language::Polish), once);
    }
}

TEST(Typography, PhoneNumbersStayWhole) {
    EXPECT_EQ(visible(typeset("tel. 99 900 10 20 albo 800 120 002", Language::Polish)),
              "tel._99_900_10_20 albo 800_120_002");
    EXPECT_EQ(visible(typeset("+48 99 900 10 20", Language::English)), "+48_99_900_10_20");
    EXPECT_EQ(visible(typeset("pokoje 6 12", Language::Polish)), "pokoje 6 12");
}

TEST(Typography, OtherLanguagesBindOnlyNumbers) {
    EXPECT_EQ(visible(typeset("I have a dog, 5 km, 5 March, 9 a.m., art. 5", Language::English)),
              "I have a dog, 5_km, 5_March, 9_a.m., art. 5");
    EXPECT_EQ(visible(typeset("і в 5 березня за 20 зл о 8 год.", Language::Ukrainian)),
              "і в 5_березня за 20_зл о 8_год.");
    EXPECT_EQ(visible(typeset("5 marca", Language::English)), "5 marca");
}

}  // namespace
}  // namespace okienko::language
