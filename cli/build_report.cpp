#include "cli/build_report.hpp"

#include <algorithm>
#include <array>
#include <iomanip>
#include <map>
#include <ostream>

#include "cli/counted.hpp"

namespace okienko::cli {
namespace {

using generator::InputKind;
using generator::Reason;
using generator::Stage;

constexpr std::array<std::string_view, generator::kStages> kStageNames{
    "ustawienia i motyw",
    "odczyt katalogu",
    "odczyt treści",
    "sprawdzanie kart",
    "listy i alfabet",
    "wykaz stron i odnośniki",
    "co się zmieniło",
    "tworzenie plików",
    "utrwalanie na dysku",
    "zapis na następny raz",
    "podmiana strony",
};

std::string of_slug(std::string_view what, const std::string& key) {
    return std::string{what} + " „" + key + "”";
}

std::string input_text(const Reason& reason) {
    switch (reason.input) {
        case InputKind::Service:
            return of_slug("zmieniła się karta usługi", reason.key);
        case InputKind::ServiceOutline:
            return of_slug("zmieniło się to, co listy pokazują o usłudze", reason.key);
        case InputKind::ServiceTerms:
            return of_slug("zmieniły się terminy usługi", reason.key);
        case InputKind::ServiceNames:
            return of_slug("zmieniła się nazwa usługi", reason.key);
        case InputKind::Services:
            return "zmienił się spis usług";
        case InputKind::ServicesOfPart:
            return of_slug("zmienił się spis usług w części spisu wyszukiwarki", reason.key);
        case InputKind::ServicesOfDomain:
            return of_slug("zmienił się spis usług obszaru", reason.key);
        case InputKind::ServicesOfAudience:
            return of_slug("zmienił się spis usług dla grupy", reason.key);
        case InputKind::ServicesOfSituation:
            return of_slug("zmienił się spis usług w sprawie", reason.key);
        case InputKind::ServicesOfProvider:
            return of_slug("zmienił się spis usług podmiotu", reason.key);
        case InputKind::ServicesOfProgramme:
            return of_slug("zmienił się spis usług programu", reason.key);
        case InputKind::ServicesOfDocument:
            return of_slug("zmienił się spis usług z dokumentem", reason.key);
        case InputKind::ServicesOfChoice:
            return of_slug("zmienił się spis usług według wyboru", reason.key);
        case InputKind::Provider:
            return of_slug("zmieniła się karta podmiotu", reason.key);
        case InputKind::Providers:
            return "zmienił się spis podmiotów";
        case InputKind::Place:
            return of_slug("zmieniło się miejsce", reason.key);
        case InputKind::Places:
            return "zmienił się spis miejsc";
        case InputKind::Domains:
            return "zmieniły się obszary";
        case InputKind::Audiences:
            return "zmieniły się grupy odbiorców";
        case InputKind::Situations:
            return "zmieniły się sprawy życiowe";
        case InputKind::Localities:
            return "zmieniły się miejscowości";
        case InputKind::Programmes:
            return "zmieniły się programy";
        case InputKind::Indicators:
            return "zmieniły się wskaźniki";
        case InputKind::BudgetLines:
            return "zmienił się budżet";
        case InputKind::Document:
            return of_slug("zmienił się dokument", reason.key);
        case InputKind::Library:
            return "zmienił się zbiór dokumentów";
        case InputKind::Content:
            return of_slug("zmienił się nagłówek strony", reason.key);
        case InputKind::ContentBody:
            return of_slug("zmienił się tekst strony", reason.key);
        case InputKind::ContentList:
            return "zmienił się spis stron w treści";
        case InputKind::ServiceTranslation:
            return of_slug("zmieniło się tłumaczenie usługi", reason.key);
        case InputKind::TranslatedServices:
            return of_slug("zmienił się spis przetłumaczonych usług w języku", reason.key);
        case InputKind::LinkTarget:
            return of_slug("zmienił się cel odnośnika", reason.key);
    }
    return {};
}

std::string reason_text(const Reason& reason) {
    switch (reason.kind) {
        case Reason::Kind::Asked:
            return "tak kazano (--full)";
        case Reason::Kind::NoRecord:
            return "nie ma zapisu poprzedniej budowy";
        case Reason::Kind::Program:
            return "jest nowa wersja programu";
        case Reason::Kind::Settings:
            return "zmieniły się ustawienia (okienko.toml)";
        case Reason::Kind::Words:
            return "zmieniły się słowa motywu (i18n)";
        case Reason::Kind::Assets:
            return "zmieniły się style, skrypty albo obrazy motywu";
        case Reason::Kind::NewOutput:
            return "nowy plik";
        case Reason::Kind::Template:
            return "zmienił się szablon strony";
        case Reason::Kind::Frame:
            return "zmieniło się menu albo stopka";
        case Reason::Kind::Own:
            return "zmienił się tytuł, adres albo własne dane pliku";
        case Reason::Kind::Time:
            return "minął dzień, do którego plik był aktualny";
        case Reason::Kind::Input:
            return input_text(reason);
    }
    return {};
}

}  // namespace

std::string seconds_text(std::chrono::steady_clock::duration took) {
    auto tenths = std::chrono::duration_cast<std::chrono::milliseconds>(took).count() / 100;
    return std::to_string(tenths / 10) + "," + std::to_string(tenths % 10) + " s";
}

void print_timings(std::ostream& out, const generator::Timings& timings) {
    for (std::size_t i = 0; i < generator::kStages; ++i) {
        auto took = timings.of(static_cast<Stage>(i));
        auto tenths = std::chrono::duration_cast<std::chrono::microseconds>(took).count() / 100;
        out << std::setw(9) << tenths / 10 << "," << tenths % 10 << " ms  " << kStageNames[i]
            << "\n";
    }
}

void print_reasons(std::ostream& out, const std::vector<generator::MadeFile>& made) {
    std::map<std::string, std::vector<std::string_view>> by_reason;
    for (const auto& file : made) by_reason[reason_text(file.reason)].push_back(file.address);
    for (auto& [reason, addresses] : by_reason) {
        std::sort(addresses.begin(), addresses.end());
        out << reason << " (" << counted(addresses.size(), kFiles) << "):\n";
        for (auto address : addresses) out << "  " << address << "\n";
    }
}

}  // namespace okienko::cli
