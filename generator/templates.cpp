#include "generator/templates.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "generator/markup.hpp"
#include "language/characters.hpp"

namespace okienko::generator {
namespace {

/// A section's tag that stands on a line of its own takes the whole line with it (mustache(5)).
struct TagLine {
    std::size_t begin;  ///< What the tag takes of the text: the line, or just the tag.
    std::size_t end;
};

TagLine line_of(std::string_view text, const TemplateTag& tag) {
    bool opens_or_closes = tag.kind == '#' || tag.kind == '^' || tag.kind == '/';
    if (!opens_or_closes) return {tag.begin, tag.end};
    auto before = text.rfind('\n', tag.begin == 0 ? 0 : tag.begin - 1);
    auto begin = tag.begin == 0 || before == std::string_view::npos ? 0 : before + 1;
    auto newline = text.find('\n', tag.end);
    auto end = newline == std::string_view::npos ? text.size() : newline + 1;
    bool alone = language::is_blank(text.substr(begin, tag.begin - begin)) &&
                 language::is_blank(text.substr(
                     tag.end, (newline == std::string_view::npos ? end : newline) - tag.end));
    return alone ? TagLine{begin, end} : TagLine{tag.begin, tag.end};
}

}  // namespace

class Template::Compiler {
  public:
    Compiler(const TemplateText& source, std::vector<Step>& steps)
        : source_(source), steps_(steps) {}

    model::Problems compile() {
        std::string_view text = source_.text;
        std::size_t printed = 0;
        for (const auto& tag : template_tags(text)) {
            auto line = line_of(text, tag);
            print(printed, line.begin);
            add(tag);
            printed = line.end;
        }
        print(printed, text.size());
        for (const auto& section : open_) {
            report(section.at,
                   "sekcja „" + std::string{section.name} + "” nie jest zamknięta",
                   "dopisz {{/" + std::string{section.name} + "}}");
        }
        return std::move(problems_);
    }

  private:
    struct Open {
        std::string_view name;
        std::size_t at;
        std::size_t step;
    };

    void print(std::size_t begin, std::size_t end) {
        if (begin < end) steps_.push_back({Action::Print, 0, begin, end});
    }

    void add(const TemplateTag& tag) {
        switch (tag.kind) {
            case '#':
            case '^':
                open_.push_back({tag.name, tag.begin, steps_.size()});
                push(tag.kind == '#' ? Action::Section : Action::InvertedSection, tag);
                return;
            case '/':
                return close(tag);
            case '{':
            case '&':
                return push(Action::PrintUnescaped, tag);
            case 'L':
                return push(Action::Language, tag);
            default:
                return push(Action::Escape, tag);
        }
    }

    void push(Action action, const TemplateTag& tag) {
        steps_.push_back({action, view_key(tag.name), tag.begin, 0});
    }

    void close(const TemplateTag& tag) {
        if (open_.empty() || open_.back().name != tag.name) {
            return report(tag.begin,
                          "sekcja „" + std::string{tag.name} + "” kończy się, a nie zaczęła",
                          "dopisz {{#" + std::string{tag.name} + "}} wyżej");
        }
        steps_[open_.back().step].end = steps_.size();
        open_.pop_back();
    }

    void report(std::size_t at, std::string message, std::string remedy) {
        problems_.push_back(
            problem_in_template(source_, at, std::move(message), std::move(remedy)));
    }

    const TemplateText& source_;
    std::vector<Step>& steps_;
    std::vector<Open> open_;
    model::Problems problems_;
};

model::Checked<Template, model::Problem> Template::parse(TemplateText text) {
    Template parsed;
    auto problems = Compiler{text, parsed.steps_}.compile();
    if (!problems.empty()) return problems;
    parsed.fingerprint_ = fingerprint_of_bytes(text.text);
    parsed.source_ = std::move(text);
    parsed.mark_sections();
    return parsed;
}

void Template::mark_sections() {
    for (std::size_t at = 0; at < steps_.size(); ++at) {
        auto& section = steps_[at];
        if (section.action != Action::Section) continue;
        for (auto inner = at + 1; inner < section.end; ++inner) {
            const auto& step = steps_[inner];
            section.inner = combined(section.inner, static_cast<Fingerprint>(step.action));
            if (step.action == Action::Print) {
                auto printed =
                    std::string_view{source_.text}.substr(step.begin, step.end - step.begin);
                section.inner = fingerprint_of_bytes(printed, section.inner);
            } else {
                auto steps = step.end > inner ? step.end - inner : 0;
                section.inner = combined(combined(section.inner, step.key), steps);
            }
        }
    }
}

/// Draws one page: the views and sections that are open, the innermost last.
class Template::Renderer {
  public:
    Renderer(const Template& drawn, std::span<const View* const> views, std::string& out)
        : template_(drawn), open_(views.begin(), views.end()), out_(out) {}

    void draw() { draw(0, template_.steps_.size()); }

    /// Steps whose keys no view sets, each once, in the order of the template.
    [[nodiscard]] const std::set<std::size_t>& missing() const { return missing_; }

  private:
    void draw(std::size_t from, std::size_t to) {
        for (auto at = from; at < to; ++at) {
            const auto& step = template_.steps_[at];
            if (step.action == Action::Print) {
                out_.append(template_.source_.text, step.begin, step.end - step.begin);
                continue;
            }
            const auto found = find(step.key);
            if (!found.value) missing_.insert(at);
            if (step.action == Action::Section) {
                if (found.value) enter(*found.value, step, at + 1);
                at = step.end - 1;
            } else if (step.action == Action::InvertedSection) {
                if (!found.value || is_nothing(*found.value)) draw(at + 1, step.end);
                at = step.end - 1;
            } else if (const auto* text = text_of(found.value)) {
                print(step, *text, *found.view);
            }
        }
    }

    void print(const Step& step, const std::string& text, const View& view) {
        if (step.action == Action::Escape) {
            append_escaped(out_, text);
        } else if (step.action == Action::Language) {
            append_language(view, step.key);
        } else {
            out_ += text;
        }
    }

    void enter(const View::Value& value, const Step& section, std::size_t from) {
        if (const auto* rows = std::get_if<std::vector<View>>(&value)) {
            for (const auto& row : *rows) draw_row(row, from, section.end);
        } else if (const auto* shared = std::get_if<std::vector<SharedRow>>(&value)) {
            for (const auto& row : *shared) {
                row.append_to(out_, section.inner, [&](const View& view) {
                    return drawn_apart(view, section, from);
                });
            }
        } else if (!is_nothing(value)) {
            draw(from, section.end);
        }
    }

    void draw_row(const View& row, std::size_t from, std::size_t to) {
        open_.push_back(&row);
        draw(from, to);
        open_.pop_back();
    }

    /// A row by itself. Who asks for more than it sets draws it with what stands around it.
    DrawnRow drawn_apart(const View& row, const Step& section, std::size_t from) {
        auto begin = out_.size();
        auto around = std::exchange(outermost_, open_.size());
        draw_row(row, from, section.end);
        DrawnRow drawn{.section = outermost_ == open_.size() ? section.inner : 0,
                       .text = out_.substr(begin)};
        out_.resize(begin);
        outermost_ = std::min(outermost_, around);
        return drawn;
    }

    static const std::string* text_of(const View::Value* value) {
        return value ? std::get_if<std::string>(value) : nullptr;
    }

    static bool is_nothing(const View::Value& value) {
        if (const auto* on = std::get_if<bool>(&value)) return !*on;
        if (const auto* shared = std::get_if<std::vector<SharedRow>>(&value)) {
            return shared->empty();
        }
        const auto* rows = std::get_if<std::vector<View>>(&value);
        return rows && rows->empty();
    }

    struct Found {
        const View::Value* value;
        const View* view;
    };

    [[nodiscard]] Found find(ViewKey key) {
        for (auto at = open_.size(); at-- > 0;) {
            const auto* found = open_[at]->find(key);
            if (!found) continue;
            outermost_ = std::min(outermost_, at);
            return {found, open_[at]};
        }
        outermost_ = 0;
        return {nullptr, nullptr};
    }

    void append_language(const View& view, ViewKey key) {
        auto written_in = view.language_of(key);
        if (written_in == view.language()) return;
        out_.append(" lang=\"").append(language::code(written_in)).append("\"");
    }

    const Template& template_;
    std::vector<const View*> open_;
    std::string& out_;
    std::size_t outermost_ = 0;  ///< Of the views that were asked since a row began.
    std::set<std::size_t> missing_;
};

bool Template::names(ViewKey key) const {
    return std::any_of(
        steps_.begin(), steps_.end(), [key](const Step& step) { return step.key == key; });
}

void Template::render(std::span<const View* const> views,
                      std::string_view page,
                      std::string& out,
                      model::Problems& problems) const {
    Renderer renderer{*this, views, out};
    renderer.draw();
    for (auto at : renderer.missing()) {
        auto tag = steps_[at].begin;
        auto name = template_tags(std::string_view{source_.text}.substr(tag)).front().name;
        problems.push_back(
            problem_in_template(source_,
                                tag,
                                "strona nie ustawia klucza „" + std::string{name} +
                                    "” (przy tworzeniu " + std::string{page} + ")",
                                "sprawdź nazwę; klucze są opisane na początku komponentu"));
    }
}

model::Problem Template::problem_near(std::string_view near,
                                      std::string message,
                                      std::string remedy) const {
    auto at = near.empty() ? std::string::npos : source_.text.rfind(near);
    if (at == std::string::npos) {
        return {
            model::SourcePosition{source_.page->name, 1, 1}, std::move(message), std::move(remedy)};
    }
    return problem_in_template(source_, at, std::move(message), std::move(remedy));
}

}  // namespace okienko::generator
