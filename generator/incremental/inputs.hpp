#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory_resource>
#include <optional>
#include <shared_mutex>
#include <string_view>
#include <utility>
#include <vector>

#include "generator/incremental/validity.hpp"
#include "model/problem.hpp"

/// What pages are made of, and how it is noted. While a page is drawn, every accessor of the Site
/// says which input it gave away; the notes become the build record, and the next build draws again
/// only pages of which an input changed. Nothing is declared by hand, so nothing can be forgotten.
namespace okienko::generator {

/// Everything that can change on its own. The comment tells what the key is.
enum class InputKind : std::uint8_t {
    Service,             ///< The whole card and in which languages it has pages, by slug.
    ServiceOutline,      ///< What lists show of a service, by slug.
    ServiceTerms,        ///< What calendars show of a service, by slug.
    ServiceNames,        ///< Name and other names of a service, or that there is none, by slug.
    Services,            ///< Which services there are, by name.
    ServicesOfPart,      ///< Of the search index: which, by name, by SearchPart::key().
    ServicesOfDomain,    ///< By the domain's slug.
    ServicesOfAudience,  ///< By the audience's slug.
    ServicesOfSituation,
    ServicesOfProvider,
    ServicesOfProgramme,
    ServicesOfDocument,
    ServicesOfChoice,  ///< By the choice's key, such as "wiek/60-lat-i-wiecej".
    Provider,          ///< The whole card, by slug.
    Providers,         ///< What lists show of all providers.
    Place,             ///< By slug.
    Places,            ///< What lists show of all places.
    Domains,
    Audiences,
    Situations,
    Localities,
    Programmes,
    Indicators,
    BudgetLines,
    Document,            ///< An entry of the library, or that there is none, by slug.
    Library,             ///< The whole document library.
    Content,             ///< The head of an editor's page, or that there is none, by address.
    ContentBody,         ///< Its text, by address.
    ContentList,         ///< The heads of all editors' pages.
    LinkTarget,          ///< Where a link on a card leads, by the link.
    ServiceTranslation,  ///< Of a service, or that there is none: "uk/bank-czasu".
    TranslatedServices,  ///< Which services have pages in a language, by its code.
};

/// The number of an input in the table of one build.
using InputId = std::uint32_t;

struct Input {
    InputKind kind{};
    std::string_view key;
    bool operator==(const Input&) const = default;
};

/// Gives each input that was read its number. Thread-safe.
class InputTable {
  public:
    /// `known` have theirs already: each once, 0, 1, 2 and so on. Their keys outlive the table.
    explicit InputTable(std::vector<Input> known = {}) : inputs_(std::move(known)) {}

    InputId id(Input input);
    [[nodiscard]] std::size_t size() const;
    /// Valid as long as the table.
    [[nodiscard]] Input at(InputId id) const;

    struct Hash {
        std::size_t operator()(const Input& input) const;
    };

  private:
    /// Where the number of this input stands in `places_`, or would stand; there is room.
    [[nodiscard]] std::size_t place_of(const Input& input) const;
    [[nodiscard]] std::optional<InputId> find(const Input& input) const;
    void make_room();

    static constexpr InputId kFree = std::numeric_limits<InputId>::max();

    mutable std::shared_mutex mutex_;
    std::vector<Input> inputs_;
    /// Numbers by the hash of their input, with free places between (open addressing). Empty until
    /// somebody asks: most builds draw few pages.
    std::vector<InputId> places_;
    std::pmr::monotonic_buffer_resource keys_;  ///< What the keys of new inputs point to.
};

/// Asks a table for one thread, and remembers: most reads are of what it has just read.
class InputNumbers {
  public:
    explicit InputNumbers(InputTable& table) : table_(table), recent_(kRemembered) {}

    InputId id(const Input& input);

  private:
    struct Numbered {
        Input input;  ///< Its key is the table's; without one until something stands here.
        InputId id = 0;
    };
    static constexpr std::size_t kRemembered = 4096;

    InputTable& table_;
    std::vector<Numbered> recent_;  ///< Each where its hash says.
};

/// What one output was made of.
struct Reads {
    std::vector<InputId> inputs;  ///< Sorted, each once.
    Validity validity;
};

/// While it lives, what this thread reads, and the mistakes of people that it meets, are noted for
/// one output. A scope within another one notes for itself.
class ReadScope {
  public:
    explicit ReadScope(InputNumbers& numbers);
    ReadScope(const ReadScope&) = delete;
    ReadScope& operator=(const ReadScope&) = delete;
    ~ReadScope();

    /// What has been read so far.
    [[nodiscard]] Reads take();
    [[nodiscard]] model::Problems take_problems() { return std::move(problems_); }

  private:
    friend void note_read(InputKind kind, std::string_view key);
    friend void note_validity(const Validity& validity);
    friend void note_problem(model::Problem problem);
    friend void note_reads(const Reads& reads);
    friend InputNumbers* current_numbers();

    InputNumbers& numbers_;
    ReadScope* outer_;
    Reads reads_;
    model::Problems problems_;
};

/// Notes a read for the scope of this thread; without a scope it is nobody's.
void note_read(InputKind kind, std::string_view key = {});

/// Notes that what was read from the clock stays the same only so long.
void note_validity(const Validity& validity);

/// Notes what another scope of the same table has read.
void note_reads(const Reads& reads);

/// Where this thread's reads get their numbers; nullptr without a scope.
InputNumbers* current_numbers();

/// Notes what somebody has to mend before the site can be published.
void note_problem(model::Problem problem);

}  // namespace okienko::generator
