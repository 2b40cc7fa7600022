#include "server/submission/submitted_cards.hpp"

#include <algorithm>
#include <functional>
#include <set>
#include <unordered_map>

#include "exchange/node_table.hpp"
#include "language/slug.hpp"
#include "model/card_reader.hpp"
#include "server/submission/form_steps.hpp"

namespace okienko::server {
namespace {

using exchange::put;
using model::Node;

/// The paths of a card's nodes by the number that `number_nodes` gave each as its line.
using Paths = std::vector<std::string>;

void number_nodes(Node& node, const std::string& path, Paths& paths) {
    paths.push_back(path);
    node.line = static_cast<int>(paths.size());
    if (auto* members = std::get_if<Node::Array>(&node.value)) {
        for (std::size_t i = 0; i < members->size(); ++i) {
            number_nodes((*members)[i], path + "." + std::to_string(i + 1), paths);
        }
    } else if (auto* table = std::get_if<Node::Table>(&node.value)) {
        for (auto& entry : *table) {
            number_nodes(entry.value, path.empty() ? entry.key : path + "." + entry.key, paths);
            entry.line = entry.value.line;
        }
    }
}

/// Slugs of one kind of card: those of the catalogue, and those given here.
class Slugs {
  public:
    template <class Card>
    explicit Slugs(const std::vector<Card>& known) {
        for (const auto& each : known) {
            of_id_[each.id] = each.slug;
            taken_.insert(each.slug);
        }
    }

    /// The slug that the card has, or a new one made of its name.
    std::string of(const std::string& id, const std::string& name) {
        if (auto known = of_id_.find(id); known != of_id_.end()) return known->second;
        constexpr std::size_t kLongest = 70;  // Room for a number.
        auto base = language::slugify(name).substr(0, kLongest);
        while (base.ends_with('-')) base.pop_back();
        auto slug = base;
        for (int number = 2; !taken_.insert(slug).second; ++number) {
            slug = base + "-" + std::to_string(number);
        }
        return of_id_[id] = slug;
    }

  private:
    std::unordered_map<std::string, std::string> of_id_;
    std::set<std::string> taken_;
};

/// A new place has no slug while it is chosen on a form: it is chosen by its id.
void name_places(Node& node, const std::unordered_map<std::string, std::string>& slugs) {
    if (auto* text = std::get_if<std::string>(&node.value)) {
        if (auto found = slugs.find(*text); found != slugs.end()) *text = found->second;
    } else if (auto* members = std::get_if<Node::Array>(&node.value)) {
        for (auto& each : *members) name_places(each, slugs);
    } else if (auto* table = std::get_if<Node::Table>(&node.value)) {
        for (auto& entry : *table) {
            if (entry.key != "id") name_places(entry.value, slugs);
        }
    }
}

class DossierReading {
  public:
    DossierReading(const Dossier& dossier,
                   const model::Catalogue& known,
                   const generator::Words& words,
                   model::Date today)
        : dossier_(dossier),
          known_(known),
          words_(words),
          today_(today),
          provider_slugs_(known.providers),
          place_slugs_(known.places),
          service_slugs_(known.services) {}

    model::Checked<SubmittedCards, DossierFault> run() {
        SubmittedCards cards;
        for (const auto& ref : dossier_.cards()) {
            if (ref.kind == CardKind::Place) read_place(ref, cards);
        }
        read_provider(cards);
        for (const auto& ref : dossier_.cards()) {
            if (ref.kind == CardKind::Service) read_service(ref, cards);
        }
        if (faults_.empty()) return cards;
        return in_order(std::move(faults_));
    }

  private:
    void read_provider(SubmittedCards& cards) {
        CardRef ref;
        auto card = checked(ref);
        if (!card) return;
        put(*card, "slug", Node{provider_slugs_.of(card->text("id"), card->text("name"))});
        put(*card, "verified_on", Node{today_});
        take(ref, std::move(*card), model::read_provider_by_rules, [&](model::Provider provider) {
            cards.provider = std::move(provider);
        });
        provider_ = cards.provider;
    }

    void read_place(const CardRef& ref, SubmittedCards& cards) {
        auto card = checked(ref);
        if (!card) return;
        auto slug = place_slugs_.of(card->text("id"), card->text("name"));
        chosen_places_[card->text("id")] = slug;
        put(*card, "slug", Node{slug});
        auto locality =
            std::ranges::find(known_.localities, card->text("simc"), &model::Locality::simc);
        if (locality == known_.localities.end()) {
            faults_.push_back({ref, {.path = "simc", .word = "choice"}});
            return;
        }
        put(*card, "terc", Node{locality->terc});
        take(ref, std::move(*card), model::read_place_by_rules, [&](model::Place place) {
            cards.places.push_back(std::move(place));
        });
    }

    void read_service(const CardRef& ref, SubmittedCards& cards) {
        auto card = checked(ref);
        if (!card) return;
        put(*card, "slug", Node{service_slugs_.of(card->text("id"), card->text("name"))});
        put(*card, "provider", Node{provider_.slug.empty() ? "podmiot" : provider_.slug});
        put(*card, "verified_on", Node{today_});
        put(*card, "verified_by", Node{provider_.name.empty() ? "podmiot" : provider_.name});
        if (card->groups("criteria").empty()) add_criterion(*card);
        take(ref, std::move(*card), model::read_service_by_rules, [&](model::Service service) {
            cards.services.push_back(std::move(service));
        });
    }

    void add_criterion(Node& card) const {
        exchange::ObjectMaker criterion;
        criterion.add("reason", words_["submission_criterion.reason"]);
        for (const auto* key : {"minimum_age", "maximum_age"}) {
            if (const auto* age = card.find(key)) criterion.add(key, *age);
        }
        criterion.add("residence", "anywhere").add("ask", words_["submission_criterion.ask"]);
        put(card, "criteria", Node{Node::Array{criterion.done()}});
    }

    /// The card with what was asked for, or nothing when any of it is wrong.
    std::optional<Node> checked(const CardRef& ref) {
        const auto& cells = *dossier_.card(ref);
        auto fields = asked_fields(ref.kind);
        auto found = check_cells(cells, fields);
        for (auto& fault : found) faults_.push_back({ref, std::move(fault)});
        if (!found.empty()) return std::nullopt;
        auto card = card_of_cells(cells, fields);
        auto kept = card_of_cells(cells, fields_of(ref.kind));
        for (auto key : unasked_fields(ref.kind)) {
            if (const auto* value = kept.find(key)) put(card, key, *value);
        }
        name_places(card, chosen_places_);
        return card;
    }

    template <class Card, class Keep>
    void take(const CardRef& ref,
              Node card,
              model::Checked<Card, model::Problem> (*read)(const model::Document&,
                                                           std::vector<model::FieldProblem>&),
              Keep keep) {
        Paths paths;
        number_nodes(card, {}, paths);
        std::vector<model::FieldProblem> broken;
        auto read_card =
            read({.file = name_of(ref), .source = {}, .root = std::move(card)}, broken);
        if (read_card.ok()) return keep(std::move(read_card).value());
        const auto& problems = read_card.problems();
        for (std::size_t i = 0; i < problems.size(); ++i) {
            auto line = std::get<model::SourcePosition>(problems[i].at).line;
            CellFault fault{.path = paths.at(static_cast<std::size_t>(line) - 1), .word = "other"};
            if (i < broken.size()) {
                fault.word = name(broken[i].rule);
                fault.rule = broken[i].details;
            }
            faults_.push_back({ref, std::move(fault)});
        }
    }

    static std::vector<DossierFault> in_order(std::vector<DossierFault> faults) {
        std::ranges::stable_sort(faults, {}, [](const DossierFault& fault) {
            return std::pair{fault.card.kind, fault.card.index};
        });
        return faults;
    }

    const Dossier& dossier_;
    const model::Catalogue& known_;
    const generator::Words& words_;
    model::Date today_;
    Slugs provider_slugs_;
    Slugs place_slugs_;
    Slugs service_slugs_;
    std::unordered_map<std::string, std::string> chosen_places_;  ///< Slugs by id.
    model::Provider provider_;
    std::vector<DossierFault> faults_;
};

template <class Card>
void put_card(std::vector<Card>& cards, const Card& card) {
    auto known = std::ranges::find(cards, card.id, &Card::id);
    if (known == cards.end()) {
        cards.push_back(card);
    } else {
        *known = card;
    }
}

}  // namespace

model::Checked<SubmittedCards, DossierFault> read_dossier(const Dossier& dossier,
                                                          const model::Catalogue& known,
                                                          const generator::Words& words,
                                                          model::Date today) {
    return DossierReading{dossier, known, words, today}.run();
}

model::Catalogue with_cards(model::Catalogue known, const SubmittedCards& cards) {
    put_card(known.providers, cards.provider);
    for (const auto& place : cards.places) put_card(known.places, place);
    for (const auto& service : cards.services) put_card(known.services, service);
    return known;
}

}  // namespace okienko::server
