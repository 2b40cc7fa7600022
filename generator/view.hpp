#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "generator/incremental/fingerprint.hpp"
#include "generator/shared_row.hpp"
#include "generator/view_key.hpp"
#include "language/language.hpp"

namespace okienko::generator {

/// The values that one template, or one row of a list in it, may print.
///
/// A view sets every key its template names; what is absent is set to nothing (an empty text, a
/// false flag, an empty list), which a `{{#key}}` section skips and a `{{^key}}` section shows.
/// Setting a key again replaces its value.
/// Not thread-safe while it is filled; once filled, any number of threads may render from it.
class View {
  public:
    explicit View(language::Language language) : language_(language) {
        keys_.reserve(kUsualSize);
        values_.reserve(kUsualSize);
    }

    /// Words for people: typeset for the view's language (non-breaking spaces), escaped on output.
    View& words(ViewName name, std::string_view text);
    /// Words in another language than the view's: typeset for theirs, and `{{lang key}}` says so.
    View& words(ViewName name, std::string_view text, language::Language written_in);
    /// A machine's value (address, id, date, number): escaped on output, otherwise as it is.
    View& value(ViewName name, std::string text);
    /// Finished HTML, which is printed by `{{{key_html}}}`.
    View& html(HtmlName name, std::string markup);
    View& html(HtmlName name, std::string markup, language::Language written_in);
    View& flag(ViewName name, bool on);
    View& list(ViewName name, std::vector<View> rows);
    View& list(ViewName name, std::vector<SharedRow> rows);
    /// A nested view, entered by a `{{#key}}` section.
    View& object(ViewName name, View nested);
    /// No such thing on this page: the same as an empty text, flag and list.
    View& nothing(ViewName name);

    [[nodiscard]] language::Language language() const { return language_; }

    /// A flag, a text, or the views that a section goes through.
    using Value = std::variant<bool, std::string, std::vector<View>, std::vector<SharedRow>>;
    /// The value of a key, or nullptr when it was never set.
    [[nodiscard]] const Value* find(ViewKey key) const;

    /// In which language the text of a key is written.
    [[nodiscard]] language::Language language_of(ViewKey key) const;

    /// Changes whenever a key or a value does.
    [[nodiscard]] Fingerprint fingerprint() const;

  private:
    /// Most views are rows of lists: a handful of keys.
    static constexpr std::size_t kUsualSize = 8;

    View& set(ViewKey key, Value value);
    void mark(ViewKey key, language::Language written_in);
    [[nodiscard]] std::size_t place_of(ViewKey key) const;
    void note_place(std::size_t place);

    language::Language language_;
    // Apart, so that looking for a key runs through nothing but keys.
    std::vector<ViewKey> keys_;
    std::vector<Value> values_;
    /// Of a view with many keys: a table of places in `keys_`, looked through from where a key
    /// says.
    std::vector<std::uint16_t> slots_;
    std::vector<std::pair<ViewKey, language::Language>> foreign_;  ///< Few, mostly none.
};

}  // namespace okienko::generator
