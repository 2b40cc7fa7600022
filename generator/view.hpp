#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "language/language.hpp"

namespace okienko::generator {

/// The values that one template, or one row of a list in it, may print.
///
/// A view sets every key its template names; what is absent is set to nothing (an empty text, a
/// false flag, an empty list), which a `{{#key}}` section skips and a `{{^key}}` section shows.
/// Not thread-safe while it is filled; once filled, any number of threads may render from it.
class View {
  public:
    explicit View(language::Language language);
    View(View&&) noexcept;
    View& operator=(View&&) noexcept;
    ~View();

    /// Words for people: typeset for the view's language (non-breaking spaces), escaped on output.
    View& words(std::string_view key, std::string_view text);
    /// A machine's value (address, id, date, number): escaped on output, otherwise as it is.
    View& value(std::string_view key, const std::string& text);
    /// Finished HTML. The key ends in "_html" and is printed by `{{{key_html}}}`.
    View& html(std::string_view key, const std::string& markup);
    View& flag(std::string_view key, bool on);
    View& list(std::string_view key, std::vector<View> rows);
    /// A nested view, entered by a `{{#key}}` section.
    View& object(std::string_view key, View nested);
    /// No such thing on this page: the same as an empty text, flag and list.
    View& nothing(std::string_view key);

    [[nodiscard]] language::Language language() const { return language_; }

    struct Data;  ///< Known to generator/templates.cpp only.
    [[nodiscard]] const Data& data() const { return *data_; }

  private:
    language::Language language_;
    std::unique_ptr<Data> data_;
};

}  // namespace okienko::generator
