#include "exchange/translated_text.hpp"

#include "exchange/node_table.hpp"
#include "model/card_fields.hpp"
#include "model/translation_reader.hpp"

namespace okienko::exchange {
namespace {

using model::Kind;
using model::Node;
using model::Presence;

constexpr int kLongestText = 20000;

constexpr model::Field kFields[] = {
    {"service", Kind::Slug, Presence::Required},
    {"language", Kind::LanguageCode, Presence::Required},
    {"field", Kind::Text, Presence::Required, model::Count::One, 120},
    {"original", Kind::Markdown, Presence::Required, model::Count::One, kLongestText},
    {"text", Kind::Markdown, Presence::Required, model::Count::One, kLongestText},
};

}  // namespace

std::span<const model::Field> translated_text_fields() {
    return kFields;
}

model::Checked<model::ServiceText, model::Problem> read_translated_text(
    const model::Document& document) {
    model::Problems problems;
    const auto& root = document.root;
    model::check_fields(document, root, kFields, problems);
    if (!problems.empty()) return problems;
    auto report = [&](std::string_view key, std::string message, std::string remedy) {
        const auto& node = *root.find(key);
        problems.push_back(model::problem_at(
            document, node.line, node.column, std::move(message), std::move(remedy)));
    };
    auto path = root.text("field");
    const auto* field = model::translatable_field(model::service_fields(), path);
    if (!field) {
        report("field",
               "„" + path + "” nie jest polem karty, które można przetłumaczyć",
               "wpisz je na przykład tak: name, aliases[0], steps[2].text");
    } else if (field->kind == Kind::Text && root.text("text").find('\n') != std::string::npos) {
        report("text", "to pole ma mieć jeden wiersz", "usuń z tekstu przejścia do nowego wiersza");
    }
    if (root.text("language") == "pl") {
        report("language", "karty są po polsku", "podaj kod innego języka, na przykład uk");
    }
    if (!problems.empty()) return problems;
    return model::ServiceText{root.text("service"),
                              root.text("language"),
                              {path, root.text("original"), root.text("text")}};
}

Node translated_text_node(const model::ServiceText& text) {
    return ObjectMaker{}
        .add("service", text.service)
        .add("language", text.language)
        .add("field", text.text.field)
        .add("original", text.text.original)
        .add("text", text.text.text)
        .done();
}

}  // namespace okienko::exchange
