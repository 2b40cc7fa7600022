#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "model/document.hpp"

namespace okienko::model {

/// What a field may hold. The form is checked here; the meaning by the reader of the card.
enum class Kind {
    Text,        ///< One line.
    Paragraphs,  ///< Plain paragraphs, a blank line between them.
    Markdown,
    Slug,
    Uuid,
    Nip,
    Regon,
    Krs,
    Terc,
    Simc,
    Ulic,
    PostalCode,
    Email,
    Phone,
    Extension,  ///< Of a phone, in digits.
    WebAddress,
    LanguageCode,
    Date,
    TimeOfDay,
    ScheduleDay,  ///< "mo", "3sa": the reader of schedules checks it.
    Money,
    Integer,
    Decimal,
    Boolean,
    Choice,
    Group,  ///< A table with fields of its own.
};

enum class Presence {
    Optional,
    Required,
    Untranslated,  ///< In a translation of a card: the card alone says it.
};
enum class Count { One, List };

/// One field of a card, a settings file or a front matter, named once. Readers, the documentation
/// test, and later forms, differences and exports walk lists of these.
struct Field {
    std::string_view key;
    Kind kind;
    Presence presence = Presence::Optional;
    Count count = Count::One;
    int limit = 0;                                   ///< Most characters, or the largest integer.
    std::span<const std::string_view> choices = {};  ///< Of a Choice.
    std::span<const Field> fields = {};              ///< Of a Group.
};

/// Whether `check_fields` has nothing to say against a value of a field that holds texts, or
/// integers. Schedule days, which only their reader understands, all fit.
bool fits(std::string_view text, const Field& field);
bool fits(std::int64_t number, const Field& field);

/// Reports every key that is unknown, missing, of the wrong type, empty, too long or malformed,
/// in file order. `table` is the whole document or a group within it.
void check_fields(const Document& document,
                  const Node& table,
                  std::span<const Field> fields,
                  Problems& problems);

}  // namespace okienko::model
