#include "generator/content_reader.hpp"

#include <algorithm>

#include "db/toml_reader.hpp"
#include "generator/file_tree.hpp"
#include "generator/search_words_file.hpp"
#include "generator/source_text.hpp"
#include "language/utf8.hpp"
#include "model/identifiers.hpp"

namespace okienko::generator {
namespace {

using language::Language;
using model::Count;
using model::Field;
using model::Kind;
using model::Node;
using model::Presence;

constexpr std::array<std::string_view, 2> kMenus{"main", "footer"};

constexpr Field kElements[] = {
    {"name_and_goal", Kind::Text, Presence::Required, Count::One, 120},
    {"period", Kind::Text, Presence::Required, Count::One, 120},
    {"needs", Kind::Text, Presence::Required, Count::One, 120},
    {"people", Kind::Text, Presence::Required, Count::One, 120},
    {"services", Kind::Text, Presence::Required, Count::One, 120},
    {"qualification", Kind::Text, Presence::Required, Count::One, 120},
    {"fees", Kind::Text, Presence::Required, Count::One, 120},
    {"proofs", Kind::Text, Presence::Required, Count::One, 120},
    {"personal_data", Kind::Text, Presence::Required, Count::One, 120},
    {"organisation", Kind::Text, Presence::Required, Count::One, 120},
    {"monitoring", Kind::Text, Presence::Required, Count::One, 120},
    {"budget", Kind::Text, Presence::Required, Count::One, 120},
};

constexpr Field kEuProject[] = {
    {"name", Kind::Text, Presence::Required, Count::One, 200},
    {"number", Kind::Text, Presence::Required, Count::One, 60},
    {"fund", Kind::Text, Presence::Required, Count::One, 200},
    {"eu_share", Kind::Money},
    {"signs", Kind::Text, Presence::Optional, Count::One, 200},
};

constexpr Field kFrontMatter[] = {
    {"title", Kind::Text, Presence::Required, Count::One, 120},
    {"summary", Kind::Text, Presence::Required, Count::One, 220},
    {"date", Kind::Date},
    {"updated_on", Kind::Date},
    {"publish_on", Kind::Date},
    {"expires_on", Kind::Date},
    {"replaced_by", Kind::Text, Presence::Optional, Count::One, 200},
    {"draft", Kind::Boolean},
    {"aliases", Kind::Text, Presence::Optional, Count::List, 200},
    {"menu", Kind::Choice, Presence::Optional, Count::One, 0, kMenus},
    {"menu_title", Kind::Text, Presence::Optional, Count::One, 40},
    {"menu_order", Kind::Integer, Presence::Optional, Count::One, 10'000},
    {"audience", Kind::Slug, Presence::Optional, Count::List},
    {"language", Kind::LanguageCode},
    {"table_of_contents", Kind::Boolean},
    {"document_type",
     Kind::Choice,
     Presence::Optional,
     Count::One,
     0,
     model::Choice<model::DocumentType>::kNames},
    {"version", Kind::Text, Presence::Optional, Count::One, 20},
    {"file", Kind::Text, Presence::Optional, Count::One, 200},
    {"annex_to", Kind::Slug},
    {"replaces", Kind::Slug},
    {"film", Kind::Text, Presence::Optional, Count::One, 300},
    {"captions", Kind::Text, Presence::Optional, Count::One, 200},
    {"duration", Kind::Text, Presence::Optional, Count::One, 20},
    {"programme", Kind::Slug},
    {"elements", Kind::Group, Presence::Optional, Count::One, 0, {}, kElements},
    {"eu_project", Kind::Group, Presence::Optional, Count::One, 0, {}, kEuProject},
};

/// Fields that only one kind of page has, and whether it must have them.
struct KindField {
    std::string_view key;
    ContentKind kind;
    Presence presence;
};
constexpr KindField kKindFields[] = {
    {"date", ContentKind::News, Presence::Required},
    {"date", ContentKind::Document, Presence::Required},
    {"document_type", ContentKind::Document, Presence::Required},
    {"version", ContentKind::Document, Presence::Required},
    {"file", ContentKind::Document, Presence::Optional},
    {"annex_to", ContentKind::Document, Presence::Optional},
    {"replaces", ContentKind::Document, Presence::Optional},
    {"film", ContentKind::Film, Presence::Required},
    {"duration", ContentKind::Film, Presence::Required},
    {"captions", ContentKind::Film, Presence::Optional},
    {"programme", ContentKind::Programme, Presence::Required},
    {"elements", ContentKind::Programme, Presence::Required},
    {"eu_project", ContentKind::Programme, Presence::Optional},
};

/// The parts of a path: "aktualnosci/dzien.en.md" → folder "aktualnosci/", stem "dzien", "en".
struct ContentPath {
    std::string folder;
    std::string stem;
    std::string language;
};

ContentPath split_path(std::string_view file) {
    auto slash = file.rfind('/');
    auto name_begin = slash == std::string_view::npos ? 0 : slash + 1;
    ContentPath path{std::string{file.substr(0, name_begin)}, {}, {}};
    auto name = file.substr(name_begin);
    name.remove_suffix(std::string_view{".md"}.size());
    auto dot = name.rfind('.');
    if (dot != std::string_view::npos && language::language_from_code(name.substr(dot + 1))) {
        path.language = name.substr(dot + 1);
        name = name.substr(0, dot);
    }
    path.stem = name;
    return path;
}

ContentKind kind_of(const ContentPath& path) {
    bool index = path.stem == "index";
    if (path.folder.empty() && index) return ContentKind::Home;
    if (path.folder.empty() && path.stem == "pjm") return ContentKind::Film;
    if (index) return ContentKind::Page;
    if (path.folder == "aktualnosci/") return ContentKind::News;
    if (path.folder == "dokumenty/") return ContentKind::Document;
    if (path.folder == "filmy/") return ContentKind::Film;
    if (path.folder == "program/") return ContentKind::Programme;
    return ContentKind::Page;
}

/// Reads one file; what it finds wrong it adds to the problems and goes on.
class ContentFileReader {
  public:
    ContentFileReader(ContentSource& source, model::Problems& problems)
        : source_(source), problems_(problems) {}

    bool read() {
        auto before = problems_.size();
        if (split() && read_head()) fill_page();
        return problems_.size() == before;
    }

  private:
    /// Finds the front matter between the two "+++" lines.
    bool split() {
        auto& text = source_.text;
        if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
        if (auto bad = language::first_invalid_byte(text)) {
            report(*bad, "plik nie jest zapisany w UTF-8", "zapisz go ponownie z kodowaniem UTF-8");
            return false;
        }
        auto end_of_first = text.find('\n');
        if (!text.starts_with("+++") || end_of_first == std::string::npos) {
            report(0, "brak nagłówka pliku", "zacznij od wiersza +++, potem title i summary");
            return false;
        }
        auto closing = text.find("\n+++", 3);
        if (closing == std::string::npos) {
            report(0, "nagłówek pliku nie jest zamknięty", "dopisz wiersz +++ po ostatnim polu");
            return false;
        }
        head_begin_ = end_of_first + 1;
        head_end_ = closing + 1;
        auto end_of_line = text.find('\n', head_end_);
        source_.body = end_of_line == std::string::npos ? text.size() : end_of_line + 1;
        source_.body_line = locate(text, source_.body).line;
        return true;
    }

    bool read_head() {
        auto toml = std::string_view{source_.text}.substr(
            head_begin_, head_end_ > head_begin_ ? head_end_ - head_begin_ : 0);
        auto head = db::read_toml(source_.name, source_.text, toml, 2);
        if (!head.ok()) {
            append(head.problems());
            return false;
        }
        source_.head = std::move(head).value();
        auto before = problems_.size();
        model::check_fields(source_.head, source_.head.root, kFrontMatter, problems_);
        return problems_.size() == before;
    }

    void fill_page() {
        const Node& head = source_.head.root;
        auto& page = source_.page;
        fill_place(head);
        page.title = head.text("title");
        page.summary = head.text("summary");
        page.date = head.date("date");
        page.updated_on = head.date("updated_on");
        page.publish_on = head.date("publish_on");
        page.expires_on = head.date("expires_on");
        page.replaced_by = head.text("replaced_by");
        page.draft = head.boolean("draft");
        page.aliases = head.texts("aliases");
        page.menu = head.choice<Menu>("menu").value_or(Menu::None);
        page.menu_title = head.find("menu_title") ? head.text("menu_title") : page.title;
        page.menu_order = static_cast<int>(head.integer("menu_order").value_or(1000));
        page.audience = head.texts("audience");
        page.table_of_contents = head.boolean("table_of_contents", true);
        page.document_type = head.choice<model::DocumentType>("document_type");
        page.version = head.text("version");
        page.annex_to = head.text("annex_to");
        page.replaces = head.text("replaces");
        source_.rendered.film = head.text("film");
        source_.rendered.captions = head.text("captions");
        page.duration = head.text("duration");
        page.programme = head.text("programme");
        check_kind_fields(head);
        check_dates(head);
        check_addresses(head);
    }

    void fill_place(const Node& head) {
        auto& page = source_.page;
        auto path = split_path(page.file);
        page.kind = kind_of(path);
        page.address = content_address(page.file);
        if (page.kind != ContentKind::Home) {
            page.slug = path.stem == "index" ? last_folder(path.folder) : path.stem;
        }
        auto by_name = language::language_from_code(path.language).value_or(Language::Polish);
        page.language = by_name;
        if (const Node* stated = head.find("language")) {
            if (*stated->as<std::string>() != language::code(by_name)) {
                report(*stated,
                       "język w nagłówku jest inny niż w nazwie pliku",
                       "nazwij plik " + path.stem + "." + *stated->as<std::string>() + ".md");
            }
        }
        check_name(path);
    }

    static std::string last_folder(std::string_view folder) {
        folder.remove_suffix(1);
        return std::string{folder.substr(folder.rfind('/') + 1)};
    }

    void check_name(const ContentPath& path) {
        std::string_view rest = path.folder;
        bool fine = path.stem == "index" || model::is_slug(path.stem);
        while (!rest.empty()) {
            fine = fine && model::is_slug(rest.substr(0, rest.find('/')));
            rest.remove_prefix(rest.find('/') + 1);
        }
        if (!fine) {
            report(0,
                   "nazwa pliku nie nadaje się na adres strony",
                   "użyj małych liter bez polskich znaków, cyfr i łączników");
        }
    }

    void check_kind_fields(const Node& head) {
        for (const auto& field : kKindFields) {
            bool required = field.presence == Presence::Required;
            if (field.kind == source_.page.kind && required && !head.find(field.key)) {
                report(0, "brak pola „" + std::string{field.key} + "”", "dopisz je w nagłówku");
            }
        }
        for (const auto& entry : *head.as<Node::Table>()) {
            if (fits_kind(entry.key)) continue;
            problems_.push_back(
                model::problem_at(source_.head,
                                  entry.line,
                                  entry.column,
                                  "pole „" + entry.key + "” nie pasuje do tego rodzaju strony",
                                  "usuń je albo przenieś plik"));
        }
    }

    /// A field that some kind of page needs fits only pages of such a kind; "date" fits all.
    [[nodiscard]] bool fits_kind(std::string_view key) const {
        bool special = false;
        for (const auto& field : kKindFields) {
            if (field.key != key || key == "date") continue;
            if (field.kind == source_.page.kind) return true;
            special = true;
        }
        return !special;
    }

    void check_dates(const Node& head) {
        const auto& page = source_.page;
        if (page.publish_on && page.expires_on && *page.expires_on < *page.publish_on) {
            report(*head.find("expires_on"), "strona wygasa, zanim się pojawi", "popraw daty");
        }
        if (!page.replaced_by.empty() && !page.expires_on) {
            report(*head.find("replaced_by"), "replaced_by bez expires_on", "dopisz expires_on");
        }
    }

    void check_addresses(const Node& head) {
        for (const auto& alias : head.groups("aliases")) check_address(alias);
        if (const Node* node = head.find("replaced_by")) check_address(*node);
    }

    void check_address(const Node& node) {
        const auto& address = *node.as<std::string>();
        bool fine = address.starts_with('/') && address.ends_with('/') &&
                    address.find("//") == std::string::npos &&
                    address.find("..") == std::string::npos &&
                    address.find_first_of(" ?#\\\"<>") == std::string::npos;
        if (!fine)
            report(node, "„" + address + "” nie jest adresem strony", "np. \"/stary-adres/\"");
    }

    void report(std::size_t offset, std::string message, std::string remedy) {
        problems_.push_back(problem_at_offset(
            source_.name, source_.text, offset, std::move(message), std::move(remedy)));
    }

    void report(const Node& node, std::string message, std::string remedy) {
        problems_.push_back(model::problem_at(
            source_.head, node.line, node.column, std::move(message), std::move(remedy)));
    }

    void append(const model::Problems& problems) {
        problems_.insert(problems_.end(), problems.begin(), problems.end());
    }

    ContentSource& source_;
    model::Problems& problems_;
    std::size_t head_begin_ = 0;
    std::size_t head_end_ = 0;
};

}  // namespace

std::span<const Field> front_matter_fields() {
    return kFrontMatter;
}

std::string content_address(std::string_view file) {
    auto path = split_path(file);
    std::string address = "/";
    if (!path.language.empty() && path.language != language::code(Language::Polish)) {
        address += path.language + "/";
    }
    address += path.folder;
    if (path.stem != "index") address += path.stem + "/";
    return address;
}

namespace {

/// What is known of a page whose head cannot be read: enough to know that it is there.
ContentPage page_without_head(const std::string& file) {
    auto path = split_path(file);
    ContentPage page;
    page.file = file;
    page.address = content_address(file);
    page.slug = path.stem;
    page.kind = kind_of(path);
    return page;
}

}  // namespace

std::optional<ContentSource> read_content_file(std::string_view file,
                                               std::string text,
                                               model::Problems& problems) {
    ContentSource source;
    source.page.file = file;
    source.name = "content/" + source.page.file;
    source.text = std::move(text);
    if (!ContentFileReader{source, problems}.read()) return std::nullopt;
    return source;
}

ContentFolder read_content(const std::filesystem::path& folder, model::Problems& problems) {
    ContentFolder content;
    for (const auto& file : files_below(folder)) {
        if (is_blank_form(file)) {
            if (auto form = read_blank_form(file, read_file(folder / file), problems)) {
                content.forms.push_back(std::move(*form));
            } else {
                content.unreadable_forms.push_back(std::filesystem::path{file}.stem().string());
            }
            continue;
        }
        if (file == kSearchWordsFile) continue;
        if (!file.ends_with(".md")) {
            content.files.push_back(file);
            continue;
        }
        if (auto source = read_content_file(file, read_file(folder / file), problems)) {
            content.sources.push_back(std::move(*source));
        } else {
            content.unreadable.push_back(page_without_head(file));
        }
    }
    return content;
}

}  // namespace okienko::generator
