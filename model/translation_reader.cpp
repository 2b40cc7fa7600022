#include "model/translation_reader.hpp"

#include <algorithm>
#include <deque>
#include <string>

namespace okienko::model {
namespace {

bool is_text(const Field& field) {
    return field.kind == Kind::Text || field.kind == Kind::Paragraphs ||
           field.kind == Kind::Markdown;
}

bool is_number_in_brackets(std::string_view text) {
    return text.size() > 2 && text.front() == '[' && text.back() == ']' &&
           text.substr(1, text.size() - 2).find_first_not_of("0123456789") == text.npos;
}

/// The fields of a card as its translation may have them: all are optional, and those that are no
/// texts stand there only to be refused by name.
class TranslationFields {
  public:
    std::span<const Field> of(std::span<const Field> card_fields) {
        std::vector<Field> fields;
        for (const auto& field : card_fields) {
            auto& own = fields.emplace_back(field);
            own.presence = is_translatable(field) ? Presence::Optional : Presence::Untranslated;
            if (field.kind == Kind::Group) own.fields = of(field.fields);
        }
        return lists_.emplace_back(std::move(fields));
    }

  private:
    std::deque<std::vector<Field>> lists_;
};

/// Goes through a translation and its card side by side.
class Pairing {
  public:
    Pairing(const Document& translation, Problems& problems)
        : translation_(translation), problems_(problems) {}

    void pair_tables(const Node& table,
                     const Node& card,
                     std::span<const Field> fields,
                     const std::string& prefix) {
        for (const auto& field : fields) {
            const auto* entry = table.find_entry(field.key);
            if (!entry) continue;
            auto path = prefix + std::string{field.key};
            const auto* original = card.find(field.key);
            if (!original) {
                report(entry->line,
                       entry->column,
                       "karta nie ma pola „" + std::string{field.key} +
                           "”, więc nie ma czego tłumaczyć",
                       "usuń je albo najpierw dopisz je na karcie");
            } else if (field.count == Count::One) {
                add(path, *original, entry->value);
            } else {
                pair_lists(*entry, *original, field, path);
            }
        }
    }

    std::vector<TranslatedText> take() { return std::move(texts_); }

  private:
    void pair_lists(const DocumentEntry& entry,
                    const Node& original,
                    const Field& field,
                    const std::string& path) {
        const auto& members = *entry.value.as<Node::Array>();
        const auto& originals = *original.as<Node::Array>();
        bool texts = field.kind != Kind::Group;
        if (members.size() > originals.size() || (texts && members.size() < originals.size())) {
            return report_length(entry, field, members, originals.size());
        }
        for (std::size_t i = 0; i < members.size(); ++i) {
            auto member = path + "[" + std::to_string(i) + "]";
            if (texts) {
                add(member, originals[i], members[i]);
            } else {
                pair_tables(members[i], originals[i], field.fields, member + ".");
            }
        }
    }

    void report_length(const DocumentEntry& entry,
                       const Field& field,
                       const Node::Array& members,
                       std::size_t wanted) {
        bool group_too_many = field.kind == Kind::Group;
        int line = group_too_many ? members[wanted].line : entry.line;
        int column = group_too_many ? members[wanted].column : entry.column;
        report(line,
               column,
               "lista „" + std::string{field.key} + "” ma inną długość niż na karcie (tu: " +
                   std::to_string(members.size()) + ", na karcie: " + std::to_string(wanted) + ")",
               "przetłumacz po kolei każdą pozycję karty");
    }

    void add(std::string field, const Node& original, const Node& text) {
        texts_.push_back({std::move(field), *original.as<std::string>(), *text.as<std::string>()});
    }

    void report(int line, int column, std::string message, std::string remedy) {
        problems_.push_back(
            problem_at(translation_, line, column, std::move(message), std::move(remedy)));
    }

    const Document& translation_;
    Problems& problems_;
    std::vector<TranslatedText> texts_;
};

}  // namespace

bool is_translatable(const Field& field) {
    if (field.kind != Kind::Group) return is_text(field);
    return std::any_of(field.fields.begin(), field.fields.end(), is_translatable);
}

const Field* translatable_field(std::span<const Field> fields, std::string_view path) {
    auto step = path.substr(0, path.find('.'));
    auto key = step.substr(0, step.find('['));
    auto field = std::ranges::find(fields, key, &Field::key);
    if (field == fields.end() || !is_translatable(*field)) return nullptr;
    bool numbered = is_number_in_brackets(step.substr(key.size()));
    if (numbered != (field->count == Count::List) || (!numbered && step != key)) return nullptr;
    bool last = step.size() == path.size();
    if (field->kind != Kind::Group) return last ? &*field : nullptr;
    return last ? nullptr : translatable_field(field->fields, path.substr(step.size() + 1));
}

Checked<std::vector<TranslatedText>, Problem> read_translation(const Document& translation,
                                                               const Document& card,
                                                               std::span<const Field> fields) {
    Problems problems;
    TranslationFields allowed;
    check_fields(translation, translation.root, allowed.of(fields), problems);
    if (!problems.empty()) return problems;
    Pairing pairing{translation, problems};
    pairing.pair_tables(translation.root, card.root, fields, {});
    if (!problems.empty()) return problems;
    return pairing.take();
}

}  // namespace okienko::model
