#include "model/catalogue_check.hpp"

#include <algorithm>
#include <functional>
#include <future>
#include <string>
#include <unordered_set>

#include "model/card_check.hpp"
#include "model/suggestion.hpp"

namespace okienko::model {
namespace {

/// The slugs of one table: what a reference to it may say.
class SlugSet {
  public:
    template <class Cards>
    SlugSet(std::string_view table, const Cards& cards, Problems& problems) : table_(table) {
        slugs_.reserve(cards.size());
        for (const auto& card : cards) add(card.slug, problems);
    }

    [[nodiscard]] bool contains(std::string_view slug) const { return slugs_.contains(slug); }

    [[nodiscard]] std::string suggestion(std::string_view slug) const {
        std::vector<std::string_view> candidates{slugs_.begin(), slugs_.end()};
        std::sort(candidates.begin(), candidates.end());
        return did_you_mean(slug, candidates);
    }

  private:
    void add(const std::string& slug, Problems& problems) {
        if (slugs_.insert(slug).second) return;
        problems.push_back({RecordPosition{std::string{table_}, slug, "slug"},
                            "slug „" + slug + "” powtarza się",
                            "nadaj innej karcie inny slug"});
    }

    std::string_view table_;
    std::unordered_set<std::string_view> slugs_;
};

/// Checks the references of one card and speaks of them by its table and slug.
class ReferenceChecker {
  public:
    ReferenceChecker(std::string_view table, Problems& problems)
        : table_(table), problems_(problems) {}

    void of(const std::string& slug) { slug_ = slug; }

    void one(std::string_view field, const std::string& reference, const SlugSet& targets) {
        if (reference.empty() || targets.contains(reference)) return;
        problems_.push_back({RecordPosition{std::string{table_}, slug_, std::string{field}},
                             "„" + reference + "” nie istnieje",
                             targets.suggestion(reference)});
    }

    void each(std::string_view field,
              const std::vector<std::string>& references,
              const SlugSet& targets) {
        for (std::size_t i = 0; i < references.size(); ++i) {
            // Of the many references hardly one is wrong, and only that one needs a name.
            if (references[i].empty() || targets.contains(references[i])) continue;
            one(std::string{field} + "[" + std::to_string(i) + "]", references[i], targets);
        }
    }

  private:
    std::string_view table_;
    std::string slug_;
    Problems& problems_;
};

template <class Cards>
void check_unique_ids(std::string_view table,
                      const Cards& cards,
                      std::unordered_set<std::string_view>& ids,
                      Problems& problems) {
    for (const auto& card : cards) {
        if (ids.insert(card.id).second) continue;
        problems.push_back({RecordPosition{std::string{table}, card.slug, "id"},
                            "identyfikator „" + card.id + "” powtarza się",
                            "nowy podaje polecenie uuidgen"});
    }
}

template <class T>
void check_cards(std::string_view table,
                 const std::vector<T>& cards,
                 std::vector<FieldProblem> (*check)(const T&),
                 Problems& problems) {
    for (const auto& card : cards) {
        for (const auto& found : check(card)) {
            problems.push_back({RecordPosition{std::string{table}, card.slug, found.field},
                                message_of(found),
                                remedy_of(found)});
        }
    }
}

/// Localities are known by their SIMC id.
struct LocalitySlug {
    const std::string& slug;
};

std::vector<LocalitySlug> by_simc(const std::vector<Locality>& localities) {
    std::vector<LocalitySlug> slugs;
    slugs.reserve(localities.size());
    for (const auto& locality : localities) slugs.push_back({locality.simc});
    return slugs;
}

void check_service_references(const Catalogue& catalogue, Problems& problems) {
    SlugSet services{"service", catalogue.services, problems};
    SlugSet providers{"provider", catalogue.providers, problems};
    SlugSet places{"place", catalogue.places, problems};
    SlugSet domains{"domain", catalogue.domains, problems};
    SlugSet audiences{"audience", catalogue.audiences, problems};
    SlugSet situations{"situation", catalogue.situations, problems};
    SlugSet programmes{"programme", catalogue.programmes, problems};
    SlugSet localities{"locality", by_simc(catalogue.localities), problems};

    ReferenceChecker service_references{"service", problems};
    for (const auto& service : catalogue.services) {
        service_references.of(service.slug);
        service_references.each("domains", service.domains, domains);
        service_references.each("audiences", service.audiences, audiences);
        service_references.each("situations", service.situations, situations);
        service_references.one("programme", service.programme, programmes);
        service_references.one("provider", service.provider, providers);
        service_references.each("partners", service.partners, providers);
        service_references.each("places", service.places, places);
        service_references.each("areas", service.areas, localities);
        service_references.each("related", service.related, services);
    }
    ReferenceChecker provider_references{"provider", problems};
    for (const auto& provider : catalogue.providers) {
        provider_references.of(provider.slug);
        provider_references.one("place", provider.place, places);
        provider_references.each("activity_domains", provider.activity_domains, domains);
    }
    ReferenceChecker indicator_references{"indicator", problems};
    for (const auto& indicator : catalogue.indicators) {
        indicator_references.of(indicator.service);
        indicator_references.one("service", indicator.service, services);
    }
    ReferenceChecker budget_references{"budget_line", problems};
    for (const auto& line : catalogue.budget_lines) {
        budget_references.of(line.name);
        budget_references.one("service", line.service, services);
    }
}

Problems check_each_card(const Catalogue& catalogue) {
    Problems problems;
    check_cards("service", catalogue.services, check_service, problems);
    check_cards("provider", catalogue.providers, check_provider, problems);
    check_cards("place", catalogue.places, check_place, problems);
    check_cards("programme", catalogue.programmes, check_programme, problems);
    return problems;
}

Problems check_between_cards(const Catalogue& catalogue) {
    Problems problems;
    std::unordered_set<std::string_view> ids;
    check_unique_ids("service", catalogue.services, ids, problems);
    check_unique_ids("provider", catalogue.providers, ids, problems);
    check_unique_ids("place", catalogue.places, ids, problems);
    check_unique_ids("programme", catalogue.programmes, ids, problems);
    check_unique_ids("document", catalogue.documents, ids, problems);
    check_service_references(catalogue, problems);
    return problems;
}

}  // namespace

Problems check_catalogue(const Catalogue& catalogue) {
    // Each half looks at every service, and neither waits for the other.
    auto between_cards = std::async(std::launch::async, check_between_cards, std::cref(catalogue));
    auto problems = check_each_card(catalogue);
    auto more = between_cards.get();
    problems.insert(problems.end(), more.begin(), more.end());
    return problems;
}

Problems check_document_references(const Catalogue& catalogue,
                                   const std::vector<std::string_view>& content_documents) {
    Problems problems;
    struct ContentDocument {
        std::string slug;
    };
    std::vector<ContentDocument> all;
    all.reserve(content_documents.size() + catalogue.documents.size());
    for (auto slug : content_documents) all.push_back({std::string{slug}});
    for (const auto& document : catalogue.documents) all.push_back({document.slug});
    SlugSet documents{"document", all, problems};

    ReferenceChecker references{"service", problems};
    for (const auto& service : catalogue.services) {
        references.of(service.slug);
        references.one("application_form", service.application_form, documents);
        for (std::size_t i = 0; i < service.required_documents.size(); ++i) {
            const auto& document = service.required_documents[i].document;
            if (document.empty() || documents.contains(document)) continue;
            references.one(
                "required_documents[" + std::to_string(i) + "].document", document, documents);
        }
    }
    ReferenceChecker programme_references{"programme", problems};
    for (const auto& programme : catalogue.programmes) {
        programme_references.of(programme.slug);
        programme_references.one("document", programme.document, documents);
    }
    ReferenceChecker document_references{"document", problems};
    for (const auto& document : catalogue.documents) {
        document_references.of(document.slug);
        document_references.one("annex_to", document.annex_to, documents);
        document_references.one("replaces", document.replaces, documents);
    }
    return problems;
}

}  // namespace okienko::model
