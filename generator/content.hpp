#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "language/language.hpp"
#include "model/catalogue.hpp"
#include "model/choice.hpp"
#include "model/date.hpp"

namespace okienko::generator {

enum class ContentKind { Page, Home, News, Document, Film, Programme };
enum class Menu { None, Main, Footer };

/// Where information about the centre stands that is easy to read (ETR), and where in Polish Sign
/// Language (PJM).
inline constexpr std::string_view kEasyToRead = "/etr/";
inline constexpr std::string_view kSignLanguage = "/pjm/";

/// A heading of a page, for its table of contents and for links to it.
struct Heading {
    int level = 2;
    std::string id;
    std::string text;  ///< Plain text, typeset.
};

/// A file that a page offers for download.
struct Attachment {
    std::string address;    ///< Site address, e.g. "/dokumenty/pliki/statut.pdf".
    std::string extension;  ///< Upper case: "PDF".
    std::uintmax_t bytes = 0;
};

struct ImageFile {
    std::string address;
    int width = 0;
    int height = 0;
};

/// The project of European funds that pays for a programme, as its agreement has it.
struct EuProject {
    std::string name;
    std::string number;  ///< "FERS.05.01-IP.01-0001/26".
    std::string fund;    ///< "Fundusze Europejskie dla Rozwoju Społecznego 2021–2027".
    std::optional<model::Money> eu_share = {};
    std::optional<ImageFile> signs = {};  ///< The row of signs that the funds prescribe.
};

/// The 12 elements of a programme of social services, in the order of art. 5 ust. 3 of the CUS act.
inline constexpr std::array<std::string_view, 12> kProgrammeElements{"name_and_goal",
                                                                     "period",
                                                                     "needs",
                                                                     "people",
                                                                     "services",
                                                                     "qualification",
                                                                     "fees",
                                                                     "proofs",
                                                                     "personal_data",
                                                                     "organisation",
                                                                     "monitoring",
                                                                     "budget"};

/// What stands on an editor's page, rendered.
struct ContentBody {
    std::string html;  ///< Safe to print as it is.
    std::vector<Heading> headings;
    std::optional<Attachment> attachment;  ///< Of a document.
    std::string film;                      ///< Address of the film, elsewhere or on this site.
    std::string captions;
    /// Of programme rules: for each of kProgrammeElements the id of its heading. Otherwise empty.
    std::vector<std::string> element_headings;
    std::optional<EuProject> eu_project = {};  ///< Of programme rules.
};

/// The head of a page written by an editor. docs/reference/tresc.md describes the file.
struct ContentPage {
    std::string file;  ///< "aktualnosci/dzien-seniora.md", relative to content/.
    std::string slug;  ///< Last part of the address; empty for the home page.
    std::string address;
    language::Language language = language::Language::Polish;
    ContentKind kind = ContentKind::Page;

    std::string title;
    std::string summary;
    std::optional<model::Date> date;
    std::optional<model::Date> updated_on;
    std::optional<model::Date> publish_on;
    std::optional<model::Date> expires_on;
    std::string replaced_by;  ///< Address, or empty.
    bool draft = false;
    std::vector<std::string> aliases;
    Menu menu = Menu::None;
    std::string menu_title;
    int menu_order = 0;
    std::vector<std::string> audience;
    bool table_of_contents = true;

    // Documents.
    std::optional<model::DocumentType> document_type;
    std::string version;
    std::string annex_to;
    std::string replaces;
    std::string duration;   ///< Of a film.
    std::string programme;  ///< Whose rules these are, by slug.
};

/// The page at this address among pages in order of address, or nullptr.
const ContentPage* find_content(const std::vector<ContentPage>& pages, std::string_view address);

}  // namespace okienko::generator

template <>
struct okienko::model::Choice<okienko::generator::Menu> {
    static constexpr std::array<std::string_view, 3> kNames{"none", "main", "footer"};
};
