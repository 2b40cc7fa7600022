#include "server/form_fields.hpp"

#include <gtest/gtest.h>

namespace okienko::server {
namespace {

TEST(FormFields, AreWhatABrowserSends) {
    auto form = FormFields::read("imie=Ania+K.&tekst=a%26b%3Dc&puste=&bez");
    ASSERT_TRUE(form);
    EXPECT_EQ(form->line("imie"), "Ania K.");
    EXPECT_EQ(form->line("tekst"), "a&b=c");
    EXPECT_TRUE(form->has("puste"));
    EXPECT_TRUE(form->has("bez"));
    EXPECT_FALSE(form->has("nie-ma"));
    EXPECT_EQ(form->text("nie-ma"), "");
    EXPECT_TRUE(FormFields::read(""));
}

TEST(FormFields, HaveLineEndsOfOneKindAndNoSpaceAround) {
    auto form = FormFields::read("t=%0D%0A+raz%0D%0Adwa%0Dtrzy+%0A");
    ASSERT_TRUE(form);
    EXPECT_EQ(form->text("t"), "raz\ndwa\ntrzy");
    EXPECT_EQ(form->line("t"), "raz dwa trzy");
}

TEST(FormFields, LoseWhatNobodyTypes) {
    // NUL, BEL, DEL, C1, a mark that turns the direction of text, a zero-width space.
    auto form = FormFields::read("t=a%00b%07c%7Fd%C2%85e%E2%80%AEf%E2%80%8Bg");
    ASSERT_TRUE(form);
    EXPECT_EQ(form->text("t"), "abcdefg");
    EXPECT_EQ(FormFields::read("t=%C5%82%C3%B3%F0%9F%98%80")->text("t"), "łó😀");
    EXPECT_EQ(FormFields::read("t=z%CC%87o%CC%81%C5%82w")->text("t"), "żółw") << "composed";
    EXPECT_EQ(FormFields::read("t=a%E2%80%A8b%E2%80%A9c%C2%ADd")->text("t"), "a\nb\ncd");
    // A line end cannot smuggle a header into a mail.
    EXPECT_EQ(FormFields::read("t=a%40b.pl%0D%0ABcc%3A+x%40y.pl")->line("t"), "a@b.pl Bcc: x@y.pl");
}

TEST(FormFields, AreRefusedWhenNoFormOfOursSendsThem) {
    for (const auto* text : {"t=%",
                             "t=%4",
                             "t=%zz",
                             "t=%FF",
                             "t=%C5",
                             "t=%ED%A0%80",
                             "%FF=1",
                             "t=1&t=2",
                             "t=%C0%80",
                             "t=%F5%80%80%80"}) {
        EXPECT_FALSE(FormFields::read(text)) << text;
    }
    std::string many;
    for (int i = 0; i < 201; ++i) many += "f" + std::to_string(i) + "=1&";
    EXPECT_FALSE(FormFields::read(many));
}

}  // namespace
}  // namespace okienko::server
