#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace okienko::generator {

/// JSON (RFC 8259) written from its beginning to its end. What is empty is left out by `member`:
/// readers of our data treat an absent member as "not said".
/// Every "<" leaves as its escape, so that the text may stand inside a <script> of a page.
class JsonText {
  public:
    JsonText();
    JsonText(const JsonText&) = delete;
    JsonText& operator=(const JsonText&) = delete;
    ~JsonText();

    JsonText& begin_object();
    JsonText& end_object();
    JsonText& begin_array();
    JsonText& end_array();
    JsonText& key(std::string_view name);
    JsonText& text(std::string_view text);
    JsonText& number(std::int64_t value);
    JsonText& number(double value);
    JsonText& null();

    /// A key with its text; nothing when the text is empty.
    JsonText& member(std::string_view name, std::string_view text);
    /// An object as a value of its own, or under a key; `end_object` closes it.
    JsonText& begin_object(std::string_view name) { return key(name).begin_object(); }
    JsonText& begin_array(std::string_view name) { return key(name).begin_array(); }

    /// The whole text, once every object and array is closed.
    [[nodiscard]] std::string take();

  private:
    struct Writer;
    std::unique_ptr<Writer> writer_;
};

}  // namespace okienko::generator
