#include <algorithm>

#include "model/card_writer.hpp"
#include "server/submission/card_step.hpp"
#include "server/submission/differences.hpp"
#include "server/submission/submission_pages.hpp"
#include "tests/fuzz/demo_site.hpp"
#include "tests/fuzz/drawn_form.hpp"
#include "tests/fuzz/property.hpp"
#include "tests/fuzz/targets.hpp"

namespace okienko::fuzz {
namespace {

using language::Language;
using model::Field;
using model::Node;
using server::CardKind;
using server::CardRef;
using server::Dossier;
using server::FormFields;
using server::FormStep;

/// What one step of one card is about.
struct Step {
    CardRef card;
    const FormStep& form;
};

/// The cards of a published service, its provider and a place, as they come back into the form.
Dossier published_cards() {
    const auto& known = demo_site()->catalogue();
    const auto& service = known.services.front();
    const auto& provider =
        *std::ranges::find(known.providers, service.provider, &model::Provider::slug);
    Dossier dossier;
    dossier.provider =
        server::cells_of(model::card_node(provider), server::fields_of(CardKind::Provider));
    dossier.places = {server::cells_of(model::card_node(known.places.front()),
                                       server::fields_of(CardKind::Place))};
    dossier.services = {
        server::cells_of(model::card_node(service), server::fields_of(CardKind::Service))};
    return dossier;
}

/// The step that the first line names, "usluga-1/oplaty", or some other that it stands for.
Step step_in(std::string_view line) {
    auto slash = std::min(line.find('/'), line.size());
    auto card = server::card_from_name(line.substr(0, slash)).value_or(CardRef{});
    card.index = 0;
    auto steps = server::steps_of(card.kind);
    const auto* named =
        server::step_named(card.kind, line.substr(std::min(slash + 1, line.size())));
    return {card, named ? *named : steps[line.size() % steps.size()]};
}

void take(Dossier& dossier, const Step& step, const FormFields& posted) {
    server::FieldOptions options{*demo_site(), dossier, Language::Polish};
    auto& cells = *dossier.card(step.card);
    auto fields = server::asked_fields(step.card.kind, step.form);
    server::take_posted(cells, fields, server::word_of(step.card.kind), posted, options);
    auto action = posted.line(server::submission_field::kAction);
    auto path = action.substr(std::min(action.find(':') + 1, action.size()));
    if (action.starts_with("dodaj:")) server::add_member(cells, fields, path);
    if (action.starts_with("usun:")) server::remove_member(cells, fields, path);
}

/// The step with what is wrong in it, drawn, and sent by somebody who changes nothing.
void send_untouched(Dossier& dossier, const Step& step) {
    auto fields = server::asked_fields(step.card.kind, step.form);
    auto page =
        server::step_page(*demo_site(),
                          {.token = "t",
                           .card = step.card,
                           .step = step.form,
                           .dossier = dossier,
                           .beside = {server::check_cells(*dossier.card(step.card), fields), {}}});
    auto body = sent_untouched(page);
    auto posted = FormFields::read(body, server::kMostStepInputs);
    require(posted.has_value(), "a step that is drawn can be sent", body);
    take(dossier, step, *posted);
}

bool is_typed(const Field& field, std::string_view owner, const Node& cells, Dossier& dossier) {
    server::FieldOptions options{*demo_site(), dossier, Language::Polish};
    auto control = server::control_of(field, options.of(field, owner, cells).size());
    return control == server::Control::Line || control == server::Control::Area;
}

/// What somebody has typed is still there; what can only be chosen may go when it is no choice.
void require_kept(Dossier& dossier,
                  std::span<const Field> fields,
                  std::string_view owner,
                  const Node& typed,
                  const Node& kept) {
    for (const auto& field : fields) {
        if (field.kind == model::Kind::Group) {
            const auto& before = typed.groups(field.key);
            const auto& after = kept.groups(field.key);
            require(
                before.size() <= after.size(), "members of a group stay", std::string{field.key});
            for (std::size_t i = 0; i < before.size(); ++i) {
                require_kept(dossier, field.fields, field.key, before[i], after[i]);
            }
        } else if (is_typed(field, owner, typed, dossier)) {
            require(typed.text(field.key) == kept.text(field.key),
                    "a step is drawn with what was typed",
                    std::string{field.key} + ":\n" + typed.text(field.key) + "\n--\n" +
                        kept.text(field.key));
        }
    }
}

/// A field that is wrong can be found on a form, and mended.
void require_mendable(const server::DossierFault& fault) {
    auto key = fault.fault.path.substr(0, fault.fault.path.find('.'));
    require(key.empty() || server::step_asking(fault.card.kind, key),
            "what is wrong is asked for",
            server::name_of(fault.card) + "." + fault.fault.path + " " + fault.fault.word);
}

auto read_cards(const Dossier& dossier) {
    constexpr model::Date kToday{
        std::chrono::year{2026}, std::chrono::November, std::chrono::day{28}};
    const auto& live = *demo_site();
    return server::read_dossier(
        dossier, live.catalogue(), live.site().words_in(Language::Polish), kToday);
}

/// Cards that are accepted can be sent again as they are, and are accepted again.
void require_stay_right(const server::SubmittedCards& cards) {
    Dossier published;
    published.provider =
        server::cells_of(model::card_node(cards.provider), server::fields_of(CardKind::Provider));
    for (const auto& each : cards.places) {
        published.places.push_back(
            server::cells_of(model::card_node(each), server::fields_of(CardKind::Place)));
    }
    for (const auto& each : cards.services) {
        published.services.push_back(
            server::cells_of(model::card_node(each), server::fields_of(CardKind::Service)));
    }
    auto again = read_cards(published);
    require(again.ok(),
            "an accepted card is right",
            again.ok() ? std::string{} : again.problems().front().fault.path);
    require(again.value().provider == cards.provider && again.value().places == cards.places &&
                again.value().services == cards.services,
            "an accepted card comes back as it was",
            server::to_json(published));
}

}  // namespace

void try_submission_step(std::string_view input) {
    static const auto kPublished = published_cards();
    auto end = std::min(input.find('\n'), input.size());
    auto step = step_in(input.substr(0, end));
    auto posted =
        FormFields::read(input.substr(std::min(end + 1, input.size())), server::kMostStepInputs);
    if (!posted) return;

    auto typed = kPublished;
    take(typed, step, *posted);
    auto json = server::to_json(typed);
    require(server::to_json(server::dossier_from_json(json)) == json,
            "cards come back from office.db as they were",
            json);
    auto kept = typed;
    send_untouched(kept, step);
    require_kept(typed,
                 server::asked_fields(step.card.kind, step.form),
                 server::word_of(step.card.kind),
                 *typed.card(step.card),
                 *kept.card(step.card));
    auto again = kept;
    send_untouched(again, step);
    require(server::to_json(again) == server::to_json(kept),
            "a step that nobody touches changes nothing",
            server::to_json(kept) + "\n" + server::to_json(again));
    require(server::differences(kept, kept).empty(), "a card does not differ from itself");
    auto cards = read_cards(typed);
    if (cards.ok()) return require_stay_right(cards.value());
    for (const auto& fault : cards.problems()) require_mendable(fault);
}

void try_dossier(std::string_view json) {
    auto dossier = server::dossier_from_json(json);
    auto once = server::to_json(dossier);
    require(server::to_json(server::dossier_from_json(once)) == once,
            "cards come back from office.db as they were",
            once);
    for (const auto& card : dossier.cards()) {
        require(server::card_from_name(server::name_of(card)) == card, "a card has its name");
        auto fields = server::fields_of(card.kind);
        server::check_cells(*dossier.card(card), fields);
        server::card_of_cells(*dossier.card(card), fields);
    }
    server::published_dossier(dossier, demo_site()->catalogue());
    require(server::differences(dossier, dossier).empty(), "a card does not differ from itself");
    if (auto cards = read_cards(dossier); cards.ok()) require_stay_right(cards.value());
    while (!dossier.places.empty()) server::remove_card(dossier, {CardKind::Place, 0});
}

}  // namespace okienko::fuzz
