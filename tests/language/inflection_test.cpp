#include "language/inflection.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "language/latin2.hpp"
#include "tests/temporary_folder.hpp"

namespace okienko::language {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using testing::UnorderedElementsAre;

const Inflection& dictionary() {
    static const Inflection kDictionary;
    return kDictionary;
}

TEST(Inflection, FindsTheWordThatAFormBelongsTo) {
    EXPECT_THAT(dictionary().lemmas("wózkiem"), ElementsAre("wózek"));
    EXPECT_THAT(dictionary().lemmas("seniorów"), ElementsAre("senior"));
    EXPECT_THAT(dictionary().lemmas("opiece"), Contains("opieka"));
    EXPECT_THAT(dictionary().lemmas("umyje"), ElementsAre("umyć"));
}

TEST(Inflection, GivesEveryWordThatAFormMayBelongTo) {
    EXPECT_THAT(dictionary().lemmas("mam"), UnorderedElementsAre("mam", "mama", "mamić"));
    EXPECT_THAT(dictionary().lemmas("mieszkań"), UnorderedElementsAre("mieszkać", "mieszkanie"));
}

TEST(Inflection, TakesCapitalsForSmallLetters) {
    EXPECT_EQ(dictionary().lemmas("WÓZKIEM"), dictionary().lemmas("wózkiem"));
    EXPECT_THAT(dictionary().lemmas("Warszawie"), Contains("warszawa"));
}

TEST(Inflection, KeepsTheOppositeOfAnAdjectiveApart) {
    EXPECT_THAT(dictionary().lemmas("niegrzecznego"), ElementsAre("niegrzeczny"));
    EXPECT_THAT(dictionary().forms("niegrzeczny"), Contains("niegrzecznych"));
}

TEST(Inflection, KnowsNothingOfWordsThatTheDictionaryLacks) {
    EXPECT_THAT(dictionary().lemmas("zzzqq"), IsEmpty());
    EXPECT_THAT(dictionary().lemmas(""), IsEmpty());
    EXPECT_THAT(dictionary().lemmas("психолог"), IsEmpty());
    EXPECT_THAT(dictionary().lemmas("\xff\xfe"), IsEmpty());
    EXPECT_THAT(dictionary().forms("wózkiem"), IsEmpty());
}

TEST(Inflection, ListsAllFormsOfAWordAndNoneTwice) {
    EXPECT_THAT(dictionary().forms("wózek"),
                UnorderedElementsAre("wózek",
                                     "wózka",
                                     "wózkowi",
                                     "wózkiem",
                                     "wózku",
                                     "wózki",
                                     "wózków",
                                     "wózkom",
                                     "wózkami",
                                     "wózkach"));
}

TEST(Inflection, LeadsFromEachFormBackToItsWord) {
    for (const auto* word : {"opieka", "psycholog", "złamać", "opiekuńczy", "mieszkanie"}) {
        for (const auto& form : dictionary().forms(word)) {
            EXPECT_THAT(dictionary().lemmas(form), Contains(word)) << form;
        }
    }
}

TEST(Inflection, InflectsANewWordLikeAKnownOne) {
    auto forms = dictionary().forms_like("teleopieka", "opieka");
    EXPECT_THAT(forms, Contains("teleopiece"));
    EXPECT_THAT(forms, Contains("teleopiek"));
    EXPECT_THAT(forms, Not(Contains("opieka")));
    EXPECT_THAT(dictionary().forms_like("teleopieka", "takiegowyrazunie"), IsEmpty());
}

TEST(Inflection, SaysWhatToInstallWhereThereIsNoDictionary) {
    tests::TemporaryFolder empty;
    try {
        Inflection none{empty.path()};
        FAIL() << "there is no dictionary";
    } catch (const std::runtime_error& error) {
        EXPECT_THAT(error.what(), testing::HasSubstr("apt-get install hunspell-pl"));
    }
}

TEST(Inflection, ReadsAnyDictionaryOfTheFormat) {
    tests::TemporaryFolder folder;
    std::ofstream{folder.path() / "pl_PL.aff"} << "SET ISO8859-2\n\n"
                                                  "PFX b Y 1\nPFX b 0 nie .\n\n"
                                                  "SFX M Y 2\nSFX M a y [^k]a\nSFX M a i [kg]a\n";
    std::ofstream{folder.path() / "pl_PL.dic"} << "3\nmama/M\nnoga/M\nryba\n";
    Inflection small{folder.path()};
    EXPECT_THAT(small.forms("mama"), ElementsAre("mama", "mamy"));
    EXPECT_THAT(small.forms("noga"), ElementsAre("noga", "nogy", "nogi"));
    EXPECT_THAT(small.forms("ryba"), ElementsAre("ryba"));
    EXPECT_THAT(small.lemmas("nogi"), ElementsAre("noga"));
    EXPECT_NE(small.version(), dictionary().version());
}

TEST(Latin2, GoesThereAndBackInSmallLetters) {
    for (const auto* word : {"zażółć", "gęślą", "jaźń", "krzyż", "ő", "×", "a-b 1"}) {
        auto encoded = to_lower_latin2(word);
        ASSERT_TRUE(encoded) << word;
        EXPECT_EQ(from_latin2(*encoded), word);
    }
    EXPECT_EQ(from_latin2(*to_lower_latin2("ŻÓŁW ŚĆĄĘŃŹ")), "żółw śćąęńź");
    EXPECT_FALSE(to_lower_latin2("ї"));
    EXPECT_FALSE(to_lower_latin2("õ"));
}

}  // namespace
}  // namespace okienko::language
