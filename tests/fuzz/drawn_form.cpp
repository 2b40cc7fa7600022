#include "tests/fuzz/drawn_form.hpp"

#include <utility>
#include <vector>

#include "generator/tag_scan.hpp"
#include "tests/fuzz/property.hpp"

namespace okienko::fuzz {
namespace {

using generator::HtmlTag;

/// Letters for the five references that our templates write.
std::string unescaped(std::string_view text) {
    constexpr std::pair<std::string_view, char> kReferences[] = {
        {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}};
    std::string plain;
    while (!text.empty()) {
        char letter = text.front();
        std::size_t size = 1;
        for (const auto& [reference, meant] : kReferences) {
            if (!text.starts_with(reference)) continue;
            letter = meant;
            size = reference.size();
        }
        require(letter != '&' || size > 1, "a page escapes what was typed", std::string{text});
        plain += letter;
        text.remove_prefix(size);
    }
    return plain;
}

/// As the URL standard serialises a field of a form: line ends are CR LF.
void append_encoded(std::string& body, std::string_view text) {
    constexpr const char* kDigits = "0123456789ABCDEF";
    for (char c : text) {
        auto byte = static_cast<unsigned char>(c);
        bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (c == '\n') {
            body += "%0D%0A";
        } else if (plain) {
            body += c;
        } else {
            body += {'%', kDigits[byte / 16], kDigits[byte % 16]};
        }
    }
}

bool has(const HtmlTag& tag, std::string_view name) {
    for (const auto& attribute : tag.attributes) {
        if (attribute.first == name) return true;
    }
    return false;
}

class Reader {
  public:
    explicit Reader(std::string_view form) : form_(form) {}

    std::string body() {
        for (const auto& tag : generator::opening_tags(form_)) read(tag);
        end_select();
        return std::move(body_);
    }

  private:
    void read(const HtmlTag& tag) {
        if (tag.name == "option") {
            if (select_.empty()) return;
            if (first_option_ || has(tag, "selected")) option_ = tag.attribute("value");
            first_option_ = false;
            return;
        }
        end_select();
        auto name = tag.attribute("name");
        if (tag.name == "select") {
            select_ = name;
            first_option_ = true;
        } else if (tag.name == "textarea") {
            add(name, text_of(tag));
        } else if (tag.name == "input") {
            auto type = tag.attribute("type");
            bool box = type == "checkbox" || type == "radio";
            if (!box || has(tag, "checked")) add(name, tag.attribute("value"));
        }
    }

    /// A line end right behind the tag is not part of the text.
    [[nodiscard]] std::string_view text_of(const HtmlTag& tag) const {
        auto from = static_cast<std::size_t>(tag.name.data() - form_.data());
        auto begin = form_.find('>', from) + 1;
        auto text = form_.substr(begin, form_.find("</textarea>", begin) - begin);
        if (text.starts_with('\n')) text.remove_prefix(1);
        return text;
    }

    void end_select() {
        if (!select_.empty()) add(select_, option_);
        select_ = {};
    }

    void add(std::string_view name, std::string_view value) {
        if (!body_.empty()) body_ += '&';
        append_encoded(body_, unescaped(name));
        body_ += '=';
        append_encoded(body_, unescaped(value));
    }

    std::string_view form_;
    std::string body_;
    std::string_view select_;
    std::string_view option_;
    bool first_option_ = false;
};

}  // namespace

std::string sent_untouched(std::string_view page) {
    auto begin = page.find("method=\"post\"");
    require(begin != std::string_view::npos, "a page of a form has one");
    auto form = page.substr(page.rfind('<', begin));
    return Reader{form.substr(0, form.find("</form>"))}.body();
}

}  // namespace okienko::fuzz
