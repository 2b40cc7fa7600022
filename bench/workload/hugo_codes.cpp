#include "bench/workload/hugo_codes.hpp"

#include <algorithm>
#include <map>

#include "generator/qr_image.hpp"

namespace okienko::bench {
namespace {

constexpr std::size_t kRowsOfPage = 100;
constexpr std::size_t kNewsOfPage = 20;

constexpr std::string_view kSinglePages[] = {
    "/",
    "/a-z/",
    "/deklaracja-dostepnosci/",
    "/dla-kogo/",
    "/dokumenty/",
    "/etr/",
    "/filmy/",
    "/harmonogram/",
    "/harmonogram/miesiac/",
    "/harmonogram/miesiac/nastepny/",
    "/harmonogram/tydzien/",
    "/harmonogram/tydzien/nastepny/",
    "/jak-skorzystac/",
    "/kontakt/",
    "/mapa-strony/",
    "/obszary/",
    "/pjm/",
    "/polityka-prywatnosci/",
    "/polityka-prywatnosci/formularz-kontaktowy/",
    "/polityka-prywatnosci/powiadomienia/",
    "/polityka-prywatnosci/statystyka/",
    "/polityka-prywatnosci/wniosek-o-usluge/",
    "/polityka-prywatnosci/zgloszenie-uslugi/",
    "/program/",
    "/sprawy/",
    "/uslugi/",
    "/wybor/miejsce/",
    "/wyniki/",
};

class Codes {
  public:
    void add(const std::string& address) { codes_.add(address, code_of(address)); }

    /// Further pages of a list stand where Hugo puts them.
    void add_list(const std::string& address, std::size_t rows, std::size_t rows_of_page) {
        add(address);
        for (std::size_t page = 2; (page - 1) * rows_of_page < rows; ++page) {
            add(address + "strona/" + std::to_string(page) + "/");
        }
    }

    void add_services(const std::string& address, std::size_t services) {
        add_list(address, services, kRowsOfPage);
    }

    [[nodiscard]] std::string text() const { return codes_.text(); }

  private:
    JsonObject codes_;
};

using Counts = std::map<std::string, std::size_t>;

Counts services_by_term(const model::Catalogue& catalogue) {
    Counts counts;
    for (const auto& service : catalogue.services) {
        for (const auto& slug : service.domains) ++counts["/obszary/" + slug + "/"];
        for (const auto& slug : service.audiences) ++counts["/dla-kogo/" + slug + "/"];
        for (const auto& slug : service.situations) ++counts["/sprawy/" + slug + "/"];
    }
    return counts;
}

}  // namespace

std::string code_of(const std::string& address) {
    return generator::qr_image("https://cus.przykladowo.example" + address);
}

std::string codes_json(const model::Catalogue& catalogue,
                       const std::vector<HugoChoice>& choices,
                       const std::vector<News>& news) {
    Codes codes;
    for (auto address : kSinglePages) codes.add(std::string{address});
    auto counts = services_by_term(catalogue);
    for (const auto& [address, services] : counts) codes.add_services(address, services);
    for (const auto& choice : choices) {
        codes.add_services("/wybor/" + choice.group + "/" + choice.value + "/", choice.services);
    }
    codes.add_services("/wybor/", catalogue.services.size());
    codes.add_services("/podmioty/", catalogue.providers.size());
    codes.add_list("/aktualnosci/", news.size(), kNewsOfPage);
    for (const auto& each : news) codes.add("/aktualnosci/" + each.slug + "/");
    for (const auto& programme : catalogue.programmes) {
        codes.add("/program/" + programme.slug + "/");
    }
    return codes.text();
}

}  // namespace okienko::bench
