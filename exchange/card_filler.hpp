#pragma once

#include <algorithm>
#include <array>
#include <cassert>
#include <concepts>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "exchange/hsds_names.hpp"
#include "exchange/json_stream.hpp"
#include "model/card_members.hpp"
#include "model/choice.hpp"
#include "model/field.hpp"

/// Cards filled from a stream of JSON value by value, each checked by its field on the way.
/// Whatever is not as our own export writes it, or breaks a rule, throws: then the card is of no
/// use, and the reader that makes nodes of the record (exchange/hsds_import) says what it is.
namespace okienko::exchange {

/// Thrown for a record that somebody else has to look at.
struct NotPlain {};

inline void require(bool as_expected) {
    if (!as_expected) throw NotPlain{};
}

/// A key without escapes.
inline std::string_view key_of(const char* begin) {
    const char* end = begin;
    for (; *end != '"'; ++end) require(*end != '\\');
    return {begin, static_cast<std::size_t>(end - begin)};
}

/// A text; valid until another text is opened.
inline std::string_view text_of(ondemand::value& value) {
    std::string_view token = value.raw_json_token();
    std::string_view text = value.get_string();
    bool plain = token.size() == text.size() + 2;
    require(plain || !may_have_stray_controls(token));
    return text;
}

/// Finds keys: up to 127 of them.
class KeyIndex {
  public:
    static constexpr std::size_t kNone = 255;

    void add(std::string_view key) {
        assert(keys_.size() < kSlots / 2);
        auto slot = first_slot(key);
        while (slots_[slot] != kNone) slot = (slot + 1) % kSlots;
        slots_[slot] = static_cast<std::uint8_t>(keys_.size());
        keys_.push_back(key);
    }

    /// The number of a key in the order in which they were added; kNone for any other.
    [[nodiscard]] std::size_t find(std::string_view key) const {
        for (auto slot = first_slot(key);; slot = (slot + 1) % kSlots) {
            auto number = slots_[slot];
            if (number == kNone || keys_[number] == key) return number;
        }
    }

  private:
    static constexpr std::size_t kSlots = 256;

    static std::size_t first_slot(std::string_view key) {
        if (key.empty()) return 0;
        auto at = [&](std::size_t i) -> std::size_t { return static_cast<unsigned char>(key[i]); };
        return (key.size() * 37 + at(0) * 5 + at(key.size() / 2) * 11 + at(key.size() - 1)) %
               kSlots;
    }

    std::array<std::uint8_t, kSlots> slots_ = [] {
        std::array<std::uint8_t, kSlots> empty{};
        empty.fill(kNone);
        return empty;
    }();
    std::vector<std::string_view> keys_;
};

template <class Card>
concept HasMembers = requires {
    model::Members<Card>::kAll;
};

template <HasMembers Card>
void assign(Card& card, ondemand::value& value, const model::Field& field);

inline void assign(std::string& to, ondemand::value& value, const model::Field& field) {
    auto text = text_of(value);
    require(fits(text, field));
    to = text;
}

inline void assign(int& to, ondemand::value& value, const model::Field& field) {
    auto number = value.get_int64().value();
    require(fits(number, field));
    to = static_cast<int>(number);
}

inline void assign(bool& to, ondemand::value& value, const model::Field&) {
    to = value.get_bool().value();
}

inline void assign(model::Date& to, ondemand::value& value, const model::Field&) {
    auto date = model::parse_date(text_of(value));
    require(date.has_value());
    to = *date;
}

inline void assign(model::Money& to, ondemand::value& value, const model::Field&) {
    auto money = model::parse_money(text_of(value));
    require(money.has_value());
    to = *money;
}

inline void assign(model::TimeOfDay& to, ondemand::value& value, const model::Field&) {
    auto time = model::parse_time_of_day(text_of(value));
    require(time.has_value());
    to = *time;
}

inline void assign(model::ScheduleDay& to, ondemand::value& value, const model::Field& field) {
    auto text = text_of(value);
    auto day = model::parse_schedule_day(text);
    require(day && fits(text, field));
    to = *day;
}

template <class E>
requires std::is_enum_v<E>
void assign(E& to, ondemand::value& value, const model::Field&) {
    auto choice = model::from_name<E>(text_of(value));
    require(choice.has_value());
    to = *choice;
}

template <class T>
void assign(std::optional<T>& to, ondemand::value& value, const model::Field& field) {
    assign(to.emplace(), value, field);
}

template <class T>
void assign(std::vector<T>& to, ondemand::value& value, const model::Field& field) {
    for (auto member : value.get_array()) {
        ondemand::value each = member.value();
        assign(to.emplace_back(), each, field);
    }
    require(!to.empty() || field.presence != model::Presence::Required);
}

/// What there is to know of the members of a card: made once for each kind of card and group.
template <class Card>
class CardKeys {
  public:
    using Assign = void (*)(Card&, ondemand::value&, const model::Field&);
    struct Key {
        Assign assign;
        const model::Field* field;
        std::uint64_t bit;  ///< Of this key, among those that were met.
    };

    /// The fields are those of that kind of card, always the same.
    static const CardKeys& of(std::span<const model::Field> fields) {
        static const CardKeys kKeys{fields};
        assert(kKeys.fields_.data() == fields.data());
        return kKeys;
    }

    /// Null for a key that is not known here.
    [[nodiscard]] const Key* find(std::string_view key) const {
        auto number = index_.find(key);
        return number == KeyIndex::kNone ? nullptr : &keys_[number];
    }

    /// The keys that every card has.
    [[nodiscard]] std::uint64_t required() const { return required_; }

  private:
    static constexpr auto kCount = std::tuple_size_v<decltype(model::Members<Card>::kAll)>;
    static_assert(kCount < 64);

    explicit CardKeys(std::span<const model::Field> fields) : fields_(fields) {
        add_all(std::make_index_sequence<kCount>{});
        for (const auto& field : fields) {
            if (field.presence != model::Presence::Required) continue;
            const auto* key = find(field.key);
            required_ |= key ? key->bit : std::uint64_t{1} << 63U;
        }
    }

    template <std::size_t... I>
    void add_all(std::index_sequence<I...>) {
        (add<I>(), ...);
    }
    template <std::size_t I>
    void add() {
        constexpr auto& kMember = std::get<I>(model::Members<Card>::kAll);
        const auto* field = std::ranges::find(fields_, kMember.key, &model::Field::key).base();
        index_.add(kMember.key);
        keys_[I] = {[](Card& card, ondemand::value& value, const model::Field& its) {
                        assign(card.*(std::get<I>(model::Members<Card>::kAll).value), value, its);
                    },
                    field,
                    std::uint64_t{1} << I};
    }

    std::span<const model::Field> fields_;
    KeyIndex index_;
    std::array<Key, kCount> keys_{};
    std::uint64_t required_ = 0;
};

/// The keys under which HSDS holds members of a card.
template <class Card>
class HsdsKeys {
  public:
    using Key = typename CardKeys<Card>::Key;

    HsdsKeys(const CardKeys<Card>& keys, std::span<const HsdsName> names) {
        for (const auto& [key, hsds] : names) {
            index_.add(hsds);
            keys_.push_back(keys.find(key));
        }
    }

    [[nodiscard]] const Key* find(std::string_view key) const {
        auto number = index_.find(key);
        return number == KeyIndex::kNone ? nullptr : keys_[number];
    }

  private:
    KeyIndex index_;
    std::vector<const Key*> keys_;
};

/// Fills one card, each key once.
template <class Card>
class CardFiller {
  public:
    using Key = typename CardKeys<Card>::Key;

    CardFiller(Card& card, const CardKeys<Card>& keys) : card_(card), keys_(keys) {}

    void fill(const Key& key, ondemand::value& value) {
        claim(key);
        key.assign(card_, value, *key.field);
    }
    void fill(std::string_view key, ondemand::value& value) {
        const auto* known = keys_.find(key);
        require(known);
        fill(*known, value);
    }

    /// Somebody else fills it.
    void claim(const Key& key) {
        require((met_ & key.bit) == 0);
        met_ |= key.bit;
    }
    void claim(std::string_view key) { claim(*keys_.find(key)); }

    [[nodiscard]] bool has(std::string_view key) const {
        return (met_ & keys_.find(key)->bit) != 0;
    }

    /// A text that did not come from the stream.
    void put(std::string_view key, std::string Card::*member, std::string_view text) {
        const auto& known = *keys_.find(key);
        claim(known);
        require(fits(text, *known.field));
        card_.*member = text;
    }

    /// All that a card must have is there.
    void finish() const { require((keys_.required() & ~met_) == 0); }

  private:
    Card& card_;
    const CardKeys<Card>& keys_;
    std::uint64_t met_ = 0;
};

/// A group whose keys are those of our cards.
template <HasMembers Card>
void assign(Card& card, ondemand::value& value, const model::Field& field) {
    CardFiller<Card> filler{card, CardKeys<Card>::of(field.fields)};
    for (auto each : value.get_object()) {
        auto key = key_of(each.key().value().raw());
        ondemand::value inner = each.value();
        filler.fill(key, inner);
    }
    filler.finish();
}

}  // namespace okienko::exchange
