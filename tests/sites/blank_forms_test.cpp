#include <gtest/gtest.h>

#include <map>

#include "generator/file_tree.hpp"
#include "tests/sites/case_instance.hpp"

/// The forms that every centre begins with (content/formularze/), as they are published.
namespace okienko::tests {
namespace {

namespace fs = std::filesystem;
using Labels = std::vector<std::string>;

/// Everything that a form must ask for, by the form's slug: requirements of the law and of the plan
/// by which such centres are made.
const std::map<std::string, Labels>& required_labels() {
    static const std::map<std::string, Labels> kLabels{
        {"wniosek-o-uslugi",
         {"osoba, która chce skorzystać",
          "przedstawiciel ustawowy",
          "opiekun faktyczny",
          "Imię i nazwisko",
          "Adres zamieszkania",
          "PESEL",
          "Telefon",
          "Wykształcenie",
          "Sytuacja na rynku pracy",
          "Miejsce pracy",
          "Orzeczenie o niepełnosprawności",
          "Nazwa usługi",
          "Skierowanie od lekarza specjalisty",
          "spełniam warunki usługi",
          "mam prawo do ulgi",
          "Deklaruję udział w projekcie",
          "Informacja o danych osobowych",
          "Zgoda na przetwarzanie danych"}},
        {"indywidualny-plan-uslug-spolecznych",
         {"Załącznik nr 3",
          "Imię i nazwisko",
          "Adres",
          "Okres obowiązywania",
          "Data sporządzenia",
          " Usługa |",
          "Okres, na jaki jest przyznana",
          "Harmonogram",
          "Zakres",
          "Miejsce",
          "Koordynator indywidualnego planu",
          "Osoba zatwierdzająca plan",
          "przedstawiciel ustawowy",
          "małoletnią lub ubezwłasnowolnioną"}},
        {"diagnoza-potrzeb",
         {"Załącznik nr 4",
          "Imiona i nazwiska",
          "Adres",
          "Telefon",
          "E-mail",
          "Wykształcenie",
          "box: brak",
          "podstawowe",
          "ponadpodstawowe",
          "wyższe",
          "zatrudniony",
          "bezrobotny",
          "zarejestrowany w PUP",
          "poszukujący pracy",
          "bierny zawodowo",
          "rolnik",
          "Zawód",
          "mniejszości narodowej lub etnicznej",
          "odmowa odpowiedzi",
          "Niepełnosprawność",
          "tak, stopień",
          "Sytuacja zdrowotna",
          "Sytuacja mieszkaniowa",
          "Sytuacja rodzinna",
          "Źródło dochodu",
          "Pomoc społeczna",
          "tak, jaka",
          "row: rodzina |",
          "row: inne osoby |",
          "grupa samopomocowa lub organizacja pozarządowa",
          "kościół",
          "instytucja kultury",
          "biblioteka",
          "sportowa",
          "zajęcia pozaszkolne",
          " Pieniądze |",
          " Rzeczy |",
          " Usługi |",
          "Zaangażowanie społeczne",
          "Dotychczasowe usługi",
          "Potrzeby i oczekiwania",
          "Wnioski i zalecenia",
          "Załączniki",
          "Miejsce i data",
          "Koordynator indywidualnego planu",
          "Osoba lub przedstawiciel rodziny"}},
        {"karta-monitoringu",
         {"Załącznik nr 5",
          "line: Data\n",
          "Imię i nazwisko",
          "Adres",
          " Lp. |",
          " Usługa |",
          "Data wykonania",
          "Wykonany zakres",
          "Uwagi",
          "Koordynator indywidualnego planu"}},
        {"opis-przebiegu-i-rezultatow",
         {"Załącznik nr 6",
          "Imię i nazwisko",
          "Adres",
          "Okres obowiązywania IPUS",
          "Rodzaj usługi",
          " Okres |",
          "Zakres usług",
          "Powody objęcia usługami",
          "Efekty i rezultaty",
          "Koordynator indywidualnego planu"}}};
    return kLabels;
}

std::string with_plain_spaces(std::string text) {
    constexpr std::string_view kNoBreak = "\u00a0";
    for (auto at = text.find(kNoBreak); at != std::string::npos; at = text.find(kNoBreak, at)) {
        text.replace(at, kNoBreak.size(), " ");
    }
    return text;
}

class BlankForms : public testing::Test {
  protected:
    BlankForms() : instance_{tests_folder() / "sites/blank-forms"} {
        fs::copy(fs::path{OKIENKO_SOURCE_DIR} / "content/formularze",
                 instance_.root() / "content/formularze",
                 fs::copy_options::recursive);
        auto built = instance_.run("build");
        EXPECT_EQ(built.exit_code, 0) << built.err;
    }

    [[nodiscard]] std::string page(const std::string& slug) const {
        return generator::read_file(instance_.current() / "dokumenty" / slug / "index.html");
    }

    CaseInstance instance_;
};

TEST_F(BlankForms, ArePublishedByteForByteAsExpected) {
    for (const auto& [slug, labels] : required_labels()) {
        auto expected = tests_folder() / "sites/blank-forms/expected" / (slug + ".txt");
        if (updating_golden_files()) {
            fs::create_directories(expected.parent_path());
            generator::write_file(expected, page(slug));
        }
        EXPECT_EQ(generator::read_file(expected), page(slug)) << slug;
    }
}

TEST_F(BlankForms, AskForEverythingThatTheyMust) {
    for (const auto& [slug, labels] : required_labels()) {
        auto text = with_plain_spaces(page(slug));
        for (const auto& label : labels) {
            EXPECT_NE(text.find(label), std::string::npos) << slug << " lacks " << label;
        }
    }
}

TEST_F(BlankForms, NameFourteenServicesAndOthersInTheDiagnosis) {
    auto text = page("diagnoza-potrzeb");
    auto begin = text.find("Dotychczasowe");
    ASSERT_NE(begin, std::string::npos);
    auto list = text.substr(begin, text.find("[form_parts]", begin) - begin);
    std::size_t boxes = 0;
    for (auto at = list.find("box: "); at != std::string::npos; at = list.find("box: ", at + 1)) {
        ++boxes;
    }
    EXPECT_EQ(boxes, 15U);
}

TEST_F(BlankForms, KeepInformationAndConsentOnSheetsOfTheirOwn) {
    auto text = with_plain_spaces(page("wniosek-o-uslugi"));
    for (std::string title : {"Informacja o danych osobowych", "Zgoda na przetwarzanie danych"}) {
        EXPECT_NE(text.find(title + " (new page)"), std::string::npos) << title;
    }
}

TEST_F(BlankForms, HaveNothingThatCouldBeFilledInButNotSent) {
    auto form = generator::read_file(fs::path{OKIENKO_SOURCE_DIR} /
                                     "themes/default/pages/blank_form.mustache");
    for (const char* field : {"<input", "<textarea", "<select", "<form"}) {
        EXPECT_EQ(form.find(field), std::string::npos) << field;
    }
}

TEST_F(BlankForms, StandInTheLibrary) {
    auto library = generator::read_file(instance_.current() / "dokumenty/index.html");
    for (const auto& [slug, labels] : required_labels()) {
        EXPECT_NE(library.find("/dokumenty/" + slug + "/"), std::string::npos) << slug;
    }
}

}  // namespace
}  // namespace okienko::tests
