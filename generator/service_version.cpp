#include "generator/service_version.hpp"

#include <cassert>
#include <cstddef>
#include <span>
#include <type_traits>
#include <unordered_map>

#include "generator/members.hpp"
#include "model/card_fields.hpp"
#include "model/translation_reader.hpp"

namespace okienko::generator {
namespace {

using model::Field;

template <class T>
struct IsList : std::false_type {};
template <class T>
struct IsList<std::vector<T>> : std::true_type {};

/// Finds the texts of a card by their fields. The members of a card are declared in the order of
/// its list of fields, so the two are walked side by side and no field is named a second time.
template <class Visit>
class TextWalk {
  public:
    explicit TextWalk(Visit visit) : visit_(std::move(visit)) {}

    template <class Group>
    void walk(Group& group, std::span<const Field> fields, const std::string& prefix) {
        std::size_t at = 0;
        for_each_member(group, [&](auto& member) {
            const auto& field = fields[at++];
            if (model::is_translatable(field)) {
                visit_member(member, field, prefix + std::string{field.key});
            }
        });
        assert(at == fields.size());
    }

  private:
    template <class Member>
    void visit_member(Member& member, const Field& field, const std::string& path) {
        using Value = std::remove_const_t<Member>;
        if constexpr (std::is_same_v<Value, std::string>) {
            visit_(path, member);
        } else if constexpr (IsList<Value>::value) {
            for (std::size_t i = 0; i < member.size(); ++i) {
                visit_each(member[i], field, path + "[" + std::to_string(i) + "]");
            }
        }
    }

    template <class Each>
    void visit_each(Each& each, const Field& field, const std::string& path) {
        using Value = std::remove_const_t<Each>;
        if constexpr (std::is_same_v<Value, std::string>) {
            visit_(path, each);
        } else if constexpr (std::is_aggregate_v<Value>) {
            walk(each, field.fields, path + ".");
        }
    }

    Visit visit_;
};

template <class Card, class Visit>
void for_each_text(Card& card, Visit visit) {
    TextWalk<Visit>{std::move(visit)}.walk(card, model::service_fields(), {});
}

}  // namespace

ServiceVersion::ServiceVersion(const model::Service& card)
    : card_(&card), texts_(language::Language::Polish) {}

ServiceVersion::ServiceVersion(const model::Service& card,
                               const model::ServiceTranslation& translation,
                               language::Language language)
    : card_(nullptr), texts_(language) {
    auto own = std::make_shared<model::Service>(card);
    std::unordered_map<std::string_view, const model::TranslatedText*> by_field;
    for (const auto& each : translation.texts) by_field.emplace(each.field, &each);
    std::vector<const std::string*> translated;
    for_each_text(*own, [&](const std::string& field, std::string& text) {
        auto found = by_field.find(field);
        if (found == by_field.end() || found->second->original != text) return;
        text = found->second->text;
        translated.push_back(&text);
    });
    texts_ = CardTexts{language, std::move(translated)};
    own_ = std::move(own);
    card_ = own_.get();
}

std::vector<std::string> outdated_fields(const model::Service& card,
                                         const model::ServiceTranslation& translation) {
    std::unordered_map<std::string, const std::string*> now;
    for_each_text(card, [&now](const std::string& field, const std::string& text) {
        now.emplace(field, &text);
    });
    std::vector<std::string> outdated;
    for (const auto& each : translation.texts) {
        auto found = now.find(each.field);
        if (found == now.end() || *found->second != each.original) outdated.push_back(each.field);
    }
    return outdated;
}

}  // namespace okienko::generator
