#include "model/identifiers.hpp"

#include <gtest/gtest.h>

#include <string>

namespace okienko::model {
namespace {

TEST(Nip, AcceptsNumbersWhoseChecksumHolds) {
    EXPECT_TRUE(is_nip("1234563218"));
    EXPECT_TRUE(is_nip("9999999999"));
    EXPECT_TRUE(is_nip("7000000015"));
}

TEST(Nip, RefusesAWrongChecksumAndTheBaseThatHasNone) {
    EXPECT_FALSE(is_nip("1234563219"));
    for (char last = '0'; last <= '9'; ++last) {
        EXPECT_FALSE(is_nip(std::string{"123456303"} + last));
    }
}

TEST(Nip, RefusesHyphensAndOtherLengths) {
    EXPECT_FALSE(is_nip("123-456-32-18"));
    EXPECT_FALSE(is_nip("123456321"));
    EXPECT_FALSE(is_nip(""));
}

TEST(Regon, AcceptsNineAndFourteenDigits) {
    EXPECT_TRUE(is_regon("123456785"));
    EXPECT_TRUE(is_regon("12345678512347"));
    EXPECT_TRUE(is_regon("19259818400015"));
}

TEST(Regon, CountsTheRemainderTenAsZero) {
    EXPECT_TRUE(is_regon("123456160"));
}

TEST(Regon, RefusesFourteenDigitsWithABrokenBeginning) {
    EXPECT_FALSE(is_regon("12345678612347"));
    EXPECT_FALSE(is_regon("123456786"));
}

TEST(Pesel, HasAChecksumAndADayOfBirthThatExists) {
    EXPECT_TRUE(is_pesel("44051401359"));
    EXPECT_TRUE(is_pesel("02270803624"));   // Born in 2002.
    EXPECT_FALSE(is_pesel("44051401358"));  // Another checksum.
    EXPECT_FALSE(is_pesel("44135401354"));  // There is no 54th day.
    EXPECT_FALSE(is_pesel("4405140135"));
    EXPECT_FALSE(is_pesel("00000000000"));
}

TEST(Pesel, IsFoundWithinWordsAndGroupsOfDigits) {
    EXPECT_TRUE(contains_pesel("Mój numer to 44051401359, proszę."));
    EXPECT_TRUE(contains_pesel("440514 01359"));
    EXPECT_TRUE(contains_pesel("440514-01359"));
    EXPECT_FALSE(contains_pesel("Konto 12440514013590000"));
    EXPECT_FALSE(contains_pesel("tel. 857 152 550, pokój 12"));
    EXPECT_FALSE(contains_pesel(""));
}

TEST(Krs, IsTenDigitsWithoutAChecksum) {
    EXPECT_TRUE(is_krs("0009999997"));
    EXPECT_FALSE(is_krs("9999997"));
}

TEST(Simc, ChecksTheLastDigit) {
    for (auto town : {"0918123", "0950463", "0957650", "0986283", "0969400", "0933016"}) {
        EXPECT_TRUE(is_simc(town)) << town;
    }
    EXPECT_FALSE(is_simc("0918124"));
}

TEST(Terc, EndsWithAKindOfMunicipality) {
    EXPECT_TRUE(is_terc("2002063"));
    EXPECT_FALSE(is_terc("2002066"));
}

TEST(PostalCode, HasAHyphenInItsPlace) {
    EXPECT_TRUE(is_postal_code("18-100"));
    EXPECT_FALSE(is_postal_code("18100"));
    EXPECT_FALSE(is_postal_code("181-00"));
}

TEST(Phone, IsInternationalOrShort) {
    EXPECT_TRUE(is_phone("+48857152550"));
    EXPECT_TRUE(is_phone("112"));
    EXPECT_TRUE(is_phone("116111"));
    EXPECT_FALSE(is_phone("857152550"));
    EXPECT_FALSE(is_phone("+48 85 715 25 50"));
    EXPECT_FALSE(is_phone("+0123456789"));
}

TEST(Email, RefusesWhatCouldSmuggleAHeader) {
    EXPECT_TRUE(is_email("kontakt@cus.przykladowo.example"));
    EXPECT_FALSE(is_email("a@b.pl\r\nBcc: c@d.pl"));
    EXPECT_FALSE(is_email("a@b>.pl"));
    EXPECT_FALSE(is_email("a..b@c.pl"));
    EXPECT_FALSE(is_email("a@localhost"));
}

TEST(Email, TakesWhatPeopleReallyHave) {
    for (const auto* good : {"a@b.pl",
                             "Jan.Kowalski+cus@poczta.gmina.pl",
                             "o'brien@example.ie",
                             "1_2-3@xn--gmina-abc.pl",
                             "a@1.2.example"}) {
        EXPECT_TRUE(is_email(good)) << good;
    }
    EXPECT_TRUE(is_email(std::string(64, 'a') + "@b.pl"));
}

TEST(Email, RefusesWhatMailServersMightReadAsMore) {
    for (const auto* bad : {"",
                            "@",
                            "a",
                            "a@",
                            "@b.pl",
                            "a@b",
                            "a@@b.pl",
                            "a@b@c.pl",
                            " a@b.pl",
                            "a@b.pl ",
                            "a b@c.pl",
                            "a@b.pl\n",
                            "a@b.pl\r\nDATA",
                            "a@b.pl>\r\nRCPT TO:<c@d.pl",
                            "a\r\nBcc: c@d.pl",
                            "a\t@b.pl",
                            "<a@b.pl>",
                            "Jan <a@b.pl>",
                            "a@b.pl,c@d.pl",
                            "a@b.pl;c@d.pl",
                            "\"a b\"@c.pl",
                            "a\\b@c.pl",
                            "a(x)@b.pl",
                            "a:b@c.pl",
                            "@x.pl:a@b.pl",
                            ".a@b.pl",
                            "a.@b.pl",
                            "a@.b.pl",
                            "a@b.pl.",
                            "a@b..pl",
                            "a@-b.pl",
                            "a@b-.pl",
                            "a@b_c.pl",
                            "a@[192.0.2.1]",
                            "a@192.0.2.1",
                            "ż@b.pl",
                            "a@ż.pl",
                            "a\u202e@b.pl",
                            "a@b.pl?bcc=c@d.pl",
                            "a@b.pl%0d%0aBcc:c@d.pl"}) {
        EXPECT_FALSE(is_email(bad)) << bad;
    }
    EXPECT_FALSE(is_email(std::string_view{"a\0@b.pl", 7}));
    EXPECT_FALSE(is_email(std::string(65, 'a') + "@b.pl"));
    EXPECT_FALSE(is_email("a@" + std::string(64, 'b') + ".pl"));
    std::string long_domain = "a@";
    while (long_domain.size() < 252) long_domain += "bcdefghij.";
    EXPECT_TRUE(is_email(long_domain + "pl"));
    EXPECT_FALSE(is_email(long_domain + "org"));
}

TEST(WebAddress, IsHttpOnly) {
    EXPECT_TRUE(is_web_address("https://cus.przykladowo.example/a?b=c"));
    EXPECT_TRUE(is_web_address("http://localhost:8080"));
    EXPECT_FALSE(is_web_address("javascript:alert(1)"));
    EXPECT_FALSE(is_web_address("https://a b.pl"));
    EXPECT_FALSE(is_web_address("//zlo.example"));
}

TEST(Uuid, IsCanonicalLowerCase) {
    EXPECT_TRUE(is_uuid("0b0e4a0c-6b0e-4f0a-9a57-1f2d3c4b5a69"));
    EXPECT_FALSE(is_uuid("0B0E4A0C-6B0E-4F0A-9A57-1F2D3C4B5A69"));
    EXPECT_FALSE(is_uuid("0b0e4a0c6b0e4f0a9a571f2d3c4b5a69"));
}

TEST(Slug, IsLowerCaseAsciiWithSingleHyphens) {
    EXPECT_TRUE(is_slug("klub-senior-plus"));
    EXPECT_FALSE(is_slug("Klub"));
    EXPECT_FALSE(is_slug("żłobek"));
    EXPECT_FALSE(is_slug("-a"));
    EXPECT_FALSE(is_slug("a--b"));
    EXPECT_FALSE(is_slug(""));
}

}  // namespace
}  // namespace okienko::model
