#include <gtest/gtest.h>

#include "server/submission/form_steps.hpp"
#include "tests/fuzz/drawn_form.hpp"
#include "tests/server/forms/form_desks.hpp"
#include "tests/server/forms/hostile_values.hpp"

/// What no institution means to write, in every field of every step that a person types into.
namespace okienko::server {
namespace {

class BadSteps : public FormDesks {
  protected:
    BadSteps() {
        auto form = token("/zglos-usluge");
        link_ = send("/zglos-usluge", "formularz=" + form + "&email=biuro%40example.org")
                    .header("Location");
        ask("POST", link_, "", "czynnosc=dodaj-miejsce");
        for (const auto* card : {"podmiot", "miejsce-1", "usluga-1"}) {
            for (const auto& step : steps_of(card_from_name(card)->kind)) {
                auto& address = steps_.emplace_back(link_ + "/" + card + "/");
                address += step.name;
                add_members(address, asked_fields(card_from_name(card)->kind, step));
            }
        }
    }

    /// One of each group, so that its fields are there.
    void add_members(const std::string& address, const std::vector<model::Field>& fields) {
        for (const auto& field : fields) {
            if (field.kind != model::Kind::Group) continue;
            auto add = [&](const std::string& group) {
                ask("POST", address, "", untouched(address) + "&czynnosc=dodaj%3A" + group);
            };
            std::string group{field.key};
            add(group);
            for (const auto& inner : field.fields) {
                if (inner.kind == model::Kind::Group) {
                    add(group + ".1." + std::string{inner.key});
                }
            }
        }
    }

    std::string untouched(const std::string& address) {
        return fuzz::sent_untouched(html(ask("GET", address)));
    }

    /// The step as it stands, with this value in everything that a browser sends.
    std::string filled_with(const std::string& address, std::string_view value) {
        auto body = untouched(address);
        std::string filled;
        for (std::size_t at = 0; at < body.size();) {
            auto end = std::min(body.find('&', at), body.size());
            auto field = body.substr(at, end - at);
            auto name = field.substr(0, field.find('='));
            bool ours = name == "karta" || name == "pesel" || name.ends_with(".count");
            filled += (ours ? field : name + "=" + std::string{value}) + "&";
            at = end + 1;
        }
        return filled;
    }

    static void expect_plain(const model::Node& node) {
        if (const auto* text = node.as<std::string>()) {
            EXPECT_TRUE(holds_only_text(*text)) << *text;
        } else if (const auto* members = node.as<model::Node::Array>()) {
            for (const auto& each : *members) expect_plain(each);
        } else if (const auto* table = node.as<model::Node::Table>()) {
            for (const auto& entry : *table) expect_plain(entry.value);
        }
    }
    Dossier dossier() {
        auto drafts = office_.submissions().in_states({model::SubmissionState::Draft});
        EXPECT_EQ(drafts.size(), 1U);
        return dossier_from_json(drafts.at(0).cards);
    }

    std::string link_;
    std::vector<std::string> steps_;
};

TEST_F(BadSteps, AreRefusedWhenNoBrowserSendsThem) {
    auto before = to_json(dossier());
    for (const auto& step : steps_) {
        for (const auto& hostile : kBroken) {
            auto body = filled_with(step, hostile.value) + "czynnosc=zapisz";
            EXPECT_EQ(ask("POST", step, "", body).status, 400) << step << ": " << hostile.name;
        }
        auto twice = untouched(step) + "&name=a&name=b&fees.count=1&fees.count=1&czynnosc=zapisz";
        EXPECT_EQ(ask("POST", step, "", twice).status, 400) << step;
    }
    EXPECT_EQ(to_json(dossier()), before);
}

TEST_F(BadSteps, LoseWhatMisleads) {
    for (const auto& step : steps_) {
        for (const auto& hostile : kMisleading) {
            auto body = filled_with(step, hostile.value) + "czynnosc=zapisz";
            EXPECT_EQ(ask("POST", step, "", body).status, 303) << step << ": " << hostile.name;
        }
    }
    for (const auto& card : dossier().cards()) expect_plain(*dossier().card(card));
}

TEST_F(BadSteps, AreShownAsTextOnEveryPage) {
    for (const auto& step : steps_) {
        for (const auto& hostile : kScripts) {
            SCOPED_TRACE(step + ": " + std::string{hostile.name});
            auto body = filled_with(step, hostile.value);
            ask("POST", step, "", body + "czynnosc=zapisz");
            for (const auto& page : {html(ask("POST", step, "", body + "czynnosc=dalej")),
                                     html(ask("GET", step, "sprawdz=1")),
                                     html(ask("GET", link_)),
                                     html(ask("POST", link_, "", "czynnosc=wyslij"))}) {
                expect_no_markup(page);
            }
        }
    }
}

TEST_F(BadSteps, ComeBackWithNumbersThatAreNone) {
    for (const auto& step : steps_) {
        for (const auto* number : {"9223372036854775808",
                                   "-9223372036854775808",
                                   "18446744073709551616",
                                   "1e9",
                                   "0x10",
                                   "NaN",
                                   "%D9%A1%D9%A2"}) {
            auto body = filled_with(step, number) + "czynnosc=dalej";
            EXPECT_EQ(ask("POST", step, "", body).status, 422) << step << ": " << number;
        }
    }
    EXPECT_EQ(ask("POST", link_, "", "czynnosc=wyslij").status, 422);
}

TEST_F(BadSteps, TakeLongTextsAndSayThatTheyAreTooLong) {
    for (const auto& step : steps_) {
        auto body = filled_with(step, std::string(8'000, 'a')) + "czynnosc=";
        EXPECT_EQ(ask("POST", step, "", body + "zapisz").status, 303) << step;
        EXPECT_EQ(ask("POST", step, "", body + "dalej").status, 422) << step;
        EXPECT_EQ(ask("GET", link_).status, 200);
    }
}

}  // namespace
}  // namespace okienko::server
