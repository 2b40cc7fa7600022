#include "generator/templates.hpp"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <kainjow/mustache.hpp>
#include <map>
#include <vector>

#include "language/typography.hpp"

// The only file that knows Mustache (kainjow 4.1). Its traps: data moves only through operator[],
// "" is true, a missing name prints nothing, dotted names are slow, partials are parsed at each
// use.
namespace okienko::generator {

namespace mustache = kainjow::mustache;

struct View::Data {
    mustache::data values;
};

View::View(language::Language language) : language_(language), data_(std::make_unique<Data>()) {}
View::View(View&&) noexcept = default;
View& View::operator=(View&&) noexcept = default;
View::~View() = default;

View& View::words(std::string_view key, std::string_view text) {
    return value(key, language::typeset(text, language_));
}

View& View::value(std::string_view key, const std::string& text) {
    // Mustache takes an empty string for true; here it means that there is nothing to show.
    if (text.empty()) return nothing(key);
    data_->values[std::string{key}] = mustache::data{text};
    return *this;
}

View& View::html(std::string_view key, const std::string& markup) {
    assert(key.ends_with("_html"));
    return value(key, markup);
}

View& View::flag(std::string_view key, bool on) {
    data_->values[std::string{key}] = mustache::data{on};
    return *this;
}

View& View::list(std::string_view key, std::vector<View> rows) {
    mustache::data list{mustache::data::type::list};
    // The library offers only copying into a list; at thousands of rows that is the whole cost.
    auto& members = const_cast<mustache::list&>(list.list_value());
    members.reserve(rows.size());
    for (auto& row : rows) members.push_back(std::move(row.data_->values));
    data_->values[std::string{key}] = std::move(list);
    return *this;
}

View& View::object(std::string_view key, View nested) {
    data_->values[std::string{key}] = std::move(nested.data_->values);
    return *this;
}

View& View::nothing(std::string_view key) {
    return flag(key, false);
}

namespace {

const mustache::data kNothing{false};

/// The views and sections that are open, the innermost last.
class OpenViews : public mustache::basic_context<std::string> {
  public:
    explicit OpenViews(std::span<const View* const> views) {
        for (const auto* view : views) stack_.push_back(&view->data().values);
    }
    void push(const mustache::data* data) override { stack_.push_back(data); }
    void pop() override { stack_.pop_back(); }

    /// Components are put into the text when the theme is loaded.
    [[nodiscard]] const mustache::data* get_partial(const std::string&) const override {
        return nullptr;
    }

  protected:
    [[nodiscard]] const mustache::data* find(const std::string& name) const {
        if (name == ".") return stack_.back();
        for (auto data = stack_.rbegin(); data != stack_.rend(); ++data) {
            if (const auto* found = (*data)->get(name)) return found;
        }
        return nullptr;
    }

  private:
    std::vector<const mustache::data*> stack_;
};

/// Knows whether every name was set; a missing one reads as nothing.
class StrictContext : public OpenViews {
  public:
    using OpenViews::OpenViews;
    [[nodiscard]] const mustache::data* get(const std::string& name) const override {
        if (const auto* found = find(name)) return found;
        complete_ = false;
        return &kNothing;
    }
    [[nodiscard]] bool complete() const { return complete_; }

  private:
    mutable bool complete_ = true;
};

/// Reads names of the form "name@offset" and knows the tags whose names are missing. Slower: it is
/// used only to draw a page a second time, when the first drawing was incomplete.
class LocatingContext : public OpenViews {
  public:
    using OpenViews::OpenViews;
    [[nodiscard]] const mustache::data* get(const std::string& name) const override {
        auto at = name.find('@');
        if (const auto* found = find(name.substr(0, at))) return found;
        missing_[std::stoul(name.substr(at + 1))] = name.substr(0, at);
        return &kNothing;
    }
    [[nodiscard]] const std::map<std::size_t, std::string>& missing() const { return missing_; }

  private:
    mutable std::map<std::size_t, std::string> missing_;
};

/// What Mustache writes to: appends to the reserved buffer of a page.
struct Buffer {
    std::string& out;
    Buffer& operator<<(const std::string& text) {
        out += text;
        return *this;
    }
};

void render_into(mustache::mustache& parsed, OpenViews& context, std::string& out) {
    Buffer buffer{out};
    parsed.render(context, buffer);
}

/// The same template with "@offset" behind every name, so that a tag can be told from its twins.
std::string with_offsets(std::string_view text) {
    std::string marked;
    std::size_t copied = 0;
    std::vector<std::string> open;
    for (const auto& tag : template_tags(text)) {
        std::string name = std::string{tag.name} + "@" + std::to_string(tag.begin);
        if (tag.kind == '#' || tag.kind == '^') open.push_back(name);
        if (tag.kind == '/' && !open.empty()) {
            name = open.back();
            open.pop_back();
        }
        marked.append(text, copied, tag.begin - copied);
        marked += "{{";
        if (tag.kind != ' ') marked += tag.kind;
        marked += name;
        marked += tag.kind == '{' ? "}}}" : "}}";
        copied = tag.end;
    }
    marked.append(text, copied);
    return marked;
}

/// What Mustache says of a text it cannot parse, in Polish and without the offset.
std::pair<std::string, std::string> explain(std::string_view message) {
    auto quote = message.find('"');
    auto name = quote == std::string_view::npos
                    ? std::string{}
                    : std::string{message.substr(quote + 1, message.rfind('"') - quote - 1)};
    if (message.starts_with("Unclosed section")) {
        return {"sekcja „" + name + "” nie jest zamknięta", "dopisz {{/" + name + "}}"};
    }
    if (message.starts_with("Unopened section")) {
        return {"sekcja „" + name + "” kończy się, a nie zaczęła",
                "dopisz {{#" + name + "}} wyżej"};
    }
    return {"błąd szablonu (" + std::string{message.substr(0, message.rfind(" at "))} + ")", {}};
}

/// Mustache says `Unclosed section "x" at 12`: the offset is the last number of the message.
std::size_t offset_in(std::string_view message) {
    auto digits = message.find_last_not_of("0123456789") + 1;
    std::size_t offset = 0;
    std::from_chars(message.data() + digits, message.data() + message.size(), offset);
    return offset;
}

}  // namespace

struct Template::Parsed {
    TemplateText source;
    /// Rendering is non-const in the library and yet shares safely: it writes only an error
    /// message, and only for lambdas and partials, which we do not use.
    mutable mustache::mustache parsed;
};

Template::Template(std::unique_ptr<Parsed> parsed) : parsed_(std::move(parsed)) {}
Template::Template(Template&&) noexcept = default;
Template& Template::operator=(Template&&) noexcept = default;
Template::~Template() = default;

model::Checked<Template, model::Problem> Template::parse(TemplateText text) {
    mustache::mustache parsed{text.text};
    if (!parsed.is_valid()) {
        const auto& message = parsed.error_message();
        auto [problem, remedy] = explain(message);
        return std::vector{
            problem_in_template(text, offset_in(message), std::move(problem), std::move(remedy))};
    }
    return Template{std::unique_ptr<Parsed>{new Parsed{std::move(text), std::move(parsed)}}};
}

void Template::render(std::span<const View* const> views,
                      std::string_view page,
                      std::string& out,
                      model::Problems& problems) const {
    StrictContext context{views};
    render_into(parsed_->parsed, context, out);
    if (!context.complete()) find_missing(views, page, problems);
}

void Template::find_missing(std::span<const View* const> views,
                            std::string_view page,
                            model::Problems& problems) const {
    mustache::mustache located{with_offsets(parsed_->source.text)};
    LocatingContext context{views};
    std::string discarded;
    render_into(located, context, discarded);
    for (const auto& [offset, name] : context.missing()) {
        problems.push_back(problem_in_template(
            parsed_->source,
            offset,
            "strona nie ustawia klucza „" + name + "” (przy tworzeniu " + std::string{page} + ")",
            "sprawdź nazwę; klucze są opisane na początku komponentu"));
    }
}

}  // namespace okienko::generator
