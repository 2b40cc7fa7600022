#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "db/catalogue_update.hpp"
#include "db/source_records.hpp"
#include "exchange/batch_writer.hpp"
#include "exchange/import.hpp"
#include "exchange/known_cards.hpp"
#include "exchange/read_card.hpp"

namespace okienko::exchange {

/// Takes the cards of all files in their order: who is new, who is there twice, whom a card refers
/// to. Passes on what has to be written, each card after those that it refers to, in whatever order
/// they come. Belongs to one thread; refers to what it is made with.
class CardMerger {
  public:
    /// Without an update nothing is written: the report says what would be.
    CardMerger(const KnownCards& known,
               const std::vector<db::SourceRecord>& sources,
               db::CatalogueUpdate* update);

    /// The records that follow are of this file.
    void begin_file(const std::string& file);

    void take(ReadRecord record);

    /// Writes what has gathered, when it is much.
    void flush_when_full();

    /// Writes the rest and commits; or, when there was any problem, answers with all of them.
    model::Checked<ImportReport, model::Problem> finish();

  private:
    struct Place {
        std::size_t file;
        int line;
        bool operator==(const Place&) const = default;
    };
    struct Arrived {
        ReadCard card;
        Place at;
    };
    struct Met {
        Standing standing;
        Place at;
        std::optional<Fate> fate;  ///< Once it was accepted.
    };
    struct Name {
        std::string_view owner;  ///< Its identity: of a card that is known, or in `met_`.
        bool accepted;           ///< Others may refer to it.
    };
    struct Reference {
        const char* field;
        std::size_t kind;
        const std::string& name;
    };
    struct Related {
        std::string slug;
        Place at;
    };

    template <class Card>
    void add_names(const std::vector<Card>& cards);

    void flush();
    void take_card(ReadCard&& card, Place at);
    bool claim_name(const ReadCard& card, std::string_view id, Place at);
    void accept_or_wait(ReadCard&& card, Place at);
    void accept(ReadCard&& card, Place at);
    void count(const ReadCard& card, Fate fate);
    void accept_those_waiting();

    [[nodiscard]] bool is_superseded(const Arrived& arrived) const;
    [[nodiscard]] Fate fate_of(const ReadCard& card) const;
    [[nodiscard]] bool has(const Reference& reference) const;

    void report_twice(const ReadCard& card, Place at, Place before);
    void report_those_waiting();
    void check_related(const Related& related);
    void report(Place at, const std::string& word, std::string message, std::string remedy);
    [[nodiscard]] std::string suggestion(std::size_t kind, const std::string& name) const;
    [[nodiscard]] std::string record_at(Place at) const;

    /// Calls `visit(reference)` until it answers false; whether it never did.
    template <class Visit>
    static bool all_references(const CardValue& value, Visit visit);

    const KnownCards& known_;
    BatchWriter writer_;
    std::unordered_map<std::string, const db::SourceRecord*> sources_;
    std::vector<std::string> files_;
    std::array<ByText<Name>, kCardKinds> names_;
    std::array<ByText<Met>, kCardKinds> met_;  ///< In these files, by kind and identity.
    Batch batch_;
    std::vector<Arrived> waiting_;
    std::vector<Related> related_;
    model::Problems problems_;
    ImportReport report_;
};

}  // namespace okienko::exchange
