#include "exchange/card_merger.hpp"

#include <algorithm>
#include <cassert>
#include <fstream>
#include <set>
#include <string_view>
#include <utility>

#include "exchange/record_text.hpp"
#include "model/suggestion.hpp"

namespace okienko::exchange {
namespace {

/// The place of a kind of card in CardValue.
template <class Card, std::size_t I = 0>
constexpr std::size_t kind_of() {
    if constexpr (std::is_same_v<std::variant_alternative_t<I, CardValue>, Card>) {
        return I;
    } else {
        return kind_of<Card, I + 1>();
    }
}

constexpr auto kServiceKind = kind_of<model::Service>();

const model::Domain* known_card(const KnownCards& known, const model::Domain& card) {
    return known.domains.find(card.slug);
}
const model::Audience* known_card(const KnownCards& known, const model::Audience& card) {
    return known.audiences.find(card.slug);
}
const model::Situation* known_card(const KnownCards& known, const model::Situation& card) {
    return known.situations.find(card.slug);
}
const model::Locality* known_card(const KnownCards& known, const model::Locality& card) {
    return known.localities.find(card.simc);
}
const model::Programme* known_card(const KnownCards& known, const model::Programme& card) {
    return known.programmes.find(card.id);
}
const model::Place* known_card(const KnownCards& known, const model::Place& card) {
    return known.places.find(card.id);
}
const model::Provider* known_card(const KnownCards& known, const model::Provider& card) {
    return known.providers.find(card.id);
}
const model::Service* known_card(const KnownCards& known, const model::Service& card) {
    return known.services.find(card.id);
}
const model::ServiceText* known_card(const KnownCards& known, const model::ServiceText& card) {
    auto found = known.service_texts.find(identity(card));
    return found == known.service_texts.end() ? nullptr : &found->second;
}

}  // namespace

template <class Visit>
bool CardMerger::all_references(const CardValue& value, Visit visit) {
    auto one = [&](const char* field, std::size_t kind, const std::string& name) {
        return name.empty() || visit(Reference{field, kind, name});
    };
    auto all = [&](const char* field, std::size_t kind, const std::vector<std::string>& names) {
        return std::ranges::all_of(names, [&](const auto& name) { return one(field, kind, name); });
    };
    if (const auto* provider = std::get_if<model::Provider>(&value)) {
        return all("activity_domains", kind_of<model::Domain>(), provider->activity_domains) &&
               one("place", kind_of<model::Place>(), provider->place);
    }
    if (const auto* service = std::get_if<model::Service>(&value)) {
        return all("domains", kind_of<model::Domain>(), service->domains) &&
               all("audiences", kind_of<model::Audience>(), service->audiences) &&
               all("situations", kind_of<model::Situation>(), service->situations) &&
               all("areas", kind_of<model::Locality>(), service->areas) &&
               one("programme", kind_of<model::Programme>(), service->programme) &&
               all("places", kind_of<model::Place>(), service->places) &&
               one("provider", kind_of<model::Provider>(), service->provider) &&
               all("partners", kind_of<model::Provider>(), service->partners);
    }
    const auto* text = std::get_if<model::ServiceText>(&value);
    return !text || one("service", kServiceKind, text->service);
}

CardMerger::CardMerger(const KnownCards& known,
                       const std::vector<db::SourceRecord>& sources,
                       db::CatalogueUpdate* update)
    : known_(known), writer_(update) {
    for (const auto& each : sources) sources_.emplace(each.kind + "/" + each.uuid, &each);
    add_names(known.catalogue.domains);
    add_names(known.catalogue.audiences);
    add_names(known.catalogue.situations);
    add_names(known.catalogue.localities);
    add_names(known.catalogue.programmes);
    add_names(known.catalogue.places);
    add_names(known.catalogue.providers);
    add_names(known.catalogue.services);
}

template <class Card>
void CardMerger::add_names(const std::vector<Card>& cards) {
    for (const auto& card : cards) {
        if constexpr (requires { card.id; }) {
            names_[kind_of<Card>()].emplace(card.slug, Name{card.id, true});
        } else if constexpr (requires { card.simc; }) {
            names_[kind_of<Card>()].emplace(card.simc, Name{card.simc, true});
        } else {
            names_[kind_of<Card>()].emplace(card.slug, Name{card.slug, true});
        }
    }
}

void CardMerger::begin_file(const std::string& file) {
    files_.push_back(file);
}

void CardMerger::take(ReadRecord record) {
    auto append = [](model::Problems& all, model::Problems& more) {
        std::move(more.begin(), more.end(), std::back_inserter(all));
    };
    append(report_.warnings, record.warnings);
    append(problems_, record.problems);
    Place at{files_.size() - 1, record.line};
    for (auto& card : record.cards) take_card(std::move(card), at);
}

void CardMerger::flush_when_full() {
    constexpr std::size_t kMany = 200;
    if (batch_.cards.size() >= kMany) flush();
}

void CardMerger::flush() {
    auto batch = std::exchange(batch_, {});
    if (problems_.empty()) writer_.write(std::move(batch));
}

model::Checked<ImportReport, model::Problem> CardMerger::finish() {
    flush();
    accept_those_waiting();
    report_those_waiting();
    for (const auto& each : related_) check_related(each);
    if (!problems_.empty()) return std::move(problems_);
    writer_.commit();
    return std::move(report_);
}

// --- One card ------------------------------------------------------------------------------------

void CardMerger::take_card(ReadCard&& card, Place at) {
    auto [met, first] = met_[card.value.index()].try_emplace(identity(card.value),
                                                             Met{card.standing, at, std::nullopt});
    if (!first) {
        if (card.standing == Standing::Nested) return;
        auto& before = met->second;
        if (before.standing == Standing::Own) return report_twice(card, at, before.at);
        before.standing = Standing::Own;
        before.at = at;
        flush();  // The same row cannot be written twice at once.
    }
    if (claim_name(card, met->first, at)) accept_or_wait(std::move(card), at);
}

/// A slug belongs to one card.
bool CardMerger::claim_name(const ReadCard& card, std::string_view id, Place at) {
    auto name = reference_name(card.value);
    auto [owner, free] = names_[card.value.index()].try_emplace(name, Name{id, false});
    if (free || owner->second.owner == id) return true;
    report(at,
           name,
           "pole slug: „" + name + "” ma już inna karta (" + std::string{owner->second.owner} + ")",
           "nadaj tej karcie inny slug");
    return false;
}

void CardMerger::accept_or_wait(ReadCard&& card, Place at) {
    if (all_references(card.value, [this](const auto& each) { return has(each); })) {
        accept(std::move(card), at);
    } else {
        waiting_.push_back({std::move(card), at});
    }
}

/// What refers to later cards comes after them.
void CardMerger::accept_those_waiting() {
    for (bool again = true; again && !waiting_.empty();) {
        auto waiting = std::exchange(waiting_, {});
        auto before = waiting.size();
        for (auto& each : waiting) {
            if (!is_superseded(each)) accept_or_wait(std::move(each.card), each.at);
        }
        again = waiting_.size() < before;
        flush();
    }
}

/// A card that waited within another one, and came by itself meanwhile.
bool CardMerger::is_superseded(const Arrived& arrived) const {
    const auto& value = arrived.card.value;
    return !(met_[value.index()].at(identity(value)).at == arrived.at);
}

void CardMerger::accept(ReadCard&& card, Place at) {
    names_[card.value.index()].at(reference_name(card.value)).accepted = true;
    if (const auto* service = std::get_if<model::Service>(&card.value)) {
        for (const auto& slug : service->related) {
            if (!names_[kServiceKind].contains(slug)) related_.push_back({slug, at});
        }
    }
    auto fate = fate_of(card);
    count(card, fate);
    if (fate == Fate::Left) return;
    if (!card.source_id.empty() || !card.original.empty()) {
        batch_.sources.push_back({std::string{kind_name(card.value)},
                                  identity(card.value),
                                  std::move(card.source_id),
                                  std::move(card.original)});
    }
    batch_.cards.push_back(std::move(card));
}

/// A card counts once, also when it came within another one before it came by itself.
void CardMerger::count(const ReadCard& card, Fate fate) {
    auto kind = card.value.index();
    auto& counted = met_[kind].at(identity(card.value)).fate;
    auto& counts = report_.counts[kind];
    bool again = counted.has_value();
    if (again) --counts[static_cast<std::size_t>(*counted)];
    ++counts[static_cast<std::size_t>(fate)];
    counted = fate;
    if (fate == Fate::Left || report_.cards.size() >= kNamedCards) return;
    ChangedCard changed{std::string{kind_name(card.value)}, reference_name(card.value), fate};
    auto same = [&](const ChangedCard& each) {
        return each.kind == changed.kind && each.name == changed.name;
    };
    if (again && std::ranges::any_of(report_.cards, same)) return;
    report_.cards.push_back(std::move(changed));
}

Fate CardMerger::fate_of(const ReadCard& card) const {
    auto fate = std::visit(
        [this](const auto& value) {
            const auto* known = known_card(known_, value);
            if (!known) return Fate::Added;
            return *known == value ? Fate::Left : Fate::Changed;
        },
        card.value);
    if (fate != Fate::Left || (card.original.empty() && card.source_id.empty())) return fate;
    auto source = sources_.find(std::string{kind_name(card.value)} + "/" + identity(card.value));
    if (source == sources_.end()) return Fate::Changed;
    // Our own export says nothing of the source's id.
    auto same = [](const std::string& fresh, const std::string& known) {
        return fresh.empty() || fresh == known;
    };
    return same(card.original, source->second->original) &&
                   same(card.source_id, source->second->source_id)
               ? Fate::Left
               : Fate::Changed;
}

// --- References ----------------------------------------------------------------------------------

bool CardMerger::has(const Reference& reference) const {
    auto found = names_[reference.kind].find(reference.name);
    return found != names_[reference.kind].end() && found->second.accepted;
}

// --- Problems ------------------------------------------------------------------------------------

void CardMerger::report_twice(const ReadCard& card, Place at, Place before) {
    auto id = identity(card.value);
    report(at,
           id,
           "identyfikator „" + id + "” powtarza się (po raz pierwszy: " + files_[before.file] +
               ":" + std::to_string(before.line) + ")",
           "usuń jedną z tych kart albo nadaj nowej inny identyfikator");
}

/// A card that waits for another one that waits says nothing of it: the other one has the problem.
void CardMerger::report_those_waiting() {
    std::set<std::pair<std::size_t, std::string>> names;
    for (const auto& [card, at] : waiting_) {
        names.emplace(card.value.index(), reference_name(card.value));
    }
    for (const auto& [card, at] : waiting_) {
        all_references(card.value, [&, &place = at](const auto& each) {
            if (has(each) || names.contains({each.kind, each.name})) return true;
            report(place,
                   each.name,
                   std::string{"pole "} + each.field + ": „" + each.name + "” nie istnieje",
                   suggestion(each.kind, each.name));
            return true;
        });
    }
    assert(waiting_.empty() || !problems_.empty());
}

void CardMerger::check_related(const Related& related) {
    if (names_[kServiceKind].contains(related.slug)) return;
    report(related.at,
           related.slug,
           "pole related: „" + related.slug + "” nie istnieje",
           suggestion(kServiceKind, related.slug));
}

std::string CardMerger::suggestion(std::size_t kind, const std::string& name) const {
    constexpr std::size_t kMany = 5000;
    std::string nowhere = "nie ma tego ani w katalogu, ani w tych plikach";
    if (names_[kind].size() > kMany) return nowhere;
    std::vector<std::string_view> candidates;
    for (const auto& [known, owner] : names_[kind]) candidates.push_back(known);
    std::sort(candidates.begin(), candidates.end());
    auto near = model::did_you_mean(name, candidates);
    return near.empty() ? nowhere : near;
}

/// Points at the word where it stands in the record, which is read again for this.
void CardMerger::report(Place at,
                        const std::string& word,
                        std::string message,
                        std::string remedy) {
    auto record = record_at(at);
    auto offset = record.find("\"" + word + "\"");
    offset = offset == std::string::npos ? record.find(word) : offset + 1;
    problems_.push_back(problem_in_record(files_[at.file],
                                          at.line,
                                          record,
                                          offset == std::string::npos ? 0 : offset,
                                          std::move(message),
                                          std::move(remedy)));
}

std::string CardMerger::record_at(Place at) const {
    std::ifstream in{files_[at.file], std::ios::binary};
    std::string line;
    for (int i = 1; i <= at.line && std::getline(in, line); ++i) {
    }
    // A row of a table may go on below.
    std::string more(std::size_t{1} << 16U, '\0');
    in.read(more.data(), static_cast<std::streamsize>(more.size()));
    more.resize(static_cast<std::size_t>(in.gcount()));
    if (at.line == 1 && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
    return line + "\n" + more;
}

}  // namespace okienko::exchange
