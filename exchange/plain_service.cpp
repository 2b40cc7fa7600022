#include "exchange/plain_service.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "exchange/card_filler.hpp"
#include "exchange/hsds_names.hpp"
#include "exchange/hsds_terms.hpp"
#include "exchange/json_copier.hpp"
#include "exchange/json_stream.hpp"
#include "exchange/known_cards.hpp"
#include "exchange/node_table.hpp"
#include "exchange/plain_groups.hpp"
#include "model/card_check.hpp"
#include "model/card_fields.hpp"
#include "model/identifiers.hpp"

namespace okienko::exchange {
namespace {

using model::Node;
using model::Service;

/// What objects that were met stand for, by their bytes.
template <class Meaning>
class MetObjects {
  public:
    const Meaning* find(std::string_view json) {
        if (last_ && last_->first == json) return &last_->second;
        auto found = meanings_.find(json);
        if (found == meanings_.end()) return nullptr;
        last_ = &*found;
        return &found->second;
    }

    /// Not known before `remember()`.
    void add(std::string_view json, Meaning meaning) {
        fresh_.emplace_back(json, std::move(meaning));
    }

    void remember() {
        for (auto& [json, meaning] : fresh_) meanings_.emplace(json, std::move(meaning));
        fresh_.clear();
    }
    void forget() { fresh_.clear(); }

  private:
    ByText<Meaning> meanings_;
    const typename ByText<Meaning>::value_type* last_ = nullptr;
    std::vector<std::pair<std::string_view, Meaning>> fresh_;
};

/// A term of a dictionary of ours; null: of somebody else's.
struct Term {
    std::vector<std::string> Service::*list;
    std::string slug;
};

std::string_view without_spaces_behind(std::string_view object) {
    while (!object.empty() && object.back() != '}') object.remove_suffix(1);
    return object;
}

/// An area is another one in each service, by its id alone, which comes first. Empty when it does
/// not.
std::string_view all_but_id(std::string_view area) {
    constexpr std::string_view kBeginning = R"({"id":")";
    constexpr std::size_t kUuid = 36;
    if (!area.starts_with(kBeginning) || !model::is_uuid(area.substr(kBeginning.size(), kUuid))) {
        return {};
    }
    return area.substr(kBeginning.size() + kUuid);
}

}  // namespace

class PlainServiceReader::Reader {
  public:
    std::optional<PlainService> read(std::string_view text, NestedReader& nested) {
        terms_.forget();
        areas_.forget();
        if (stream_.open(text)) return std::nullopt;
        try {
            Record record{stream_.begin(), nested};
            auto object = stream_.document().get_object().value();
            read_service(object, record);
            if (!record.is_service) return std::nullopt;
            require(stream_.is_at_end());
            return std::move(record.plain);
        } catch (const NotPlain&) {
        } catch (const JsonStop&) {
        } catch (const simdjson::simdjson_error&) {
        }
        return std::nullopt;
    }

    void remember_nested() {
        terms_.remember();
        areas_.remember();
    }

  private:
    /// What is known of the record so far.
    struct Record {
        Record(const char* begin, NestedReader& the_nested)
            : nested(the_nested), copier(begin, nullptr, fresh) {}

        PlainService plain;
        bool is_service = true;  ///< The other records of our export say what they are.
        NestedReader& nested;
        int last_nested = 0;  ///< The place of the last part that bears cards.
        unsigned parts = 0;   ///< Those that were met, a bit for each.
        CardFiller<Service> filler{plain.service, CardKeys<Service>::of(model::service_fields())};
        std::vector<FreshObject> fresh;
        JsonCopier copier;
        PlainRecord groups{plain.service, filler, copier};  ///< For their readers.
    };

    void read_service(ondemand::object& object, Record& record) {
        static const HsdsKeys<Service> kNames{CardKeys<Service>::of(model::service_fields()),
                                              kServiceNames};
        for (auto each : object) {
            auto key = key_of(each.key().value().raw());
            ondemand::value value = each.value();
            if (const auto* known = kNames.find(key)) {
                record.filler.fill(*known, value);
            } else {
                read_part(key, value, record);
            }
            if (!record.is_service) return;
        }
        record.filler.finish();
        require(check_service(record.plain.service).empty());
    }

    void read_part(std::string_view key, ondemand::value& value, Record& record) {
        if (key == kProfile) return read_profile(value, once(0, record));
        if (key == "status") return read_status(value, record);
        if (key == "languages") return read_languages(value, once(1, record).groups);
        if (key == "cost_options") return read_costs(value, once(2, record).groups);
        if (key == "required_documents") return read_documents(value, once(3, record).groups);
        if (key == "capacities") return read_capacities(value, once(4, record).groups);
        if (key == "contacts") return read_contacts(value, once(5, record).groups);
        if (key == "funding") return read_funding(value, once(6, record).groups);
        if (key == "schedules") return read_schedules(value, once(7, record).groups);
        if (key == "organization") return read_organization(value, in_order(1, record));
        if (key == "program") return read_program(value, in_order(2, record));
        if (key == "service_at_locations") return read_places(value, in_order(3, record));
        if (key == "attributes") return read_terms(value, in_order(4, record));
        if (key == "service_areas") return read_areas(value, in_order(5, record));
        require(key != "organization_id");
        ignore(value, kInRecord, record.groups);
    }

    /// Of two parts with the same key, our reader of nodes takes the first.
    static Record& once(unsigned part, Record& record) {
        require((record.parts & (1U << part)) == 0);
        record.parts |= 1U << part;
        return record;
    }

    /// Cards come in the order of our export, whatever the order of the record.
    static Record& in_order(int place, Record& record) {
        require(place > record.last_nested);
        record.last_nested = place;
        return record;
    }

    void read_profile(ondemand::value& value, Record& record) {
        for (auto each : value.get_object()) {
            auto key = key_of(each.key().value().raw());
            ondemand::value inner = each.value();
            if (key == "record") {
                record.is_service = false;
                return;
            }
            if (key == kTranslations) {
                require(record.plain.translations.empty());
                for (auto member : inner.get_array()) {
                    ondemand::value translation = member.value();
                    record.plain.translations.push_back(table(translation, kInMember, record));
                }
            } else {
                record.filler.fill(key, inner);
            }
        }
    }

    static Node table(ondemand::value& value, int depth, Record& record) {
        auto node = record.copier.copy(value, depth);
        require(is_table(node));
        return node;
    }

    static void read_status(ondemand::value& value, Record& record) {
        auto text = text_of(value);
        auto status = text == kHsdsTemporarilyClosed
                          ? std::optional{model::ServiceStatus::TemporarilyClosed}
                          : model::from_name<model::ServiceStatus>(text);
        require(status.has_value());
        record.filler.claim("status");
        record.plain.service.status = *status;
    }

    // --- Objects that many services bear --------------------------------------------------------

    /// The slug of an object's card.
    std::string read_nested(std::string_view key, ondemand::value& value, Record& record) {
        auto object = value.get_object().value();
        auto json = without_spaces_behind(object.raw_json().value());
        if (auto slug = record.nested.find_nested(json)) return std::move(*slug);
        object.reset();
        auto node = record.copier.copy_members(object, column(json), kInMember);
        // Schedules of a place belong to the service.
        require(!node.find("schedules"));
        auto slug = record.nested.read_nested(key, json, node);
        require(model::is_slug(slug));
        return slug;
    }

    [[nodiscard]] int column(std::string_view json) const {
        return static_cast<int>(json.data() - stream_.begin()) + 1;
    }

    void read_organization(ondemand::value& value, Record& record) {
        record.filler.claim("provider");
        record.plain.service.provider = read_nested("organization", value, record);
    }

    void read_program(ondemand::value& value, Record& record) {
        record.filler.claim("programme");
        record.plain.service.programme = read_nested("program", value, record);
    }

    void read_places(ondemand::value& value, Record& record) {
        auto& places = record.plain.service.places;
        for (auto member : value.get_array()) {
            std::string slug;
            for (auto each : member.get_object()) {
                auto key = key_of(each.key().value().raw());
                ondemand::value inner = each.value();
                require(key != "schedules");
                if (key == "location") {
                    require(slug.empty());
                    slug = read_nested(key, inner, record);
                } else {
                    ignore(inner, kInMember, record.groups);
                }
            }
            require(!slug.empty());
            places.push_back(std::move(slug));
        }
        if (!places.empty()) record.filler.claim("places");
    }

    void read_terms(ondemand::value& value, Record& record) {
        for (auto member : value.get_array()) {
            Once only;
            for (auto each : member.get_object()) {
                auto key = key_of(each.key().value().raw());
                if (KnownObjects::is_idle(key)) continue;
                ondemand::value inner = each.value();
                if (key == "taxonomy_term") {
                    only.meet();
                    add_term(inner, record);
                } else {
                    ignore(inner, kInMember, record.groups);
                }
            }
        }
        for (const auto& taxonomy : kTaxonomies) {
            if (!(record.plain.service.*taxonomy.slugs).empty()) {
                record.filler.claim(taxonomy.list);
            }
        }
    }

    void add_term(ondemand::value& value, Record& record) {
        auto object = value.get_object().value();
        auto json = without_spaces_behind(object.raw_json().value());
        if (const auto* term = terms_.find(json)) {
            if (term->list) add_once(record.plain.service.*(term->list), term->slug);
            return;
        }
        object.reset();
        auto node = record.copier.copy_members(object, column(json), kInMember);
        Term term{};
        if (const auto* taxonomy = our_taxonomy(node.text("taxonomy_id"))) {
            term = {taxonomy->slugs, node.text("code")};
            require(model::is_slug(term.slug));
            add_once(record.plain.service.*(term.list), term.slug);
        }
        terms_.add(json, std::move(term));
    }

    void read_areas(ondemand::value& value, Record& record) {
        auto& areas = record.plain.service.areas;
        for (auto member : value.get_array()) {
            auto object = member.get_object().value();
            auto json = without_spaces_behind(object.raw_json().value());
            auto known_by = all_but_id(json);
            require(!known_by.empty());
            if (const auto* simc = areas_.find(known_by)) {
                if (!simc->empty()) add_once(areas, *simc);
                continue;
            }
            object.reset();
            auto node = record.copier.copy_members(object, column(json), kInMember - 1);
            auto simc = record.nested.read_nested_area(node);
            if (!simc.empty()) add_once(areas, simc);
            areas_.add(known_by, std::move(simc));
        }
        if (!areas.empty()) record.filler.claim("areas");
    }

    JsonStream stream_;
    MetObjects<Term> terms_;
    MetObjects<std::string> areas_;
};

PlainServiceReader::PlainServiceReader() : reader_(std::make_unique<Reader>()) {}
PlainServiceReader::~PlainServiceReader() = default;

std::optional<PlainService> PlainServiceReader::read(std::string_view text, NestedReader& nested) {
    return reader_->read(text, nested);
}

void PlainServiceReader::remember_nested() {
    reader_->remember_nested();
}

}  // namespace okienko::exchange
