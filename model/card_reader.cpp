#include "model/card_reader.hpp"

#include <functional>

#include "model/card_check.hpp"
#include "model/card_fields.hpp"

namespace okienko::model {
namespace {

template <class T>
std::vector<T> read_each(const Node& card, std::string_view key, T (*read)(const Node&)) {
    std::vector<T> values;
    for (const auto& group : card.groups(key)) values.push_back(read(group));
    return values;
}

std::optional<int> small_integer(const Node& node, std::string_view key) {
    auto value = node.integer(key);
    return value ? std::optional{static_cast<int>(*value)} : std::nullopt;
}

int integer_or(const Node& node, std::string_view key, int otherwise) {
    return small_integer(node, key).value_or(otherwise);
}

Contact read_contact(const Node& node) {
    return {.role = node.text("role"),
            .phone = node.text("phone"),
            .extension = node.text("extension"),
            .email = node.text("email"),
            .room = node.text("room"),
            .hours = node.text("hours")};
}

Condition read_condition(const Node& node) {
    return {.kind = node.choice<ConditionKind>("kind").value(),
            .text = node.text("text"),
            .proof = node.text("proof")};
}

Step read_step(const Node& node) {
    return {.title = node.text("title"), .text = node.text("text")};
}

RequiredDocument read_required_document(const Node& node) {
    return {.name = node.text("name"),
            .form = node.choice<DocumentForm>("form").value(),
            .proves = node.text("proves"),
            .necessity = node.choice<Necessity>("necessity").value(),
            .when = node.text("when"),
            .document = node.text("document")};
}

Fee read_fee(const Node& node) {
    return {.name = node.text("name"),
            .amount = node.money("amount").value(),
            .amount_max = node.money("amount_max"),
            .per = node.choice<FeePer>("per").value(),
            .note = node.text("note"),
            .valid_from = node.date("valid_from"),
            .valid_to = node.date("valid_to")};
}

Relief read_relief(const Node& node) {
    return {.entitled = node.text("entitled"),
            .percent = small_integer(node, "percent"),
            .amount = node.money("amount"),
            .proof = node.text("proof"),
            .note = node.text("note")};
}

PersonalData read_personal_data(const Node& node) {
    return {.name = node.text("name"),
            .gdpr_class = node.choice<GdprClass>("gdpr_class").value(),
            .purpose = node.text("purpose"),
            .necessity = node.choice<Necessity>("necessity").value()};
}

Capacity read_capacity(const Node& node) {
    return {.unit = node.choice<CapacityUnit>("unit").value(),
            .description = node.text("description"),
            .maximum = small_integer(node, "maximum"),
            .available = small_integer(node, "available"),
            .updated_on = node.date("updated_on").value()};
}

ScheduleException read_exception(const Node& node) {
    return {.date = node.date("date").value(),
            .kind = node.choice<ExceptionKind>("kind").value(),
            .starts = node.time("starts"),
            .ends = node.time("ends"),
            .note = node.text("note")};
}

Schedule read_schedule(const Node& node) {
    Schedule schedule{.title = node.text("title"),
                      .place = node.text("place"),
                      .frequency = node.choice<Frequency>("frequency").value(),
                      .interval = integer_or(node, "interval", 1),
                      .days = {},
                      .month_days = node.integers("month_days"),
                      .starts = node.time("starts").value(),
                      .ends = node.time("ends").value(),
                      .valid_from = node.date("valid_from").value(),
                      .valid_to = node.date("valid_to"),
                      .holidays = node.choice<Holidays>("holidays").value(),
                      .booking = node.choice<Booking>("booking").value(),
                      .note = node.text("note"),
                      .exceptions = read_each(node, "exceptions", read_exception)};
    for (const auto& day : node.texts("days")) {
        if (auto parsed = parse_schedule_day(day)) schedule.days.push_back(*parsed);
    }
    return schedule;
}

Criterion read_criterion(const Node& node) {
    return {.reason = node.text("reason"),
            .minimum_age = small_integer(node, "minimum_age"),
            .maximum_age = small_integer(node, "maximum_age"),
            .residence = node.choice<Residence>("residence").value(),
            .households = node.choices<Household>("households"),
            .child_minimum_age = small_integer(node, "child_minimum_age"),
            .child_maximum_age = small_integer(node, "child_maximum_age"),
            .certificates = node.choices<Certificate>("certificates"),
            .employment = node.choices<Employment>("employment"),
            .roles = node.choices<Role>("roles"),
            .needs = node.choices<Need>("needs"),
            .excluded_needs = node.choices<Need>("excluded_needs"),
            .ask = node.text("ask")};
}

Service service_of(const Node& card) {
    return {.id = card.text("id"),
            .slug = card.text("slug"),
            .name = card.text("name"),
            .aliases = card.texts("aliases"),
            .kind = card.choice<ServiceKind>("kind").value(),
            .status = card.choice<ServiceStatus>("status").value(),
            .alert = card.text("alert"),
            .summary = card.text("summary"),
            .purpose = card.text("purpose"),
            .description = card.text("description"),
            .scope = card.texts("scope"),
            .not_included = card.texts("not_included"),
            .domains = card.texts("domains"),
            .audiences = card.texts("audiences"),
            .situations = card.texts("situations"),
            .programme = card.text("programme"),
            .provider = card.text("provider"),
            .partners = card.texts("partners"),
            .task = card.choice<Task>("task").value(),
            .new_service = card.boolean("new_service"),
            .delivery_modes = card.choices<DeliveryMode>("delivery_modes"),
            .delivery = card.text("delivery"),
            .places = card.texts("places"),
            .areas = card.texts("areas"),
            .languages = card.texts("languages"),
            .interpretation = card.text("interpretation"),
            .website = card.text("website"),
            .term = card.text("term"),
            .valid_from = card.date("valid_from"),
            .valid_to = card.date("valid_to"),
            .verified_on = card.date("verified_on").value(),
            .verified_by = card.text("verified_by"),
            .eligibility = card.text("eligibility"),
            .minimum_age = small_integer(card, "minimum_age"),
            .maximum_age = small_integer(card, "maximum_age"),
            .applicants = card.choices<Applicant>("applicants"),
            .decision_mode = card.choice<DecisionMode>("decision_mode").value(),
            .qualification = card.text("qualification"),
            .response_days = small_integer(card, "response_days"),
            .response_note = card.text("response_note"),
            .referral = card.text("referral"),
            .application_form = card.text("application_form"),
            .legal_basis = card.texts("legal_basis"),
            .funding = card.text("funding"),
            .fee_mode = card.choice<FeeMode>("fee_mode").value(),
            .fees_note = card.text("fees_note"),
            .limits = card.text("limits"),
            .waiting_time = card.text("waiting_time"),
            .personal_data_basis = card.text("personal_data_basis"),
            .related = card.texts("related"),
            .conditions = read_each(card, "conditions", read_condition),
            .steps = read_each(card, "steps", read_step),
            .required_documents = read_each(card, "required_documents", read_required_document),
            .fees = read_each(card, "fees", read_fee),
            .reliefs = read_each(card, "reliefs", read_relief),
            .personal_data = read_each(card, "personal_data", read_personal_data),
            .capacities = read_each(card, "capacities", read_capacity),
            .contacts = read_each(card, "contacts", read_contact),
            .schedules = read_each(card, "schedules", read_schedule),
            .criteria = read_each(card, "criteria", read_criterion)};
}

Provider provider_of(const Node& card) {
    return {.id = card.text("id"),
            .slug = card.text("slug"),
            .name = card.text("name"),
            .kind = card.choice<ProviderKind>("kind").value(),
            .legal_form = card.text("legal_form"),
            .summary = card.text("summary"),
            .profile = card.text("profile"),
            .activity_domains = card.texts("activity_domains"),
            .nip = card.text("nip"),
            .regon = card.text("regon"),
            .krs = card.text("krs"),
            .place = card.text("place"),
            .website = card.text("website"),
            .email = card.text("email"),
            .verified_on = card.date("verified_on").value(),
            .contacts = read_each(card, "contacts", read_contact)};
}

PlaceAccessibility accessibility_of(const Node& node) {
    return {.feature = node.choice<AccessibilityFeature>("feature").value(),
            .state = node.choice<FeatureState>("state").value(),
            .description = node.text("description")};
}

Place place_of(const Node& card) {
    return {.id = card.text("id"),
            .slug = card.text("slug"),
            .name = card.text("name"),
            .street = card.text("street"),
            .building = card.text("building"),
            .unit = card.text("unit"),
            .postal_code = card.text("postal_code"),
            .city = card.text("city"),
            .terc = card.text("terc"),
            .simc = card.text("simc"),
            .ulic = card.text("ulic"),
            .latitude = card.decimal("latitude"),
            .longitude = card.decimal("longitude"),
            .directions = card.text("directions"),
            .accessibility = read_each(card, "accessibility", accessibility_of)};
}

Domain domain_of(const Node& node) {
    return {.number = integer_or(node, "number", 0),
            .slug = node.text("slug"),
            .name = node.text("name"),
            .description = node.text("description")};
}

Audience audience_of(const Node& node) {
    return {.slug = node.text("slug"),
            .name = node.text("name"),
            .description = node.text("description"),
            .order = integer_or(node, "order", 0),
            .icon = node.text("icon")};
}

Situation situation_of(const Node& node) {
    return {.slug = node.text("slug"),
            .name = node.text("name"),
            .description = node.text("description"),
            .advice = node.text("advice"),
            .phrases = node.texts("phrases"),
            .order = integer_or(node, "order", 0),
            .icon = node.text("icon")};
}

Locality locality_of(const Node& node) {
    return {.simc = node.text("simc"),
            .name = node.text("name"),
            .terc = node.text("terc"),
            .kind = node.choice<LocalityKind>("kind").value()};
}

Programme programme_of(const Node& node) {
    return {.id = node.text("id"),
            .slug = node.text("slug"),
            .name = node.text("name"),
            .resolution = node.text("resolution"),
            .adopted_on = node.date("adopted_on").value(),
            .valid_from = node.date("valid_from").value(),
            .valid_to = node.date("valid_to").value(),
            .goal = node.text("goal"),
            .expected_people = integer_or(node, "expected_people", 0),
            .document = node.text("document")};
}

Indicator indicator_of(const Node& node) {
    return {.service = node.text("service"),
            .year = integer_or(node, "year", 0),
            .name = node.text("name"),
            .unit = node.choice<IndicatorUnit>("unit").value(),
            .plan = integer_or(node, "plan", 0),
            .done = small_integer(node, "done"),
            .evidence = node.text("evidence")};
}

BudgetLine budget_line_of(const Node& node) {
    return {.year = integer_or(node, "year", 0),
            .name = node.text("name"),
            .service = node.text("service"),
            .task = node.choice<Task>("task").value(),
            .plan = node.money("plan").value(),
            .done = node.money("done"),
            .source = node.text("source")};
}

LibraryDocument document_of(const Node& node) {
    return {.id = node.text("id"),
            .slug = node.text("slug"),
            .title = node.text("title"),
            .type = node.choice<DocumentType>("type").value(),
            .date = node.date("date").value(),
            .version = node.text("version"),
            .summary = node.text("summary"),
            .file = node.text("file"),
            .file_language = node.text("file_language"),
            .annex_to = node.text("annex_to"),
            .replaces = node.text("replaces")};
}

/// A day such as "3sa" is checked here because its form depends on no other field.
void check_schedule_days(const Document& document, Problems& problems) {
    for (const auto& schedule : document.root.groups("schedules")) {
        for (const auto& day : schedule.groups("days")) {
            const auto* text = day.as<std::string>();
            if (text && !parse_schedule_day(*text)) {
                problems.push_back(
                    problem_at(document,
                               day.line,
                               day.column,
                               "„" + *text + "” nie jest dniem",
                               "mo tu we th fr sa su, przy miesięcznych np. 1mo, -1fr"));
            }
        }
    }
}

void place_problems(const Document& document,
                    const std::vector<FieldProblem>& found,
                    const std::string& prefix,
                    Problems& problems) {
    for (const auto& problem : found) {
        const Node& node = node_at(document.root, prefix + problem.field);
        problems.push_back(
            problem_at(document, node.line, node.column, message_of(problem), remedy_of(problem)));
    }
}

template <class T>
Checked<T, Problem> read_card(const Document& document,
                              std::span<const Field> fields,
                              T (*convert)(const Node&),
                              std::vector<FieldProblem> (*check)(const T&),
                              std::vector<FieldProblem>& broken) {
    Problems problems;
    check_fields(document, document.root, fields, problems);
    check_schedule_days(document, problems);
    if (!problems.empty()) return problems;
    T card = convert(document.root);
    broken = check(card);
    place_problems(document, broken, "", problems);
    if (!problems.empty()) return problems;
    return card;
}

template <class T>
Checked<std::vector<T>, Problem> read_list(const Document& document,
                                           std::span<const Field> fields,
                                           T (*convert)(const Node&)) {
    Problems problems;
    check_fields(document, document.root, fields, problems);
    if (!problems.empty()) return problems;
    return read_each(document.root, fields.front().key, convert);
}

}  // namespace

Checked<Service, Problem> read_service(const Document& document) {
    std::vector<FieldProblem> broken;
    return read_service_by_rules(document, broken);
}

Checked<Service, Problem> read_service_by_rules(const Document& document,
                                                std::vector<FieldProblem>& broken) {
    return read_card(document, service_fields(), service_of, check_service, broken);
}

Checked<Provider, Problem> read_provider(const Document& document) {
    std::vector<FieldProblem> broken;
    return read_provider_by_rules(document, broken);
}

Checked<Provider, Problem> read_provider_by_rules(const Document& document,
                                                  std::vector<FieldProblem>& broken) {
    return read_card(document, provider_fields(), provider_of, check_provider, broken);
}

Checked<Place, Problem> read_place(const Document& document) {
    std::vector<FieldProblem> broken;
    return read_place_by_rules(document, broken);
}

Checked<Place, Problem> read_place_by_rules(const Document& document,
                                            std::vector<FieldProblem>& broken) {
    return read_card(document, place_fields(), place_of, check_place, broken);
}

Checked<std::vector<Domain>, Problem> read_domains(const Document& document) {
    return read_list(document, domains_file_fields(), domain_of);
}

Checked<std::vector<Audience>, Problem> read_audiences(const Document& document) {
    return read_list(document, audiences_file_fields(), audience_of);
}

Checked<std::vector<Situation>, Problem> read_situations(const Document& document) {
    return read_list(document, situations_file_fields(), situation_of);
}

Checked<std::vector<Locality>, Problem> read_localities(const Document& document) {
    return read_list(document, localities_file_fields(), locality_of);
}

Checked<std::vector<Programme>, Problem> read_programmes(const Document& document) {
    auto list = read_list(document, programmes_file_fields(), programme_of);
    if (!list.ok()) return list;
    Problems problems;
    for (std::size_t i = 0; i < list.value().size(); ++i) {
        auto prefix = "programmes[" + std::to_string(i) + "].";
        place_problems(document, check_programme(list.value()[i]), prefix, problems);
    }
    if (!problems.empty()) return problems;
    return list;
}

Checked<std::vector<Indicator>, Problem> read_indicators(const Document& document) {
    return read_list(document, indicators_file_fields(), indicator_of);
}

Checked<std::vector<BudgetLine>, Problem> read_budget(const Document& document) {
    return read_list(document, budget_file_fields(), budget_line_of);
}

Checked<std::vector<LibraryDocument>, Problem> read_documents(const Document& document) {
    return read_list(document, documents_file_fields(), document_of);
}

}  // namespace okienko::model
