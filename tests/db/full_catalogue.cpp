#include "tests/db/full_catalogue.hpp"

namespace okienko::db {
namespace {

using namespace std::chrono_literals;
using std::chrono::February;
using std::chrono::March;
using std::chrono::May;

model::Contact contact(const std::string& role) {
    return {.role = role,
            .phone = "+48999001020",
            .extension = "216",
            .email = "cus@przykladowo.example",
            .room = "pokój 12",
            .hours = "pon.–pt. 8:00–15:00"};
}

void add_dictionaries(model::Catalogue& catalogue) {
    catalogue.domains = {{6, "wspieranie-osob", "Wspieranie osób", "Opis pierwszy."},
                         {1, "polityka-prorodzinna", "Polityka prorodzinna", "Opis drugi."}};
    catalogue.audiences = {{"seniorzy", "Seniorzy", "Osoby od 60 lat.", 2, "senior"},
                           {"rodziny", "Rodziny", "Rodziny z dziećmi.", 1, ""}};
    catalogue.situations = {{"opieka",
                             "Opiekuję się kimś",
                             "Opis.",
                             "Zadzwoń.",
                             {"żyję z mamą", "brak sił"},
                             7,
                             "care"},
                            {"cisza", "Jestem sam", "Opis.", "Przyjdź.", {"nuda"}, 3, ""}};
    catalogue.localities = {{"0954047", "Przykładowo", "2002063", model::LocalityKind::Town},
                            {"0012345", "Lipówka", "2002065", model::LocalityKind::Village}};
}

void add_library(model::Catalogue& catalogue) {
    model::LibraryDocument annex{.id = "5b1c0a52-6a0e-4c5e-9a7e-000000000001",
                                 .slug = "wniosek",
                                 .title = "Wniosek",
                                 .type = model::DocumentType::Form,
                                 .date = 2026y / March / 5,
                                 .version = "2.1",
                                 .summary = "Wzór wniosku.",
                                 .file = "dokumenty/wniosek.pdf",
                                 .file_language = "pl",
                                 .annex_to = "uchwala",
                                 .replaces = "stary-wniosek"};
    model::LibraryDocument resolution;
    resolution.slug = "uchwala";
    resolution.title = "Uchwała";
    resolution.type = model::DocumentType::Resolution;
    resolution.date = 2024y / February / 29;
    resolution.version = "1";
    resolution.summary = "Uchwała rady.";
    model::LibraryDocument old = resolution;
    old.slug = "stary-wniosek";
    catalogue.documents = {annex, resolution, old};
    catalogue.programmes = {{.id = "5b1c0a52-6a0e-4c5e-9a7e-000000000011",
                             .slug = "program",
                             .name = "Program usług społecznych",
                             .resolution = "Uchwała nr 1",
                             .adopted_on = 2025y / March / 1,
                             .valid_from = 2025y / May / 1,
                             .valid_to = 2027y / May / 31,
                             .goal = "Cel.",
                             .expected_people = 350,
                             .document = "uchwala"}};
}

void add_places_and_providers(model::Catalogue& catalogue) {
    model::Place seat{
        .id = "5b1c0a52-6a0e-4c5e-9a7e-000000000021",
        .slug = "siedziba",
        .name = "Siedziba CUS",
        .street = "ul. Lipowa",
        .building = "5",
        .unit = "2a",
        .postal_code = "18-100",
        .city = "Przykładowo",
        .terc = "2002063",
        .simc = "0954047",
        .ulic = "01234",
        .latitude = 52.989012345678901,
        .longitude = 22.884,
        .directions = "Wejście od podwórza.",
        .accessibility = {
            {model::AccessibilityFeature::Lift, model::FeatureState::Partly, "Winda do I piętra."},
            {model::AccessibilityFeature::GuideDog, model::FeatureState::No, "Nie."}}};
    model::Place other = seat;
    other.id = "5b1c0a52-6a0e-4c5e-9a7e-000000000022";
    other.slug = "biblioteka";
    catalogue.places = {seat, other};
    model::Provider provider{.id = "5b1c0a52-6a0e-4c5e-9a7e-000000000031",
                             .slug = "stowarzyszenie",
                             .name = "Stowarzyszenie „Razem”",
                             .kind = model::ProviderKind::SocialEnterprise,
                             .legal_form = "stowarzyszenie",
                             .summary = "Pomagamy.",
                             .profile = "## O nas\n\nTekst.",
                             .activity_domains = {"wspieranie-osob", "polityka-prorodzinna"},
                             .nip = "1234563218",
                             .regon = "123456785",
                             .krs = "0009999999",
                             .place = "biblioteka",
                             .website = "https://razem.example/",
                             .email = "biuro@razem.example",
                             .verified_on = 2026y / March / 1,
                             .contacts = {contact("sekretariat"), contact("biuro")}};
    model::Provider partner = provider;
    partner.id = "5b1c0a52-6a0e-4c5e-9a7e-000000000032";
    partner.slug = "fundacja";
    catalogue.providers = {provider, partner};
}

model::ScheduleException called_off(model::Date date) {
    return {date, model::ExceptionKind::Closed, {}, {}, "Urlop."};
}

std::vector<model::Schedule> schedules() {
    model::Schedule monthly{.title = "Dyżur psychologa",
                            .place = "siedziba",
                            .frequency = model::Frequency::Monthly,
                            .interval = 2,
                            .days = {{3, std::chrono::Saturday}, {-1, std::chrono::Friday}},
                            .month_days = {15, 1},
                            .starts = 9h + 5min,
                            .ends = 24h,
                            .valid_from = 2026y / March / 2,
                            .valid_to = 2026y / May / 31,
                            .holidays = model::Holidays::Open,
                            .booking = model::Booking::Required,
                            .note = "Wejście B.",
                            .exceptions = {{.date = 2026y / May / 2,
                                            .kind = model::ExceptionKind::Extra,
                                            .starts = 10h,
                                            .ends = 11h + 30min,
                                            .note = "Dzień otwarty."},
                                           called_off(2026y / March / 21)}};
    model::Schedule weekly;
    weekly.title = "Zajęcia";
    weekly.days = {{0, std::chrono::Wednesday}, {0, std::chrono::Monday}};
    weekly.starts = 0h;
    weekly.ends = 1h;
    weekly.valid_from = 2026y / March / 2;
    weekly.exceptions = {called_off(2026y / March / 4)};
    return {monthly, weekly};
}

std::vector<model::Criterion> criteria() {
    model::Criterion full{
        .reason = "Masz 60 lat lub więcej",
        .minimum_age = 60,
        .maximum_age = 99,
        .residence = model::Residence::Anywhere,
        .households = {model::Household::SingleParent, model::Household::Alone},
        .child_minimum_age = 3,
        .child_maximum_age = 17,
        .certificates = {model::Certificate::Severe, model::Certificate::ChildWithBothIndications},
        .employment = {model::Employment::Unemployed, model::Employment::Employed},
        .roles = {model::Role::Volunteer, model::Role::Carer},
        .needs = {model::Need::SeveralServices, model::Need::DailyActivities},
        .excluded_needs = {model::Need::Teeth, model::Need::Law},
        .ask = "Czy ktoś pomaga?"};
    model::Criterion short_one;
    short_one.reason = "Mieszkasz w gminie";
    return {full, short_one};
}

void add_texts(model::Service& service) {
    service.name = "Wsparcie";
    service.kind = model::ServiceKind::SupportingActivity;
    service.status = model::ServiceStatus::TemporarilyClosed;
    service.alert = "Przerwa do 5 marca.";
    service.summary = "Jedno zdanie.";
    service.purpose = "Cel.\n\nDrugi akapit.";
    service.description = "Opis z **pogrubieniem** i znakiem '.";
    service.delivery = "W domu.";
    service.interpretation = "Tłumacz PJM.";
    service.website = "https://cus.example/";
    service.term = "Cały rok.";
    service.verified_by = "koordynator";
    service.eligibility = "Każdy.";
    service.qualification = "Według kolejności.";
    service.response_note = "Szybciej w pilnych sprawach.";
    service.referral = "Od lekarza.";
    service.funding = "Budżet gminy.";
    service.fees_note = "Opłaty słowami.";
    service.limits = "20 osób.";
    service.waiting_time = "Dwa tygodnie.";
    service.personal_data_basis = "art. 6 ust. 1 lit. c RODO";
}

void add_choices_and_numbers(model::Service& service) {
    service.task = model::Task::Commissioned;
    service.new_service = true;
    service.valid_from = 2026y / March / 1;
    service.valid_to = 2027y / March / 1;
    service.verified_on = 2026y / March / 3;
    service.minimum_age = 18;
    service.maximum_age = 110;
    service.decision_mode = model::DecisionMode::SeparateAct;
    service.response_days = 14;
    service.fee_mode = model::FeeMode::ByIncome;
}

void add_lists(model::Service& service) {
    service.aliases = {"pomoc", "asysta"};
    service.scope = {"zakupy", "gotowanie"};
    service.not_included = {"remonty", "leki"};
    service.delivery_modes = {model::DeliveryMode::Online, model::DeliveryMode::AtHome};
    service.languages = {"uk", "pl"};
    service.applicants = {model::Applicant::Organisation, model::Applicant::ActualCarer};
    service.legal_basis = {"art. 5", "art. 2"};
    service.domains = {"polityka-prorodzinna", "wspieranie-osob"};
    service.audiences = {"rodziny", "seniorzy"};
    service.situations = {"cisza", "opieka"};
    service.programme = "program";
    service.provider = "fundacja";
    service.partners = {"stowarzyszenie", "fundacja"};
    service.places = {"biblioteka", "siedziba"};
    service.areas = {"0012345", "0954047"};
    service.application_form = "wniosek";
    service.related = {"zajecia", "asysta"};
}

void add_groups(model::Service& service) {
    service.conditions = {{model::ConditionKind::Situation, "Warunek.", "Oświadczenie."},
                          {model::ConditionKind::Age, "Wiek.", "Dowód."}};
    service.steps = {{"Zadzwoń", "Szczegóły."}, {"Czekaj", "Do 14 dni."}};
    service.required_documents = {
        {.name = "Orzeczenie",
         .form = model::DocumentForm::Certificate,
         .proves = "Prawo do ulgi.",
         .necessity = model::Necessity::Sometimes,
         .when = "Gdy jest ulga.",
         .document = "wniosek"},
        {"Inny", model::DocumentForm::Other, "Wiek.", model::Necessity::Always, "", ""}};
    service.fees = {{.name = "Godzina",
                     .amount = {1250},
                     .amount_max = model::Money{99'999'999'999},
                     .per = model::FeePer::Course,
                     .note = "Uwaga.",
                     .valid_from = 2026y / March / 1,
                     .valid_to = 2026y / May / 31},
                    {"Bezpłatnie", {0}, {}, model::FeePer::Use, "", {}, {}}};
    service.reliefs = {{.entitled = "Karta dużej rodziny",
                        .percent = 50,
                        .amount = model::Money{600},
                        .proof = "Karta.",
                        .note = "Uwaga."},
                       {"Inni", {}, {}, "Nic.", ""}};
    service.personal_data = {
        {"stan zdrowia", model::GdprClass::Special, "Ocena.", model::Necessity::Sometimes},
        {"imię", model::GdprClass::Ordinary, "Kontakt."}};
    service.capacities = {{model::CapacityUnit::Hours, "godzin", 40, 0, 2026y / March / 1},
                          {model::CapacityUnit::Places, "miejsc", {}, {}, 2026y / March / 2}};
    service.contacts = {contact("koordynator"), {"recepcja", "112", "", "", "", ""}};
}

model::Service full_service() {
    model::Service service;
    service.id = "5b1c0a52-6a0e-4c5e-9a7e-000000000041";
    service.slug = "wsparcie";
    add_texts(service);
    add_choices_and_numbers(service);
    add_lists(service);
    add_groups(service);
    service.schedules = schedules();
    service.criteria = criteria();
    return service;
}

}  // namespace

model::Catalogue full_catalogue() {
    model::Catalogue catalogue;
    add_dictionaries(catalogue);
    add_library(catalogue);
    add_places_and_providers(catalogue);
    model::Service later = full_service();
    later.id = "5b1c0a52-6a0e-4c5e-9a7e-000000000042";
    later.slug = "asysta";
    later.criteria.pop_back();
    later.schedules.erase(later.schedules.begin());
    // A service with as little as the form of a card allows.
    model::Service sparse;
    sparse.id = "5b1c0a52-6a0e-4c5e-9a7e-000000000043";
    sparse.slug = "zajecia";
    sparse.provider = "fundacja";
    sparse.verified_on = 2026y / March / 3;
    catalogue.services = {full_service(), sparse, later};
    catalogue.indicators = {
        {"zajecia", 2026, "Osoby", model::IndicatorUnit::Events, 40, 0, "Lista."},
        {"asysta", 2025, "Godziny", model::IndicatorUnit::Hours, 10, {}, "Karta pracy."}};
    catalogue.budget_lines = {{2026,
                               "Wynagrodzenia",
                               "wsparcie",
                               model::Task::Commissioned,
                               {123'456},
                               model::Money{0},
                               "gmina"},
                              {2026, "Koszty wspólne", "", model::Task::Own, {1}, {}, "gmina"}};
    catalogue.service_translations = {
        {"wsparcie",
         "en",
         {{"name", "Wsparcie", "Support"}, {"steps[1].text", "Do 14 dni.", "Up to 14 days."}}},
        {"wsparcie", "uk", {{"summary", "Jedno zdanie.", "Одне речення."}}},
        {"asysta", "uk", {{"scope[0]", "zakupy", "покупки"}, {"name", "Wsparcie", "Підтримка"}}}};
    return catalogue;
}

}  // namespace okienko::db
