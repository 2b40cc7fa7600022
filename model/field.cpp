#include "model/field.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "model/identifiers.hpp"
#include "model/suggestion.hpp"

namespace okienko::model {
namespace {

std::string in_quotes(std::string_view word) {
    return "„" + std::string{word} + "”";
}

std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    }));
}

/// A text has no more characters than bytes, so most need not be counted.
bool is_longer(std::string_view text, std::size_t limit) {
    return text.size() > limit && characters(text) > limit;
}

bool is_blank(std::string_view text) {
    bool begins = !text.empty() && static_cast<unsigned char>(text.front()) > ' ';
    return !begins && text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

/// Texts of these kinds may say anything.
bool is_free_text(Kind kind) {
    return kind == Kind::Text || kind == Kind::Paragraphs || kind == Kind::Markdown;
}

/// How a kind is written in TOML.
enum class Type { String, Integer, Decimal, Boolean, Date, Table };

Type type_of(Kind kind) {
    switch (kind) {
        case Kind::Integer:
            return Type::Integer;
        case Kind::Decimal:
            return Type::Decimal;
        case Kind::Boolean:
            return Type::Boolean;
        case Kind::Date:
            return Type::Date;
        case Kind::Group:
            return Type::Table;
        default:
            return Type::String;
    }
}

bool has_type(const Node& node, Type type) {
    switch (type) {
        case Type::String:
            return node.as<std::string>() != nullptr;
        case Type::Integer:
            return node.as<std::int64_t>() != nullptr;
        case Type::Decimal:
            return node.as<double>() || node.as<std::int64_t>();
        case Type::Boolean:
            return node.as<bool>() != nullptr;
        case Type::Date:
            return node.as<Date>() != nullptr;
        case Type::Table:
            return node.as<Node::Table>() != nullptr;
    }
    return false;
}

std::string_view describe(Type type) {
    switch (type) {
        case Type::String:
            return "tekst w cudzysłowie";
        case Type::Integer:
            return "liczbę całkowitą bez cudzysłowu, np. 7";
        case Type::Decimal:
            return "liczbę bez cudzysłowu, np. 53.76";
        case Type::Boolean:
            return "true albo false, bez cudzysłowu";
        case Type::Date:
            return "datę bez cudzysłowu, np. 2026-03-05";
        case Type::Table:
            return "grupę pól";
    }
    return {};
}

/// A rule for a text of one kind: when it holds, and what to say when it does not.
struct TextRule {
    Kind kind;
    bool (*holds)(std::string_view);
    std::string_view complaint;
    std::string_view remedy;
};

bool is_money(std::string_view text) {
    return parse_money(text).has_value();
}
bool is_time(std::string_view text) {
    return parse_time_of_day(text).has_value();
}

constexpr TextRule kTextRules[] = {
    {Kind::Slug,
     is_slug,
     "nie jest slugiem",
     "użyj małych liter bez polskich znaków, cyfr i łączników"},
    {Kind::Uuid, is_uuid, "nie jest identyfikatorem UUID", "nowy podaje polecenie uuidgen"},
    {Kind::Nip, is_nip, "nie jest poprawnym numerem NIP", "10 cyfr; sprawdź, czy nie ma literówki"},
    {Kind::Regon,
     is_regon,
     "nie jest poprawnym numerem REGON",
     "9 albo 14 cyfr; sprawdź, czy nie ma literówki"},
    {Kind::Krs, is_krs, "nie jest numerem KRS", "10 cyfr, z zerami na początku"},
    {Kind::Terc, is_terc, "nie jest identyfikatorem gminy TERC", "7 cyfr z rejestru TERYT"},
    {Kind::Simc,
     is_simc,
     "nie jest identyfikatorem miejscowości SIMC",
     "7 cyfr z rejestru TERYT; ostatnia jest kontrolna"},
    {Kind::Ulic, is_ulic, "nie jest identyfikatorem ulicy ULIC", "5 cyfr z rejestru TERYT"},
    {Kind::PostalCode, is_postal_code, "nie jest kodem pocztowym", "np. 18-100"},
    {Kind::Email, is_email, "nie jest adresem e-mail", "np. kontakt@gmina.pl"},
    {Kind::Phone, is_phone, "nie jest numerem telefonu", "np. +48857152550, a numer skrócony: 112"},
    {Kind::WebAddress, is_web_address, "nie jest adresem strony", "zacznij od https://"},
    {Kind::LanguageCode, is_language_code, "nie jest kodem języka", "dwie małe litery, np. pl, uk"},
    {Kind::TimeOfDay, is_time, "nie jest godziną", "np. \"09:00\""},
    {Kind::Money, is_money, "nie jest kwotą", "np. \"12.50\""},
};

/// Null for kinds whose texts may say anything, and for those that are checked elsewhere.
const TextRule* rule_of(Kind kind) {
    const auto* found = std::ranges::find(kTextRules, kind, &TextRule::kind);
    return found == std::end(kTextRules) ? nullptr : found;
}

bool has_one_line(Kind kind) {
    return kind != Kind::Paragraphs && kind != Kind::Markdown;
}

std::int64_t most(const Field& field) {
    return field.limit > 0 ? field.limit : 1'000'000'000;
}

/// Checks the values of one table and speaks of them by their keys.
class FieldChecker {
  public:
    FieldChecker(const Document& document, Problems& problems)
        : document_(document), problems_(problems) {}

    void check_table(const Node& table, std::span<const Field> fields) {
        for (const auto& entry : *table.as<Node::Table>()) {
            auto field = std::ranges::find(fields, entry.key, &Field::key);
            if (field == fields.end()) {
                report_unknown(entry, fields);
            } else {
                check_known(entry, *field);
            }
        }
        for (const auto& field : fields) {
            if (field.presence == Presence::Required && !table.find(field.key)) {
                bool groups = field.kind == Kind::Group && field.count == Count::List;
                report(table.line,
                       table.column,
                       "brak pola " + in_quotes(field.key),
                       groups ? "dopisz [[" + std::string{field.key} + "]]" : "dopisz je");
            }
        }
    }

  private:
    void check_known(const DocumentEntry& entry, const Field& field) {
        if (field.presence != Presence::Untranslated) return check_entry(entry.value, field);
        report(entry.line,
               entry.column,
               "pola " + in_quotes(field.key) + " się nie tłumaczy, bo nie jest tekstem",
               "usuń je stąd; wartość bierzemy z karty");
    }

    void report_unknown(const DocumentEntry& entry, std::span<const Field> fields) {
        std::vector<std::string_view> known;
        for (const auto& field : fields) known.push_back(field.key);
        report(entry.line,
               entry.column,
               "nieznany klucz " + in_quotes(entry.key),
               did_you_mean(entry.key, known));
    }

    void check_entry(const Node& node, const Field& field) {
        if (field.count == Count::One) return check_value(node, field);
        const auto* list = node.as<Node::Array>();
        if (!list) {
            return report(node,
                          in_quotes(field.key) + " powinno być listą",
                          field.kind == Kind::Group ? "zapisz nagłówek w podwójnych nawiasach"
                                                    : "zapisz wartość w nawiasach kwadratowych");
        }
        if (list->empty() && field.presence == Presence::Required) {
            report(node,
                   "lista " + in_quotes(field.key) + " jest pusta",
                   "dopisz co najmniej jedną pozycję");
        }
        for (const auto& each : *list) check_value(each, field);
    }

    void check_value(const Node& node, const Field& field) {
        Type type = type_of(field.kind);
        if (!has_type(node, type)) {
            return report(node,
                          in_quotes(field.key) + " ma zły rodzaj wartości",
                          "podaj " + std::string{describe(type)});
        }
        if (type == Type::Table) return check_table(node, field.fields);
        if (type == Type::Integer) return check_integer(node, field);
        if (type == Type::String) check_text(node, field, *node.as<std::string>());
    }

    void check_integer(const Node& node, const Field& field) {
        if (fits(*node.as<std::int64_t>(), field)) return;
        report(node,
               in_quotes(field.key) + " powinno być liczbą od 0 do " + std::to_string(most(field)),
               {});
    }

    void check_text(const Node& node, const Field& field, const std::string& text) {
        if (fits(text, field)) return;
        if (is_blank(text)) {
            bool required = field.presence == Presence::Required;
            return report(node,
                          in_quotes(field.key) + " jest puste",
                          required ? "wpisz treść" : "wpisz treść albo usuń pole");
        }
        if (field.limit > 0 && is_longer(text, static_cast<std::size_t>(field.limit))) {
            report(node,
                   in_quotes(field.key) +
                       " jest za długie (liczba znaków: " + std::to_string(characters(text)) +
                       ", najwyżej " + std::to_string(field.limit) + ")",
                   "skróć tekst");
        }
        if (has_one_line(field.kind) && text.find('\n') != std::string::npos) {
            report(node,
                   in_quotes(field.key) + " ma więcej niż jeden wiersz",
                   "zapisz je w jednym wierszu");
        }
        if (!is_free_text(field.kind)) check_form(node, field, text);
    }

    void check_form(const Node& node, const Field& field, const std::string& text) {
        if (field.kind == Kind::Choice) return check_choice(node, field, text);
        const auto* rule = rule_of(field.kind);
        if (!rule || rule->holds(text)) return;
        report(node,
               in_quotes(field.key) + ": " + in_quotes(text) + " " + std::string{rule->complaint},
               std::string{rule->remedy});
    }

    void check_choice(const Node& node, const Field& field, const std::string& text) {
        const auto& choices = field.choices;
        if (std::find(choices.begin(), choices.end(), text) != choices.end()) return;
        auto remedy = did_you_mean(text, choices);
        if (remedy.empty()) {
            remedy = "wybierz jedno z:";
            for (auto each : choices) remedy += " " + std::string{each};
        }
        report(node, in_quotes(field.key) + " nie może być " + in_quotes(text), std::move(remedy));
    }

    void report(const Node& node, std::string message, std::string remedy) {
        report(node.line, node.column, std::move(message), std::move(remedy));
    }

    void report(int line, int column, std::string message, std::string remedy) {
        problems_.push_back(
            problem_at(document_, line, column, std::move(message), std::move(remedy)));
    }

    const Document& document_;
    Problems& problems_;
};

}  // namespace

bool fits(std::string_view text, const Field& field) {
    if (is_blank(text)) return false;
    if (field.limit > 0 && is_longer(text, static_cast<std::size_t>(field.limit))) return false;
    if (has_one_line(field.kind) && text.find('\n') != std::string_view::npos) return false;
    if (is_free_text(field.kind)) return true;
    if (field.kind == Kind::Choice) {
        return std::ranges::find(field.choices, text) != field.choices.end();
    }
    const auto* rule = rule_of(field.kind);
    return !rule || rule->holds(text);
}

bool fits(std::int64_t number, const Field& field) {
    return number >= 0 && number <= most(field);
}

void check_fields(const Document& document,
                  const Node& table,
                  std::span<const Field> fields,
                  Problems& problems) {
    FieldChecker{document, problems}.check_table(table, fields);
}

}  // namespace okienko::model
