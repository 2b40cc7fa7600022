#include "generator/pages/announcement_view.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "generator/pages/fee_view.hpp"
#include "generator/pages/phrases.hpp"
#include "generator/pages/place_view.hpp"
#include "generator/pages/service_view.hpp"
#include "generator/pages/text_rows.hpp"
#include "language/phones.hpp"

namespace okienko::generator {
namespace {

using language::Language;
using model::Service;

std::string sentence(std::string text) {
    if (!text.empty() && !text.ends_with('.') && !text.ends_with('?') && !text.ends_with('!')) {
        text += '.';
    }
    return text;
}

/// The sentences that all texts are put together from; an empty one has nothing to say.
class Sentences {
  public:
    Sentences(const Site& site, const Service& service)
        : site_(site), service_(service), words_(site.words_in(Language::Polish)) {}

    [[nodiscard]] std::string invitation() const {
        auto key = "announcement.invitation_" + std::string{model::name(service_.kind)};
        return words_.format(key,
                             {{"centre", site_.settings().centre.name}, {"name", service_.name}});
    }
    [[nodiscard]] std::string lead() const { return sentence(service_.summary); }
    [[nodiscard]] std::string who() const {
        return said("announcement.who", "who", first_paragraph(service_.eligibility));
    }
    [[nodiscard]] std::string when() const {
        return said("announcement.when", "when", service_.term);
    }
    [[nodiscard]] std::string where() const {
        std::vector<std::string> places;
        for (const auto& slug : service_.places) {
            if (const auto* place = site_.place(slug)) places.push_back(place_line(*place, words_));
        }
        if (places.empty()) {
            auto ways = joined(delivery_away(service_.delivery_modes, words_), words_);
            return said("announcement.delivered", "ways", ways);
        }
        std::string all;
        for (const auto& place : places) all += (all.empty() ? "" : "; ") + place;
        return said("announcement.where", "where", all);
    }
    [[nodiscard]] std::string cost() const {
        if (service_.fee_mode == model::FeeMode::Free) return words_["announcement.free"];
        return said("announcement.cost", "cost", cost_in_short());
    }
    [[nodiscard]] std::string cost_in_short() const {
        return fee_summary(service_.fee_mode, service_.fees, site_.clock(), words_);
    }
    /// Nothing when the centre runs it: it already invites.
    [[nodiscard]] std::string run_by() const {
        if (service_.provider == site_.settings().centre.provider) return {};
        const auto* provider = site_.provider(service_.provider);
        return provider ? said("announcement.run_by", "provider", provider->name) : std::string{};
    }
    [[nodiscard]] std::string phone() const {
        auto found = std::find_if(service_.contacts.begin(),
                                  service_.contacts.end(),
                                  [](const auto& contact) { return !contact.phone.empty(); });
        if (found == service_.contacts.end()) {
            return language::phone_display(site_.settings().contact.phone);
        }
        auto number = language::phone_display(found->phone);
        if (found->extension.empty()) return number;
        return number + " " + words_.format("phone.extension", {{"n", found->extension}});
    }
    [[nodiscard]] std::string call() const { return said("announcement.call", "phone", phone()); }
    [[nodiscard]] std::string call_in_short() const {
        return said("announcement.call_in_short", "phone", phone());
    }
    [[nodiscard]] std::string more() const {
        return words_.format("announcement.more", {{"address", address()}});
    }
    [[nodiscard]] std::string address() const {
        return site_.settings().site.url + service_address(service_.slug);
    }

  private:
    [[nodiscard]] std::string said(std::string_view key,
                                   std::string_view name,
                                   const std::string& value) const {
        return value.empty() ? std::string{} : sentence(words_.format(key, {{name, value}}));
    }

    const Site& site_;
    const Service& service_;
    const Words& words_;
};

/// Lines of sentences; a line without any is left out.
std::vector<View> lines(const std::vector<std::vector<std::string>>& sentences) {
    std::vector<std::string> texts;
    for (const auto& line : sentences) {
        std::string text;
        for (const auto& each : line) {
            if (!each.empty()) text += (text.empty() ? "" : " ") + each;
        }
        if (!text.empty()) texts.push_back(std::move(text));
    }
    return text_rows(Language::Polish, "text_line", texts);
}

}  // namespace

std::string first_paragraph(const std::string& text) {
    auto all = paragraphs(text);
    return all.empty() ? std::string{} : std::move(all.front());
}

void set_announcement(View& view, const Site& site, const Service& service) {
    const auto& words = site.words_in(Language::Polish);
    Sentences say{site, service};
    view.list("spoken_lines",
              lines({{say.invitation(), say.lead(), say.who(), say.cost()},
                     {say.when(), say.where()},
                     {say.call()}}));
    view.list("news_lines",
              lines({{say.invitation(), say.lead()},
                     {say.who(), say.cost(), say.run_by()},
                     {say.when(), say.where()},
                     {say.call(), say.more()}}));
    view.list("post_lines",
              lines({{say.lead()},
                     {words.format("announcement.post_name",
                                   {{"name", service.name}, {"cost", say.cost_in_short()}}),
                      say.call_in_short()},
                     {say.address()}}));
    view.words("screen_line",
               words.format("announcement.screen",
                            {{"name", service.name},
                             {"cost", say.cost_in_short()},
                             {"phone", say.phone()},
                             {"centre", site.settings().centre.short_name}}));
}

}  // namespace okienko::generator
