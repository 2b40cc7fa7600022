#include "generator/blank_form.hpp"

#include <algorithm>

#include "db/toml_reader.hpp"
#include "generator/source_text.hpp"
#include "language/utf8.hpp"
#include "model/identifiers.hpp"

namespace okienko::generator {
namespace {

using model::Count;
using model::Field;
using model::Kind;
using model::Node;
using model::Presence;

constexpr std::string_view kFolder = "formularze/";
constexpr std::string_view kEnding = ".toml";
constexpr int kMostLines = 40;

constexpr Field kBlanks[] = {
    {"kind", Kind::Choice, Presence::Required, Count::One, 0, model::Choice<BlankKind>::kNames},
    {"label", Kind::Text, Presence::Required, Count::One, 600},
    {"hint", Kind::Text, Presence::Optional, Count::One, 300},
    {"options", Kind::Text, Presence::Optional, Count::List, 200},
    {"other", Kind::Text, Presence::Optional, Count::One, 120},
    {"lines", Kind::Integer, Presence::Optional, Count::One, kMostLines},
    {"columns", Kind::Text, Presence::Optional, Count::List, 80},
    {"row_names", Kind::Text, Presence::Optional, Count::List, 160},
    {"rows", Kind::Integer, Presence::Optional, Count::One, kMostLines},
    {"tick", Kind::Boolean},
};

constexpr Field kParts[] = {
    {"title", Kind::Text, Presence::Required, Count::One, 160},
    {"text", Kind::Paragraphs, Presence::Optional, Count::One, 4000},
    {"new_page", Kind::Boolean},
    {"blanks", Kind::Group, Presence::Required, Count::List, 0, {}, kBlanks},
};

constexpr Field kForm[] = {
    {"title", Kind::Text, Presence::Required, Count::One, 120},
    {"summary", Kind::Text, Presence::Required, Count::One, 300},
    {"annex", Kind::Text, Presence::Optional, Count::One, 60},
    {"date", Kind::Date, Presence::Required},
    {"version", Kind::Text, Presence::Required, Count::One, 20},
    {"instructions", Kind::Paragraphs, Presence::Optional, Count::One, 2000},
    {"parts", Kind::Group, Presence::Required, Count::List, 0, {}, kParts},
};

/// Reads one file that is well formed; what does not make sense it adds to the problems.
class FormReader {
  public:
    FormReader(const model::Document& document, model::Problems& problems)
        : document_(document), problems_(problems) {}

    BlankForm read() {
        const auto& root = document_.root;
        BlankForm form;
        form.title = root.text("title");
        form.summary = root.text("summary");
        form.annex = root.text("annex");
        form.date = root.date("date").value_or(model::Date{});
        form.version = root.text("version");
        form.instructions = root.text("instructions");
        for (const auto& part : root.groups("parts")) form.parts.push_back(read_part(part));
        return form;
    }

  private:
    FormPart read_part(const Node& node) {
        FormPart part;
        part.title = node.text("title");
        part.text = node.text("text");
        part.new_page = node.boolean("new_page");
        for (const auto& blank : node.groups("blanks")) part.blanks.push_back(read_blank(blank));
        return part;
    }

    Blank read_blank(const Node& node) {
        Blank blank;
        blank.kind = node.choice<BlankKind>("kind").value_or(BlankKind::Line);
        blank.label = node.text("label");
        blank.hint = node.text("hint");
        blank.options = node.texts("options");
        blank.other = node.text("other");
        blank.lines = static_cast<int>(node.integer("lines").value_or(blank.lines));
        blank.columns = node.texts("columns");
        blank.row_names = node.texts("row_names");
        blank.rows = static_cast<int>(node.integer("rows").value_or(blank.rows));
        blank.tick = node.boolean("tick");
        check_blank(node, blank);
        return blank;
    }

    void check_blank(const Node& node, const Blank& blank) {
        bool chooses = blank.kind == BlankKind::Choice || blank.kind == BlankKind::Choices;
        if (chooses && blank.options.empty()) {
            report(node, "pole do zaznaczenia nie ma odpowiedzi", "dopisz options = [\"…\"]");
        }
        if (blank.kind == BlankKind::Table && blank.columns.empty()) {
            report(node, "tabela nie ma kolumn", "dopisz columns = [\"…\"]");
        }
        only_for(node, "options", chooses, "choice albo choices");
        only_for(node, "other", chooses, "choice albo choices");
        only_for(node, "lines", blank.kind == BlankKind::Area, "area");
        for (const char* key : {"columns", "row_names", "rows", "tick"}) {
            only_for(node, key, blank.kind == BlankKind::Table, "table");
        }
        if (!blank.row_names.empty() && node.find("rows")) {
            const auto& entry = *node.find_entry("rows");
            problems_.push_back(model::problem_at(document_,
                                                  entry.line,
                                                  entry.column,
                                                  "wiersze tabeli mają już nazwy",
                                                  "usuń rows albo row_names"));
        }
    }

    void only_for(const Node& node, std::string_view key, bool fits, const std::string& kinds) {
        const auto* entry = node.find_entry(key);
        if (!entry || fits) return;
        problems_.push_back(
            model::problem_at(document_,
                              entry->line,
                              entry->column,
                              "pole „" + std::string{key} + "” ma sens tylko przy kind = " + kinds,
                              "usuń je albo zmień kind"));
    }

    void report(const Node& node, std::string message, std::string remedy) {
        problems_.push_back(model::problem_at(
            document_, node.line, node.column, std::move(message), std::move(remedy)));
    }

    const model::Document& document_;
    model::Problems& problems_;
};

std::string slug_of(std::string_view file) {
    return std::string{file.substr(kFolder.size(), file.size() - kFolder.size() - kEnding.size())};
}

}  // namespace

std::span<const Field> blank_form_fields() {
    return kForm;
}

bool is_blank_form(std::string_view file) {
    return file.starts_with(kFolder) && file.ends_with(kEnding);
}

std::optional<BlankForm> read_blank_form(std::string_view file,
                                         std::string text,
                                         model::Problems& problems) {
    auto name = "content/" + std::string{file};
    if (auto bad = language::first_invalid_byte(text)) {
        problems.push_back(problem_at_offset(name,
                                             text,
                                             *bad,
                                             "plik nie jest zapisany w UTF-8",
                                             "zapisz go ponownie z kodowaniem UTF-8"));
        return std::nullopt;
    }
    auto before = problems.size();
    auto document = db::read_toml(name, std::move(text));
    if (!document.ok()) {
        problems.insert(problems.end(), document.problems().begin(), document.problems().end());
        return std::nullopt;
    }
    auto slug = slug_of(file);
    if (!model::is_slug(slug)) {
        problems.push_back(model::problem_at(document.value(),
                                             1,
                                             1,
                                             "nazwa pliku nie może być adresem",
                                             "małe litery bez polskich znaków, cyfry i łączniki"));
    }
    model::check_fields(document.value(), document.value().root, kForm, problems);
    if (problems.size() != before) return std::nullopt;
    auto form = FormReader{document.value(), problems}.read();
    form.file = file;
    form.slug = slug;
    return problems.size() == before ? std::optional{std::move(form)} : std::nullopt;
}

}  // namespace okienko::generator
