#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/choice.hpp"
#include "model/date.hpp"
#include "model/money.hpp"
#include "model/place.hpp"
#include "model/provider.hpp"
#include "model/service.hpp"
#include "model/translation.hpp"

namespace okienko::model {

/// One of the 14 domains of art. 2 ust. 1 of the CUS act (Dz.U. 2019 poz. 1818).
struct Domain {
    int number = 0;
    std::string slug;
    std::string name;
    std::string description;
    bool operator==(const Domain&) const = default;
};

struct Audience {
    std::string slug;
    std::string name;
    std::string description;
    int order = 0;
    std::string icon;  ///< A name in the theme's set; empty for its neutral one.
    bool operator==(const Audience&) const = default;
};

/// A life situation in a resident's words, and what to do first in it.
struct Situation {
    std::string slug;
    std::string name;
    std::string description;
    std::string advice;  ///< Markdown.
    std::vector<std::string> phrases;
    int order = 0;
    std::string icon;  ///< As of an audience.
    bool operator==(const Situation&) const = default;
};

enum class LocalityKind { Town, Village };
template <>
struct Choice<LocalityKind> {
    static constexpr std::array<std::string_view, 2> kNames{"town", "village"};
};

struct Locality {
    std::string simc;
    std::string name;
    std::string terc;
    LocalityKind kind = LocalityKind::Village;
    bool operator==(const Locality&) const = default;
};

/// A programme of social services (art. 4 and 5 of the CUS act). Its rules are a content page.
struct Programme {
    std::string id;
    std::string slug;
    std::string name;
    std::string resolution;
    Date adopted_on{};
    Date valid_from{};
    Date valid_to{};
    std::string goal;
    int expected_people = 0;
    std::string document;
    bool operator==(const Programme&) const = default;
};

enum class IndicatorUnit { People, Hours, Groups, Items, Events };
template <>
struct Choice<IndicatorUnit> {
    static constexpr std::array<std::string_view, 5> kNames{
        "people", "hours", "groups", "items", "events"};
};

struct Indicator {
    std::string service;
    int year = 0;
    std::string name;
    IndicatorUnit unit = IndicatorUnit::People;
    int plan = 0;
    std::optional<int> done;  ///< Nothing while it is not counted yet.
    std::string evidence;
    bool operator==(const Indicator&) const = default;
};

struct BudgetLine {
    int year = 0;
    std::string name;
    std::string service;  ///< Empty for a cost shared by services.
    Task task = Task::Own;
    Money plan;
    std::optional<Money> done;
    std::string source;
    bool operator==(const BudgetLine&) const = default;
};

enum class DocumentType {
    Resolution,
    Regulation,
    Form,
    Report,
    Plan,
    Diagnosis,
    Standard,
    Agreement,
    Survey,
    Instruction
};
template <>
struct Choice<DocumentType> {
    static constexpr std::array<std::string_view, 10> kNames{"resolution",
                                                             "regulation",
                                                             "form",
                                                             "report",
                                                             "plan",
                                                             "diagnosis",
                                                             "standard",
                                                             "agreement",
                                                             "survey",
                                                             "instruction"};
};

/// An entry of the document library. The file lives in content/; `file` is its path there.
struct LibraryDocument {
    std::string id;  ///< UUID; empty when the entry comes from a content page.
    std::string slug;
    std::string title;
    DocumentType type = DocumentType::Instruction;
    Date date{};
    std::string version;
    std::string summary;
    std::string file;
    std::string file_language;
    std::string annex_to;
    std::string replaces;
    bool operator==(const LibraryDocument&) const = default;
};

/// The public catalogue, whole. Each list is in the order in which its rows were added.
struct Catalogue {
    std::vector<Domain> domains;
    std::vector<Audience> audiences;
    std::vector<Situation> situations;
    std::vector<Locality> localities;
    std::vector<Programme> programmes;
    std::vector<LibraryDocument> documents;
    std::vector<Place> places;
    std::vector<Provider> providers;
    std::vector<Service> services;
    std::vector<Indicator> indicators;
    std::vector<BudgetLine> budget_lines;
    std::vector<ServiceTranslation> service_translations;
    bool operator==(const Catalogue&) const = default;
};

}  // namespace okienko::model
