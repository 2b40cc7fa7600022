#include "bench/workload/cards.hpp"
#include "bench/workload/polish.hpp"
#include "bench/workload/service_words.hpp"
#include "language/slug.hpp"

namespace okienko::bench {
namespace {

using namespace std::chrono_literals;
using model::Choice;
using model::Money;
using model::Necessity;
using model::Service;

template <class E>
E any(Random& random) {
    return static_cast<E>(random.below(Choice<E>::kNames.size()));
}

template <class Cards>
std::vector<std::string> slugs_of(Random& random, const Cards& cards) {
    std::vector<std::string> slugs;
    for (const auto& card : random.some_of(cards, 1, 3)) slugs.push_back(card.slug);
    return slugs;
}

void set_name(Service& service, Random& random, std::size_t number) {
    service.id = counted_uuid('3', number);
    service.name = std::string{random.one_of(kServiceKinds)} + " " +
                   std::string{random.one_of(kServiceAudiences)} + " nr " +
                   std::to_string(number + 1);
    service.slug = language::slugify(service.name);
    for (auto alias : random.some_of(kServiceAliases, 1, 3)) service.aliases.emplace_back(alias);
}

void set_texts(Service& service, Random& random) {
    service.summary = sentence(random);
    service.purpose = paragraph(random, 2);
    service.description = markdown(random);
    service.scope = phrases(random, 2, 3);
    service.not_included = phrases(random, 0, 2);
    service.delivery = sentence(random);
    service.term = "Cały rok, w dni robocze.";
    service.eligibility = paragraph(random, 2);
    service.qualification = paragraph(random, 2);
    service.legal_basis.emplace_back(
        "Ustawa z dnia 19 lipca 2019 r. o realizowaniu usług społecznych przez centrum usług "
        "społecznych, art. 2 ust. 1");
    service.fees_note = sentence(random);
    service.limits = "Najwyżej " + std::to_string(random.between(2, 40)) + " godzin w miesiącu.";
    service.waiting_time = "Zwykle " + std::to_string(random.between(2, 30)) + " dni.";
    service.personal_data_basis = "Art. 6 ust. 1 lit. e RODO.";
    service.verified_by = "koordynatorka usług";
}

void set_surroundings(Service& service, Random& random, const Surroundings& around) {
    const auto& dictionaries = around.dictionaries;
    service.domains = slugs_of(random, dictionaries.domains);
    service.audiences = slugs_of(random, dictionaries.audiences);
    service.situations = slugs_of(random, dictionaries.situations);
    service.programme = dictionaries.programmes.front().slug;
    service.provider = provider_slug(random.below(around.providers));
    auto first = random.below(around.places);
    service.places.push_back(place_slug(first));
    if (random.chance(40)) service.places.push_back(place_slug((first + 1) % around.places));
    for (const auto& locality : random.some_of(dictionaries.localities, 1, 7)) {
        service.areas.push_back(locality.simc);
    }
    service.languages =
        random.chance(20) ? std::vector<std::string>{"pl", "uk"} : std::vector<std::string>{"pl"};
}

void set_rules(Service& service, Random& random) {
    constexpr std::array kModes{
        model::DeliveryMode::OnSite, model::DeliveryMode::AtHome, model::DeliveryMode::Phone};
    service.kind =
        random.chance(90) ? model::ServiceKind::Service : model::ServiceKind::SupportingActivity;
    service.status =
        random.chance(97) ? model::ServiceStatus::Active : model::ServiceStatus::TemporarilyClosed;
    service.task = any<model::Task>(random);
    service.delivery_modes = random.some_of(kModes, 1, 2);
    service.verified_on = 2026y / 11 / static_cast<unsigned>(random.between(1, 20));
    if (random.chance(40)) service.minimum_age = static_cast<int>(random.between(3, 60));
    service.applicants = {model::Applicant::InterestedPerson};
    if (random.chance(50)) service.applicants.push_back(model::Applicant::ActualCarer);
    service.decision_mode = any<model::DecisionMode>(random);
    service.response_days = static_cast<int>(random.between(1, 30));
}

void set_fees(Service& service, Random& random) {
    for (auto name : random.some_of(kFeeNames, 0, 3)) {
        auto amount = static_cast<std::int64_t>(random.between(1, 180)) * 50;
        service.fees.push_back({.name = std::string{name},
                                .amount = Money{amount},
                                .amount_max = {},
                                .per = any<model::FeePer>(random),
                                .note = random.chance(30) ? sentence(random) : std::string{},
                                .valid_from = {},
                                .valid_to = {}});
    }
    if (service.fees.empty()) return;
    service.fee_mode = random.chance(70) ? model::FeeMode::Fixed : model::FeeMode::ByIncome;
    if (random.chance(30)) {
        service.reliefs.push_back({.entitled = "osoba z Kartą Dużej Rodziny",
                                   .percent = 50,
                                   .amount = {},
                                   .proof = "Karta do wglądu.",
                                   .note = {}});
    }
}

void set_application(Service& service, Random& random) {
    for (std::size_t i = random.between(1, 2); i > 0; --i) {
        service.conditions.push_back({any<model::ConditionKind>(random),
                                      sentence(random),
                                      "Oświadczenie, które podpisujesz na miejscu."});
    }
    for (auto title : random.some_of(kStepTitles, 2, 4)) {
        service.steps.push_back({std::string{title}, sentence(random)});
    }
    for (auto name : random.some_of(kRequiredDocuments, 1, 3)) {
        auto necessity = any<Necessity>(random);
        service.required_documents.push_back(
            {.name = std::string{name},
             .form = any<model::DocumentForm>(random),
             .proves = "Że spełniasz warunki.",
             .necessity = necessity,
             .when = necessity == Necessity::Sometimes ? "Gdy prosisz o ulgę." : "",
             .document = {}});
    }
    for (auto name : random.some_of(kPersonalDataNames, 1, 2)) {
        service.personal_data.push_back({std::string{name},
                                         model::GdprClass::Ordinary,
                                         "Rozpatrzenie wniosku.",
                                         any<Necessity>(random)});
    }
    auto& criterion = service.criteria.emplace_back();
    criterion.reason = "Mieszkasz w gminie i potrzebujesz takiej pomocy.";
    criterion.needs = {any<model::Need>(random)};
}

void set_contacts(Service& service, Random& random, std::size_t number) {
    for (auto role : random.some_of(kContactRoles, 1, 2)) {
        model::Contact contact{.role = std::string{role},
                               .phone = phone(random),
                               .extension = {},
                               .email = {},
                               .room = {},
                               .hours = "od poniedziałku do piątku, 7:30–15:30"};
        if (random.chance(50)) {
            contact.email = "usluga" + std::to_string(number + 1) + "@cus.przykladowo.example";
        }
        service.contacts.push_back(std::move(contact));
    }
}

}  // namespace

std::string counted_uuid(char table, std::size_t number) {
    auto digits = std::to_string(number + 1);
    return std::string{"0000000"} + table + "-0000-4000-8000-" +
           std::string(12 - digits.size(), '0') + digits;
}

Service invented_service(std::size_t number, const Surroundings& around) {
    Random random{3, number};
    Service service;
    set_name(service, random, number);
    set_texts(service, random);
    set_surroundings(service, random, around);
    set_rules(service, random);
    set_fees(service, random);
    set_application(service, random);
    set_contacts(service, random, number);
    for (std::size_t i = 0, count = random.below(3); i < count; ++i) {
        service.schedules.push_back(invented_schedule(number, i, service.places.front()));
    }
    return service;
}

}  // namespace okienko::bench
