#include "exchange/foreign_card.hpp"

#include <algorithm>
#include <cmath>

#include "exchange/hsds_schedule.hpp"
#include "exchange/name_uuid.hpp"
#include "exchange/node_table.hpp"
#include "exchange/typed_card.hpp"
#include "language/slug.hpp"
#include "model/card_fields.hpp"
#include "model/card_reader.hpp"
#include "model/card_writer.hpp"

namespace okienko::exchange {
namespace {

using model::Node;

constexpr const char* kUnstated = "Nie podano w źródle – zadzwoń i zapytaj.";
constexpr const char* kSimcOfNowhere = "0000000";
constexpr const char* kTercOfNowhere = "0000001";

Node text(std::string value) {
    return Node{std::move(value)};
}
Node list(Node member) {
    return Node{Node::Array{std::move(member)}};
}

/// Sets what is missing.
void otherwise(Node& card, std::string_view key, Node value) {
    if (!card.find(key)) put(card, key, std::move(value));
}

/// What the catalogue has and the source does not say stays: a coordinator has written it.
template <class Card>
void keep_known(Node& card, const Card* known) {
    if (!known) return;
    auto existing = model::card_node(*known);
    if (auto slug = take(existing, "slug")) put(card, "slug", std::move(*slug));
    for (auto& entry : table_of(existing)) {
        if (!card.find(entry.key)) put(card, entry.key, std::move(entry.value));
    }
}

std::string first_sentence(const Node& card, std::string_view key, int limit) {
    auto whole = in_one_line(card.text(key));
    auto end = whole.find(". ");
    if (end != std::string::npos) whole.resize(end + 1);
    return shortened(whole, limit);
}

std::string said_or(const Node& card, std::string_view key, int limit) {
    auto said = first_sentence(card, key, limit);
    return said.empty() ? kUnstated : said;
}

std::string first_slug(const std::string& chosen, const auto& terms) {
    if (!chosen.empty() || terms.empty()) return chosen;
    return terms.front().slug;
}

Node fallback_contact(const KnownCards& known) {
    const auto& contact = known.settings.fallback_contact;
    ObjectMaker node;
    node.add("role", "Centrum usług społecznych (źródło nie podaje kontaktu)");
    if (!contact.phone.empty()) node.add("phone", contact.phone);
    if (!contact.email.empty()) node.add("email", contact.email);
    if (contact.phone.empty() && contact.email.empty()) node.add("phone", "112");
    return node.done();
}

/// Contacts without a phone and an e-mail help nobody.
void complete_contacts(Node& card, const KnownCards& known) {
    auto contacts = take_list(card, "contacts");
    std::erase_if(contacts, [](const Node& contact) {
        return !contact.find("phone") && !contact.find("email");
    });
    for (auto& contact : contacts) {
        if (!contact.find("phone")) take(contact, "extension");
    }
    if (contacts.empty()) contacts.push_back(fallback_contact(known));
    put(card, "contacts", Node{std::move(contacts)});
}

void complete_texts(Node& card) {
    auto summary = first_sentence(card, "description", 220);
    otherwise(card, "summary", text(summary.empty() ? "Źródło nie opisuje tej usługi." : summary));
    for (const auto* key : {"purpose",
                            "description",
                            "delivery",
                            "term",
                            "eligibility",
                            "qualification",
                            "fees_note",
                            "limits",
                            "personal_data_basis"}) {
        otherwise(card, key, text(kUnstated));
    }
    for (const auto* key : {"scope", "legal_basis"}) otherwise(card, key, list(text(kUnstated)));
    otherwise(card, "verified_by", text("źródło danych (import)"));
}

void complete_choices(Node& card) {
    otherwise(card, "kind", text("service"));
    otherwise(card, "task", text("own"));
    otherwise(card, "decision_mode", text("separate_act"));
    otherwise(card, "delivery_modes", list(text(card.find("places") ? "on_site" : "phone")));
    otherwise(card, "applicants", list(text("interested_person")));
    otherwise(card, "languages", list(text("pl")));
}

void complete_groups(Node& card) {
    otherwise(card,
              "conditions",
              list(ObjectMaker{}
                       .add("kind", "other")
                       .add("text", said_or(card, "eligibility", 300))
                       .add("proof", kUnstated)
                       .done()));
    otherwise(card,
              "steps",
              list(ObjectMaker{}
                       .add("title", "Zadzwoń i zapytaj")
                       .add("text", said_or(card, "qualification", 500))
                       .done()));
    otherwise(card,
              "required_documents",
              list(ObjectMaker{}
                       .add("name", "Nie podano w źródle")
                       .add("form", "other")
                       .add("proves", kUnstated)
                       .add("necessity", "sometimes")
                       .add("when", "Zapytaj przed wizytą, co zabrać.")
                       .done()));
    otherwise(card,
              "personal_data",
              list(ObjectMaker{}
                       .add("name", "nie podano w źródle")
                       .add("gdpr_class", "ordinary")
                       .add("purpose", "Zapytaj, jakie dane są potrzebne i po co.")
                       .add("necessity", "sometimes")
                       .done()));
    ObjectMaker criterion;
    criterion.add("reason", "Źródło nie podaje dokładnych warunków.");
    for (const auto* key : {"minimum_age", "maximum_age"}) {
        if (const auto* age = card.find(key)) criterion.add(key, *age);
    }
    criterion.add("residence", "anywhere").add("ask", "Czy osoba spełnia warunki usługi.");
    otherwise(card, "criteria", list(criterion.done()));
}

bool is_paid(const Node& fee) {
    return fee.text("amount") != "0.00";
}

/// HSDS cannot say that something is free; a cost option of nothing does.
void complete_fees(Node& card) {
    auto fees = take_list(card, "fees");
    bool free = !fees.empty() && std::none_of(fees.begin(), fees.end(), is_paid);
    if (fees.empty()) {
        fees.push_back(ObjectMaker{}
                           .add("name", "Nie podano w źródle, ile to kosztuje")
                           .add("amount", "0.00")
                           .add("per", "use")
                           .add("note", "Zadzwoń i zapytaj.")
                           .done());
    }
    put(card, "fee_mode", text(free ? "free" : "fixed"));
    put(card, "fees", Node{std::move(fees)});
}

/// Numbers a value and all within it, so that a problem at that column tells where it belongs.
void number(Node& node, int column) {
    node.column = column;
    if (auto* list = std::get_if<Node::Array>(&node.value)) {
        for (auto& member : *list) number(member, column);
    }
    if (auto* table = std::get_if<Node::Table>(&node.value)) {
        for (auto& entry : *table) {
            entry.column = column;
            number(entry.value, column);
        }
    }
}

/// Removes the entry, or the member of a list of groups, that bears the number.
std::string remove_numbered(Node& card, int column) {
    for (auto& entry : table_of(card)) {
        auto key = entry.key;
        auto* list = std::get_if<Node::Array>(&entry.value.value);
        bool member = list && std::erase_if(*list, [&](const Node& each) {
                                  return is_table(each) && each.column == column;
                              }) > 0;
        if (member && !list->empty()) return key;
        if (member || entry.value.column == column) {
            take(card, key);
            return key;
        }
    }
    return {};
}

/// Parts that contradict the rest of the card (a schedule that ends before it begins) are left out,
/// one after another.
void drop_contradictions(Node& card, std::vector<std::string>& losses) {
    int next = 1;
    for (auto& entry : table_of(card)) {
        number(entry.value, ++next);
        auto* list = std::get_if<Node::Array>(&entry.value.value);
        if (!list) continue;
        for (auto& member : *list) {
            if (is_table(member)) number(member, ++next);
        }
    }
    for (;;) {
        auto checked = model::read_service(model::Document{{}, {}, card});
        if (checked.ok()) return;
        auto column = std::get<model::SourcePosition>(checked.problems().front().at).column;
        auto key = remove_numbered(card, column);
        if (key.empty()) return;
        losses.push_back("„" + key + "” przeczy innym polom i zostało pominięte");
        if (key == "fees") complete_fees(card);
    }
}

void complete_ages(Node& card) {
    auto least = card.integer("minimum_age");
    auto most = card.integer("maximum_age");
    if (least && most && *most < *least) take(card, "maximum_age");
}

}  // namespace

std::string foreign_slug(std::string_view name, std::string_view uuid) {
    constexpr std::size_t kLongest = 60;
    auto slug = language::slugify(name);
    if (slug.size() > kLongest) {
        slug.resize(kLongest);
        if (auto hyphen = slug.rfind('-'); hyphen != std::string::npos && hyphen > 0) {
            slug.resize(hyphen);
        }
    }
    return slug + "-" + std::string{uuid.substr(0, 8)};
}

void complete_service(ForeignService& service, const KnownCards& known) {
    auto& card = service.card;
    make_fit(card, model::service_fields(), service.losses);
    complete_ages(card);
    bool says_fees = card.find("fees") != nullptr;
    bool says_contacts = card.find("contacts") != nullptr;
    const auto* existing = known.services.find(card.text("id"));
    keep_known(card, existing);
    otherwise(card, "slug", text(foreign_slug(card.text("name"), card.text("id"))));
    otherwise(card, "name", text("Usługa bez nazwy w źródle"));
    if (!existing || says_contacts) complete_contacts(card, known);
    if (!existing || says_fees) complete_fees(card);
    auto date = hsds_date(service.today_source).value_or(known.today);
    otherwise(card, "verified_on", Node{date});
    for (auto [key, slug] :
         {std::pair{"domains", first_slug(known.settings.domain, known.catalogue.domains)},
          std::pair{"audiences", first_slug(known.settings.audience, known.catalogue.audiences)},
          std::pair{"situations",
                    first_slug(known.settings.situation, known.catalogue.situations)}}) {
        if (!slug.empty()) otherwise(card, key, list(text(slug)));
    }
    if (!card.find("areas")) {
        Node::Array areas;
        for (const auto& each : unstated_area(known)) areas.push_back(text(each.simc));
        put(card, "areas", Node{std::move(areas)});
    }
    complete_choices(card);
    complete_groups(card);
    complete_texts(card);
    drop_contradictions(card, service.losses);
}

void complete_provider(Node& card, const KnownCards& known, std::vector<std::string>& losses) {
    make_fit(card, model::provider_fields(), losses);
    const auto* existing = known.providers.find(card.text("id"));
    bool says_contacts = card.find("contacts") != nullptr;
    keep_known(card, existing);
    otherwise(card, "slug", text(foreign_slug(card.text("name"), card.text("id"))));
    otherwise(card, "name", text("Podmiot bez nazwy w źródle"));
    if (!existing || says_contacts) complete_contacts(card, known);
    otherwise(card, "kind", text("ngo"));
    otherwise(card, "legal_form", text("nie podano w źródle"));
    auto summary = first_sentence(card, "profile", 220);
    otherwise(
        card, "summary", text(summary.empty() ? "Źródło nie opisuje tego podmiotu." : summary));
    otherwise(card, "profile", text(kUnstated));
    otherwise(card, "verified_on", Node{known.today});
    auto domain = first_slug(known.settings.domain, known.catalogue.domains);
    if (!domain.empty()) otherwise(card, "activity_domains", list(text(domain)));
}

void complete_place(Node& card, const KnownCards& known, std::vector<std::string>& losses) {
    make_fit(card, model::place_fields(), losses);
    auto latitude = card.decimal("latitude").value_or(1000);
    auto longitude = card.decimal("longitude").value_or(1000);
    if (std::abs(latitude) > 90 || std::abs(longitude) > 180) {
        take(card, "latitude");
        take(card, "longitude");
    }
    keep_known(card, known.places.find(card.text("id")));
    auto address = card.text("street");
    otherwise(card, "name", text(address.empty() ? "Miejsce bez nazwy w źródle" : address));
    otherwise(card, "slug", text(foreign_slug(card.text("name"), card.text("id"))));
    otherwise(card, "building", text("–"));
    otherwise(card, "postal_code", text("00-000"));
    otherwise(card, "city", text("nie podano w źródle"));
    otherwise(card, "terc", text(kTercOfNowhere));
    otherwise(card, "simc", text(kSimcOfNowhere));
    otherwise(card, "directions", text("Źródło nie podaje, jak dojechać – zadzwoń i zapytaj."));
    otherwise(card,
              "accessibility",
              list(ObjectMaker{}
                       .add("feature", "step_free_entrance")
                       .add("state", "no")
                       .add("description", "Źródło nie mówi nic o dostępności – zadzwoń i zapytaj.")
                       .done()));
}

model::Provider unnamed_provider(const KnownCards& known) {
    model::Provider provider;
    provider.id = name_uuid("provider/unnamed");
    if (const auto* existing = known.providers.find(provider.id)) return *existing;
    provider.slug = "podmiot-nie-podany";
    provider.name = "Podmiot nie podany w źródle danych";
    provider.kind = model::ProviderKind::PublicUnit;
    provider.legal_form = "nie podano w źródle";
    provider.summary = "Źródło danych nie mówi, kto prowadzi te usługi.";
    provider.profile = kUnstated;
    provider.activity_domains = {first_slug(known.settings.domain, known.catalogue.domains)};
    provider.verified_on = known.today;
    auto contact = fallback_contact(known);
    provider.contacts.push_back({.role = contact.text("role"),
                                 .phone = contact.text("phone"),
                                 .extension = {},
                                 .email = contact.text("email"),
                                 .room = {},
                                 .hours = {}});
    return provider;
}

std::vector<model::Locality> unstated_area(const KnownCards& known) {
    std::vector<model::Locality> area;
    for (const auto& each : known.catalogue.localities) area.push_back(each);
    if (area.empty()) {
        area.push_back(
            {kSimcOfNowhere, "nie podano w źródle", kTercOfNowhere, model::LocalityKind::Village});
    }
    return area;
}

}  // namespace okienko::exchange
