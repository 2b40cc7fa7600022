#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "server/public_site.hpp"
#include "tests/server/forms/form_desks.hpp"
#include "tests/server/forms/hostile_values.hpp"
#include "tests/server/running_server.hpp"

/// What no visitor means to send, sent to every form over HTTP. A form that is added gets a row in
/// kForms, and with it every hostile value in every field of its own.
namespace okienko::server {
namespace {

enum class Kind { Line, Text, Phone, Email, Answer, Slug, Page, Score, Tick };

/// What a form that is right leaves behind.
enum class Leaves {
    Something,  ///< A message or a draft.
    Nothing,    ///< Not for an address that nobody knows.
};

struct FieldRow {
    std::string_view name;
    std::string_view good;  ///< As a browser encodes it.
    Kind kind;
};

struct FormRow {
    std::string_view path;
    std::string_view query;  ///< Of the page that has the form.
    std::vector<FieldRow> fields;
    Leaves leaves = Leaves::Something;
};

const std::vector<FormRow> kForms{
    {"/napisz",
     "",
     {{"temat", "Klub", Kind::Line},
      {"wiadomosc", "Pytanie", Kind::Text},
      {"imie", "Ania", Kind::Line},
      {"telefon", "857152550", Kind::Phone},
      {"email", "ania%40example.org", Kind::Email},
      {"godziny", "po+16", Kind::Line},
      {"usluga", "bank-czasu", Kind::Slug}}},
    {"/zglos-nieaktualne",
     "usluga=bank-czasu",
     {{"usluga", "bank-czasu", Kind::Slug},
      {"co-hours", "tak", Kind::Tick},
      {"opis", "Opis", Kind::Text},
      {"kontakt", "ania%40example.org", Kind::Answer}}},
    {"/opinia",
     "ocena=2",
     {{"strona", "%2Fuslugi%2F", Kind::Page},
      {"ocena", "2", Kind::Score},
      {"powod-too_long", "tak", Kind::Tick},
      {"opis", "Opis", Kind::Text}}},
    {"/zglos-usluge", "", {{"email", "biuro%40example.org", Kind::Email}}},
    {"/zmien-usluge",
     "usluga=bank-czasu",
     {{"email", "obcy%40example.org", Kind::Email}, {"usluga", "bank-czasu", Kind::Slug}},
     Leaves::Nothing},
};

enum class Fate {
    Refused,  ///< 400: no browser sends it.
    Wrong,    ///< 422, and what was typed is shown again.
    Kept,     ///< 303: it is harmless, or was made so.
};

constexpr Hostile kNoPhones[] = {
    {"a big number", "9223372036854775808"},
    {"the biggest number", "18446744073709551616"},
    {"a negative number", "-9223372036854775808"},
    {"an exponent", "1e9"},
    {"hexadecimal", "0x1FFFFFFF"},
    {"only a plus", "%2B"},
    {"two pluses", "%2B%2B48857152550"},
    {"too short", "8571525"},
    {"a number that one only dials", "112"},
    {"Arabic digits", "%D9%A8%D9%A5%D9%A7%D9%A1%D9%A5%D9%A2"},
    {"an extension with a command", "857152550%3Bext%3D1"},
    {"a fraction", "857152550.5e3"},
};

constexpr Hostile kNoEmails[] = {
    {"a second recipient", "a%40b.pl%2Cc%40d.pl"},
    {"a second recipient after a space", "a%40b.pl+c%40d.pl"},
    {"a header", "a%40b.pl%0D%0ABcc%3A+c%40d.pl"},
    {"a header after an escape", "a%40b.pl%250D%250ABcc%3Ac%40d.pl"},
    {"brackets", "%3Ca%40b.pl%3E"},
    {"the end of brackets", "a%40b.pl%3E%0D%0ARCPT+TO%3A%3Cx%40y.pl"},
    {"a quoted name", "%22a+b%22%40c.pl"},
    {"a comment", "a%28b%29%40c.pl"},
    {"two at signs", "a%40b%40c.pl"},
    {"no domain", "a%40"},
    {"no name", "%40b.pl"},
    {"an address of a machine", "a%40%5B127.0.0.1%5D"},
    {"a bare address of a machine", "a%40127.0.0.1"},
    {"a letter outside ASCII", "%C5%BC%C3%B3%C5%82w%40b.pl"},
    {"a look-alike letter", "a%40b.p%D0%86"},
    {"a query", "a%40b.pl%3Fsubject%3Dx"},
};

constexpr Hostile kNoScores[] = {
    {"nothing", ""},
    {"zero", "0"},
    {"six", "6"},
    {"minus one", "-1"},
    {"a big number", "9223372036854775808"},
    {"a fraction", "1.5"},
    {"an Arabic digit", "%D9%A1"},
    {"a superscript", "%C2%B2"},
};

/// Values that machines read are dropped when they cannot be one.
constexpr Hostile kNoAddresses[] = {
    {"another site", "%2F%2Fzly.example%2F"},
    {"another scheme", "javascript%3Aalert%281%29"},
    {"the way up", "%2F..%2F..%2Fetc%2Fpasswd"},
    {"quotes", "%22%3E%3Cscript%3E"},
    {"a line end", "%2Fa%0D%0ASet-Cookie%3A+a%3Db"},
    {"capitals", "%2FADMIN"},
};

class BadInput : public FormDesks {
  protected:
    using Fields = std::vector<std::pair<std::string, std::string>>;

    static Fields good(const FormRow& form) {
        Fields fields;
        for (const auto& field : form.fields) fields.emplace_back(field.name, field.good);
        return fields;
    }
    static Fields with(const FormRow& form, std::string_view name, std::string_view value) {
        auto fields = good(form);
        for (auto& field : fields) {
            if (field.first == name) field.second = value;
        }
        return fields;
    }
    static std::string body_of(const Fields& fields, const std::string& token) {
        std::string body = "formularz=" + token;
        for (const auto& [name, value] : fields) body += "&" + name + "=" + value;
        return body;
    }

    /// As nginx passes it on, each from another visitor.
    std::string post(const FormRow& form, const std::string& body, std::string type = {}) {
        ++rows_;
        if (type.empty()) type = "application/x-www-form-urlencoded";
        now_ += std::chrono::minutes{1};
        return server_.say("POST " + std::string{form.path} +
                           " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX-Real-IP: " + visitor() +
                           "\r\nContent-Type: " + type + "\r\nContent-Length: " +
                           std::to_string(body.size()) + "\r\n\r\n" + body);
    }
    std::string visitor() {
        ++visitors_;
        return "10.0." + std::to_string(visitors_ / 250) + "." + std::to_string(visitors_ % 250);
    }
    std::string form_token(const FormRow& form) {
        return token(std::string{form.path}, std::string{form.query});
    }

    static int status_of(const std::string& answer) {
        return answer.size() < 12 ? 0 : std::atoi(answer.substr(9, 3).c_str());
    }

    /// Messages, and submissions that were begun.
    [[nodiscard]] std::size_t things_kept() {
        return kept().size() +
               office_.submissions().in_states({model::SubmissionState::Draft}).size();
    }

    /// Sends one row and looks at everything that must hold whatever it is.
    void expect(const FormRow& form, const Fields& fields, Fate fate) {
        auto before = things_kept();
        auto answer = post(form, body_of(fields, form_token(form)));
        auto status = fate == Fate::Refused ? 400 : fate == Fate::Wrong ? 422 : 303;
        EXPECT_EQ(status_of(answer), status) << answer.substr(0, 400);
        bool left = fate == Fate::Kept && form.leaves == Leaves::Something;
        EXPECT_EQ(things_kept(), before + (left ? 1 : 0));
        EXPECT_EQ(answer.find("Set-Cookie"), std::string::npos);
        expect_no_markup(answer);
        bool message = left && form.path != "/zglos-usluge";
        if (message) expect_plain(kept().back().message);
    }

    static void expect_plain(const model::Message& message) {
        for (const auto* part : {&message.sender,
                                 &message.phone,
                                 &message.email,
                                 &message.preferred_hours,
                                 &message.subject,
                                 &message.service,
                                 &message.text,
                                 &message.page}) {
            EXPECT_TRUE(holds_only_text(*part)) << *part;
        }
        for (const auto* line : {&message.sender, &message.email, &message.subject}) {
            EXPECT_EQ(line->find('\n'), std::string::npos) << *line;
        }
    }

    /// Every value of a list in every field of some kinds.
    template <std::size_t count>
    void expect_in(std::initializer_list<Kind> kinds, const Hostile (&values)[count], Fate fate) {
        for (const auto& form : kForms) {
            for (const auto& field : form.fields) {
                if (std::find(kinds.begin(), kinds.end(), field.kind) == kinds.end()) continue;
                for (const auto& hostile : values) {
                    SCOPED_TRACE(std::string{form.path}
                                     .append(" ")
                                     .append(field.name)
                                     .append(": ")
                                     .append(hostile.name));
                    expect(form, with(form, field.name, hostile.value), fate);
                }
            }
        }
    }

    /// The program still answers, and its log names nobody.
    void expect_alive() {
        EXPECT_TRUE(server_.ask("GET", "/healthz").ends_with("ok\n"));
        EXPECT_EQ(server_.log().find("ZLE"), std::string::npos);
        EXPECT_EQ(server_.log().find(" 500 "), std::string::npos);
        EXPECT_EQ(log_, "");
    }

    static std::vector<Route> all_routes(std::vector<Route> forms, Metrics& metrics) {
        for (auto& route : watching_routes(metrics, [] { return std::nullopt; }))
            forms.push_back(std::move(route));
        return forms;
    }

    static ServerOptions behind_proxy() {
        ServerOptions options;
        options.exposure = Exposure::BehindProxy;
        return options;
    }

    int visitors_ = 0;
    int rows_ = 0;
    StaticSite files_{folder_.path()};
    Routes served_{all_routes(all_, metrics_)};
    PublicSite site_{{.files = files_, .routes = served_, .metrics = metrics_}};
    RunningServer server_{[this](const Request& request) { return site_.answer(request); },
                          behind_proxy()};
};

/// Of the private pages, bad_steps_test.cpp.
TEST_F(BadInput, IsSentToEveryFormOfTheServer) {
    for (const auto& route : all_) {
        bool other_language = route.path.starts_with("/en/") || route.path.starts_with("/uk/");
        bool is_private = route.path.starts_with("/zgloszenie/");
        if (route.method != "POST" || other_language || is_private) continue;
        EXPECT_NE(std::ranges::find(kForms, route.path, &FormRow::path), kForms.end())
            << route.path << " has no row";
    }
}

TEST_F(BadInput, GetsNoLinkToChangeWhatIsPublished) {
    const auto& form = kForms.back();
    ASSERT_EQ(form.path, "/zmien-usluge");
    const auto& site = demo_site()->site();
    auto known = site.provider(site.service("bank-czasu")->card().provider)->email;
    ASSERT_FALSE(known.empty());
    for (std::string email : {"{}%2Cc%40d.pl",
                              "c%40d.pl%2C{}",
                              "{}%0D%0ABcc%3A+c%40d.pl",
                              "{}%0ATo%3A+c%40d.pl",
                              "%22a%22+%3C{}%3E",
                              "%3C{}%3E",
                              "{}%00",
                              "{}%E2%80%AE",
                              "{}.evil.example",
                              "x{}"}) {
        email.replace(email.find("{}"), 2, known);
        auto answer = post(form, body_of(with(form, "email", email), form_token(form)));
        auto status = status_of(answer);
        EXPECT_TRUE(status == 422 || status == 303) << email;
        for (const auto& mail :
             office_.due_mails(std::chrono::floor<std::chrono::seconds>(now_.now()), 99)) {
            EXPECT_EQ(mail.mail.recipient, known) << email;
        }
    }
    expect_alive();
}

TEST_F(BadInput, IsRefusedWhenNoBrowserSendsIt) {
    expect_in({Kind::Line,
               Kind::Text,
               Kind::Phone,
               Kind::Email,
               Kind::Answer,
               Kind::Slug,
               Kind::Page,
               Kind::Score,
               Kind::Tick},
              kBroken,
              Fate::Refused);
    expect_alive();
    EXPECT_GT(rows_, 100);
}

TEST_F(BadInput, LosesWhatMisleads) {
    expect_in({Kind::Line, Kind::Text}, kMisleading, Fate::Kept);
    expect_alive();
}

TEST_F(BadInput, IsShownAsTextAndKeptAsText) {
    expect_in({Kind::Line, Kind::Text}, kScripts, Fate::Kept);
    expect_in({Kind::Phone, Kind::Email, Kind::Answer, Kind::Score}, kScripts, Fate::Wrong);
    expect_in({Kind::Slug, Kind::Page}, kScripts, Fate::Kept);
    for (const auto& mail :
         office_.due_mails(std::chrono::floor<std::chrono::seconds>(now_.now()), 10'000)) {
        EXPECT_EQ((mail.mail.subject + mail.mail.text + mail.mail.html).find("ZLE"),
                  std::string::npos)
            << "a mail repeats nothing";
    }
    expect_alive();
}

TEST_F(BadInput, IsShownAsTextInAFormThatComesBack) {
    for (const auto& form : kForms) {
        for (const auto& hostile : kScripts) {
            SCOPED_TRACE(std::string{form.path}.append(" ").append(hostile.name));
            auto fields = good(form);
            for (std::size_t i = 0; i < fields.size(); ++i) {
                auto kind = form.fields[i].kind;
                // Without its service the form of a change is not there at all.
                bool about = form.leaves == Leaves::Nothing && kind == Kind::Slug;
                bool picked = kind == Kind::Score || kind == Kind::Tick;
                if (!about && !picked) fields[i].second = hostile.value;
            }
            // From another site, so that even a form without mistakes comes back.
            auto answer = html(send(std::string{form.path},
                                    body_of(fields, form_token(form)),
                                    {{"Sec-Fetch-Site", "cross-site"}}));
            EXPECT_NE(answer.find("ZLE"), std::string::npos) << "nothing typed is lost";
            expect_no_markup(answer);
        }
    }
    EXPECT_EQ(things_kept(), 0U);
}

TEST_F(BadInput, IsNoPhoneNumber) {
    expect_in({Kind::Phone}, kNoPhones, Fate::Wrong);
    expect_in({Kind::Answer}, kNoPhones, Fate::Wrong);
    expect_alive();
}

TEST_F(BadInput, IsNoEmailAddress) {
    expect_in({Kind::Email, Kind::Answer}, kNoEmails, Fate::Wrong);
    EXPECT_EQ(mails_, 0);
    expect_alive();
}

TEST_F(BadInput, IsNoScoreAndNoAddress) {
    expect_in({Kind::Score}, kNoScores, Fate::Wrong);
    expect_in({Kind::Slug, Kind::Page}, kNoAddresses, Fate::Kept);
    for (const auto& each : kept()) {
        EXPECT_TRUE(each.message.page.empty() || each.message.page == "/uslugi/");
        EXPECT_TRUE(each.message.service.empty() || each.message.service == "bank-czasu");
    }
    expect_alive();
}

TEST_F(BadInput, IsTooLongForEveryField) {
    for (const auto& form : kForms) {
        for (const auto& field : form.fields) {
            SCOPED_TRACE(std::string{form.path}.append(" ").append(field.name));
            for (std::size_t length : {5'000U, 900'000U}) {
                auto value = std::string(length, 'a');
                bool free = field.kind == Kind::Slug || field.kind == Kind::Page ||
                            field.kind == Kind::Tick;
                expect(form, with(form, field.name, value), free ? Fate::Kept : Fate::Wrong);
            }
        }
    }
    // A run of marks that are hard to put into order.
    std::string marks = "a";
    for (int i = 0; i < 60'000; ++i) marks += "%CC%81%CC%A3";
    expect(kForms[0], with(kForms[0], "wiadomosc", marks), Fate::Wrong);
    expect_alive();
}

TEST_F(BadInput, IsAFormWithPartsTwiceOrMissing) {
    for (const auto& form : kForms) {
        SCOPED_TRACE(form.path);
        auto first = std::string{form.fields[0].name};
        auto whole = body_of(good(form), form_token(form));
        auto escaped = whole + "&%" + (std::ostringstream{} << std::hex << int{first[0]}).str() +
                       first.substr(1) + "=b";
        std::string many = whole;
        for (int i = 0; i < 200; ++i) many += "&f" + std::to_string(i) + "=1";
        for (const auto& body :
             {whole + "&" + first + "=b", escaped, many, whole + "&formularz=x"}) {
            EXPECT_EQ(status_of(post(form, body)), 400) << body.substr(0, 200);
        }
        auto other = form_token(form.path == kForms[0].path ? kForms[1] : kForms[0]);
        for (const auto& body : {std::string{},
                                 std::string{"="},
                                 std::string{"&&&&"},
                                 std::string{"a"},
                                 body_of(good(form), ""),
                                 body_of(good(form), other),
                                 body_of(good(form), "x.9223372036854775808.y"),
                                 body_of(good(form), std::string(100'000, '.')),
                                 whole + "&firma=ACME"}) {
            auto answer = post(form, body);
            EXPECT_EQ(status_of(answer), 422) << body.substr(0, 200);
            bool asks = form.leaves == Leaves::Nothing && body.find("usluga=") == body.npos;
            EXPECT_NE(answer.find(asks ? "href=\"/uslugi/\"" : "name=\"formularz\""),
                      std::string::npos);
        }
        EXPECT_EQ(things_kept(), 0U);
    }
    expect_alive();
}

TEST_F(BadInput, IsNoFormAtAll) {
    for (const auto& form : kForms) {
        SCOPED_TRACE(form.path);
        auto of_type = [&](const std::string& type, const std::string& body) {
            return status_of(post(form, body, type));
        };
        EXPECT_EQ(of_type("application/json", R"({"imie":"Ania","formularz":1})"), 422);
        EXPECT_EQ(of_type("application/xml", "<!DOCTYPE a [<!ENTITY b SYSTEM \"/etc/passwd\">]>"),
                  422);
        EXPECT_EQ(of_type("multipart/form-data; boundary=x",
                          "--x\r\nContent-Disposition: form-data; name=\"imie\"\r\n\r\nA\r\n--x--"),
                  422);
        EXPECT_EQ(status_of(post(form, std::string(10 * 1024 * 1024, 'a'))), 413);
        auto head = "POST " + std::string{form.path} + " HTTP/1.1\r\nHost: x\r\n";
        EXPECT_EQ(status_of(server_.say(head + "Content-Length: 10485760\r\n\r\n")), 413)
            << "nobody waits for ten megabytes";
        EXPECT_EQ(status_of(server_.say(head + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n")),
                  411);
        EXPECT_EQ(status_of(server_.say(head + "Content-Length: -1\r\n\r\n")), 400);
        EXPECT_EQ(status_of(server_.say(head + "Content-Length: 18446744073709551616\r\n\r\n")),
                  400);
        EXPECT_EQ(status_of(server_.say(head + "Content-Length: 1\r\nContent-Length: 2\r\n\r\na")),
                  400);
        for (const auto* method : {"PUT", "DELETE", "PATCH"}) {
            EXPECT_EQ(status_of(server_.ask(method, std::string{form.path})), 405) << method;
        }
        EXPECT_EQ(things_kept(), 0U);
    }
    auto step =
        "POST /zgloszenie/" + std::string(43, 'A') + "/usluga-1/nazwa HTTP/1.1\r\nHost: x\r\n";
    EXPECT_EQ(status_of(server_.say(step + "Content-Length: 10485760\r\n\r\n")), 413);
    expect_alive();
}

}  // namespace
}  // namespace okienko::server
