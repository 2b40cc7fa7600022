#include "server/contact/contact_form.hpp"

#include <gtest/gtest.h>

namespace okienko::server {
namespace {

ContactForm good() {
    return {.sender = "Ania",
            .phone = "857 152 550",
            .email = "",
            .hours = "po 16:00",
            .subject = "Klub",
            .service = "klub-senior-plus",
            .text = "Czy są miejsca?"};
}

std::vector<FieldFault> faults(const ContactForm& form) {
    auto checked = check_contact_form(form);
    return checked.ok() ? std::vector<FieldFault>{} : checked.problems();
}

TEST(ContactForm, BecomesAMessageWithANumberToDial) {
    auto message = check_contact_form(good());
    ASSERT_TRUE(message.ok());
    EXPECT_EQ(message.value().phone, "+48857152550");
    EXPECT_EQ(message.value().service, "klub-senior-plus");
}

TEST(ContactForm, TakesNumbersAsPeopleWriteThem) {
    for (const auto* phone : {"857152550",
                              "857-152-550",
                              "(85) 715 25 50",
                              "0 85 715 25 50",
                              "+48 857 152 550",
                              "0048857152550",
                              "85/715-25-50"}) {
        auto form = good();
        form.phone = phone;
        auto message = check_contact_form(form);
        ASSERT_TRUE(message.ok()) << phone;
        EXPECT_EQ(message.value().phone, "+48857152550") << phone;
    }
}

TEST(ContactForm, SaysEverythingThatIsWrongInTheOrderOfThePage) {
    EXPECT_EQ(faults({}),
              (std::vector<FieldFault>{{"temat", "subject_missing"},
                                       {"wiadomosc", "text_missing"},
                                       {"imie", "sender_missing"},
                                       {"telefon", "answer_missing"}}));
}

struct WrongField {
    const char* name;
    void (*spoil)(ContactForm&);
    FieldFault fault;
};

class WrongFields : public testing::TestWithParam<WrongField> {};

TEST_P(WrongFields, AreNamedWithTheirReason) {
    auto form = good();
    GetParam().spoil(form);
    EXPECT_EQ(faults(form), std::vector{GetParam().fault});
}

INSTANTIATE_TEST_SUITE_P(
    ContactForm,
    WrongFields,
    testing::Values(
        WrongField{
            "LongName", [](auto& f) { f.sender = std::string(81, 'a'); }, {"imie", "sender_long"}},
        WrongField{"ShortPhone",
                   [](auto& f) {
                       f.phone = "85715";
                       f.phone += "2550";
                       f.phone.pop_back();
                   },
                   {"telefon", "phone_wrong"}},
        WrongField{"PhoneThatIsOnlyDialled",
                   [](auto& f) { f.phone = "12345"; },
                   {"telefon", "phone_wrong"}},
        WrongField{
            "PeselBesideTheName", [](auto& f) { f.sender = "Jan 44051401359"; }, {"imie", "pesel"}},
        WrongField{
            "PhoneInWords", [](auto& f) { f.phone = "osiem pięć"; }, {"telefon", "phone_wrong"}},
        WrongField{
            "PhoneWithScript", [](auto& f) { f.phone = "<script>"; }, {"telefon", "phone_wrong"}},
        WrongField{"PhoneOfBigNumber",
                   [](auto& f) { f.phone = "9223372036854775808"; },
                   {"telefon", "phone_wrong"}},
        WrongField{
            "MailWithoutDomain", [](auto& f) { f.email = "ania@"; }, {"email", "email_wrong"}},
        WrongField{"MailWithHeader",
                   [](auto& f) { f.email = "a@b.pl Bcc: c@d.pl"; },
                   {"email", "email_wrong"}},
        WrongField{
            "MailWithBrackets", [](auto& f) { f.email = "<a@b.pl>"; }, {"email", "email_wrong"}},
        WrongField{
            "TwoMails", [](auto& f) { f.email = "a@b.pl,c@d.pl"; }, {"email", "email_wrong"}},
        WrongField{"LongHours",
                   [](auto& f) { f.hours = std::string(121, 'a'); },
                   {"godziny", "hours_long"}},
        WrongField{"LongSubject",
                   [](auto& f) { f.subject = std::string(121, 'a'); },
                   {"temat", "subject_long"}},
        WrongField{"LongText",
                   [](auto& f) { f.text = std::string(4001, 'a'); },
                   {"wiadomosc", "text_long"}},
        WrongField{"ManyLinks",
                   [](auto& f) { f.text = "http://a.pl https://www.b.pl www.c.pl"; },
                   {"wiadomosc", "links"}},
        WrongField{
            "PeselInText", [](auto& f) { f.text = "Mam 44051401359."; }, {"wiadomosc", "pesel"}},
        WrongField{
            "PeselInSubject", [](auto& f) { f.subject = "440514-01359"; }, {"temat", "pesel"}}),
    [](const auto& row) { return row.param.name; });

TEST(ContactForm, CountsCharactersAndNotBytes) {
    auto form = good();
    form.sender.clear();
    for (int i = 0; i < 80; ++i) form.sender += "ż";
    EXPECT_TRUE(faults(form).empty());
}

TEST(ContactForm, TakesANumberThatOnlyLooksLikeAPeselWhenItIsMeant) {
    auto form = good();
    form.text = "Numer zamówienia 44051401359";
    form.pesel_meant = true;
    EXPECT_TRUE(faults(form).empty());
}

TEST(ContactForm, KeepsNoServiceThatCannotBeOne) {
    auto fields = FormFields::read("usluga=%2F..%2Fx&imie=A");
    EXPECT_EQ(read_contact_form(*fields).service, "");
}

}  // namespace
}  // namespace okienko::server
