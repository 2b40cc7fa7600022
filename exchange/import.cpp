#include "exchange/import.hpp"

#include <deque>
#include <fstream>
#include <future>
#include <iterator>
#include <memory>
#include <mutex>
#include <optional>
#include <system_error>

#include "db/catalogue_store.hpp"
#include "db/catalogue_update.hpp"
#include "exchange/csv_cards.hpp"
#include "exchange/hsds_import.hpp"
#include "exchange/record_splitter.hpp"
#include "exchange/record_text.hpp"
#include "model/suggestion.hpp"

namespace okienko::exchange {
namespace {

namespace fs = std::filesystem;

std::ifstream open(const fs::path& file) {
    std::ifstream in{file, std::ios::binary};
    if (!in || fs::is_directory(file)) {
        throw fs::filesystem_error(
            "nie można odczytać pliku", file, std::make_error_code(std::errc::io_error));
    }
    return in;
}

bool is_table_file(const fs::path& file) {
    auto ending = file.extension().string();
    return ending == ".csv" || ending == ".CSV" || ending == ".txt" || ending == ".tsv" ||
           ending == ".xlsx" || ending == ".ods";
}

/// Takes the cards of all files in their order, one thread's work: who is new, who is there twice,
/// whom a card refers to. Passes on what has to be written.
class Merger {
  public:
    Merger(const KnownCards& known,
           const std::vector<db::SourceRecord>& sources,
           db::CatalogueUpdate* update)
        : known_(known), update_(update) {
        for (const auto& each : sources) sources_.emplace(each.kind + "/" + each.uuid, &each);
        add_names(0, known.catalogue.domains);
        add_names(1, known.catalogue.audiences);
        add_names(2, known.catalogue.situations);
        add_names(3, known.catalogue.localities);
        add_names(4, known.catalogue.programmes);
        add_names(5, known.catalogue.places);
        add_names(6, known.catalogue.providers);
        add_names(7, known.catalogue.services);
    }

    void begin_file(const std::string& file) { files_.push_back(file); }

    void take(ReadRecord record) {
        append(report_.warnings, record.warnings);
        append(problems_, record.problems);
        for (auto& card : record.cards) take_card(card, record);
    }

    /// Writes what has gathered.
    void flush() {
        if (update_ && problems_.empty()) write();
        batch_.clear();
        batch_sources_.clear();
    }

    model::Checked<ImportReport, model::Problem> finish() {
        // What refers to later cards comes after them.
        for (bool again = true; again && !waiting_.empty();) {
            auto waiting = std::exchange(waiting_, {});
            auto before = waiting.size();
            for (auto& each : waiting) accept_or_wait(std::move(each));
            again = waiting_.size() < before;
            flush();
        }
        for (const auto& each : waiting_) report_missing(each);
        for (const auto& each : related_) check_related(each);
        if (!problems_.empty()) return std::move(problems_);
        if (update_) update_->commit();
        return std::move(report_);
    }

  private:
    struct Place {
        std::size_t file;
        int line;
    };
    struct Waiting {
        ReadCard card;
        Place at;
    };
    struct Related {
        std::string slug;
        Place at;
    };
    struct Met {
        Standing standing;
        Place at;
    };

    template <class Card>
    void add_names(std::size_t kind, const std::vector<Card>& cards) {
        for (const auto& card : cards) {
            if constexpr (requires { card.id; }) {
                names_[kind].emplace(card.slug, card.id);
            } else if constexpr (requires { card.simc; }) {
                names_[kind].emplace(card.simc, card.simc);
            } else {
                names_[kind].emplace(card.slug, card.slug);
            }
        }
    }

    static void append(model::Problems& all, const model::Problems& more) {
        all.insert(all.end(), more.begin(), more.end());
    }

    void take_card(ReadCard& card, const ReadRecord& record) {
        Place at{files_.size() - 1, record.line};
        auto kind = card.value.index();
        auto [met, first] = met_[kind].try_emplace(identity(card.value), Met{card.standing, at});
        if (!first) {
            if (card.standing == Standing::Nested) return;
            if (met->second.standing == Standing::Own)
                return report_twice(card, at, met->second.at);
            met->second = {Standing::Own, at};
            flush();  // The same row cannot be written twice at once.
        }
        if (!claim_name(card, at)) return;
        accept_or_wait({std::move(card), at});
    }

    void report_twice(const ReadCard& card, Place at, Place before) {
        report(at,
               identity(card.value),
               "identyfikator „" + identity(card.value) + "” powtarza się (po raz pierwszy: " +
                   files_[before.file] + ":" + std::to_string(before.line) + ")",
               "usuń jedną z tych kart albo nadaj nowej inny identyfikator");
    }

    /// A slug belongs to one card.
    bool claim_name(const ReadCard& card, Place at) {
        const auto& name = reference_name(card.value);
        auto [owner, free] = names_[card.value.index()].try_emplace(name, identity(card.value));
        if (free || owner->second == identity(card.value)) return true;
        report(at,
               name,
               "pole slug: „" + name + "” ma już inna karta (" + owner->second + ")",
               "nadaj tej karcie inny slug");
        return false;
    }

    void accept_or_wait(Waiting waiting) {
        if (missing_of(waiting.card.value).empty()) {
            accept(std::move(waiting.card), waiting.at);
        } else {
            waiting_.push_back(std::move(waiting));
        }
    }

    struct Missing {
        std::string field;
        std::size_t kind;
        std::string name;
    };

    void look(std::vector<Missing>& missing,
              const char* field,
              std::size_t kind,
              const std::string& name) const {
        if (!name.empty() && !names_[kind].contains(name)) missing.push_back({field, kind, name});
    }
    void look(std::vector<Missing>& missing,
              const char* field,
              std::size_t kind,
              const std::vector<std::string>& names) const {
        for (const auto& name : names) look(missing, field, kind, name);
    }

    /// Whom the card refers to and nobody knows yet.
    [[nodiscard]] std::vector<Missing> missing_of(const CardValue& value) const {
        std::vector<Missing> missing;
        if (const auto* provider = std::get_if<model::Provider>(&value)) {
            look(missing, "activity_domains", 0, provider->activity_domains);
            look(missing, "place", 5, provider->place);
        }
        if (const auto* service = std::get_if<model::Service>(&value)) {
            look(missing, "domains", 0, service->domains);
            look(missing, "audiences", 1, service->audiences);
            look(missing, "situations", 2, service->situations);
            look(missing, "areas", 3, service->areas);
            look(missing, "programme", 4, service->programme);
            look(missing, "places", 5, service->places);
            look(missing, "provider", 6, service->provider);
            look(missing, "partners", 6, service->partners);
        }
        return missing;
    }

    void report_missing(const Waiting& waiting) {
        for (const auto& each : missing_of(waiting.card.value)) {
            report(waiting.at,
                   each.name,
                   "pole " + each.field + ": „" + each.name + "” nie istnieje",
                   suggestion(each.kind, each.name));
        }
    }

    void check_related(const Related& related) {
        if (names_[7].contains(related.slug)) return;
        report(related.at,
               related.slug,
               "pole related: „" + related.slug + "” nie istnieje",
               suggestion(7, related.slug));
    }

    [[nodiscard]] std::string suggestion(std::size_t kind, const std::string& name) const {
        constexpr std::size_t kMany = 5000;
        if (names_[kind].size() > kMany) return "nie ma jej ani w katalogu, ani w tych plikach";
        std::vector<std::string_view> candidates;
        for (const auto& [known, owner] : names_[kind]) candidates.push_back(known);
        std::sort(candidates.begin(), candidates.end());
        auto near = model::did_you_mean(name, candidates);
        return near.empty() ? "nie ma tego ani w katalogu, ani w tych plikach" : near;
    }

    /// Points at the word where it stands in the record, which is read again for this.
    void report(Place at, const std::string& word, std::string message, std::string remedy) {
        auto record = record_at(at);
        auto offset = record.find("\"" + word + "\"");
        offset = offset == std::string::npos ? record.find(word) : offset + 1;
        problems_.push_back(problem_in_record(files_[at.file],
                                              at.line,
                                              record,
                                              offset == std::string::npos ? 0 : offset,
                                              std::move(message),
                                              std::move(remedy)));
    }

    [[nodiscard]] std::string record_at(Place at) const {
        std::ifstream in{files_[at.file], std::ios::binary};
        std::string line;
        for (int i = 1; i <= at.line && std::getline(in, line); ++i) {
        }
        // A row of a table may go on below.
        std::string more(std::size_t{1} << 16U, '\0');
        in.read(more.data(), static_cast<std::streamsize>(more.size()));
        more.resize(static_cast<std::size_t>(in.gcount()));
        if (at.line == 1 && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
        return line + "\n" + more;
    }

    void accept(ReadCard card, Place at) {
        auto kind = card.value.index();
        if (const auto* service = std::get_if<model::Service>(&card.value)) {
            for (const auto& slug : service->related) {
                if (!names_[7].contains(slug)) related_.push_back({slug, at});
            }
        }
        auto fate = fate_of(card);
        ++report_.counts[kind][static_cast<std::size_t>(fate)];
        if (fate == Fate::Left) return;
        if (report_.cards.size() < kNamedCards) {
            report_.cards.push_back(
                {std::string{kind_name(card.value)}, reference_name(card.value), fate});
        }
        if (!card.source_id.empty() || !card.original.empty()) {
            batch_sources_.push_back({std::string{kind_name(card.value)},
                                      identity(card.value),
                                      std::move(card.source_id),
                                      std::move(card.original)});
        }
        batch_.push_back(std::move(card));
    }

    [[nodiscard]] Fate fate_of(const ReadCard& card) const {
        auto fate = std::visit([this](const auto& value) { return fate_of(value); }, card.value);
        if (fate != Fate::Left || (card.original.empty() && card.source_id.empty())) return fate;
        auto source =
            sources_.find(std::string{kind_name(card.value)} + "/" + identity(card.value));
        bool same = source != sources_.end() && source->second->original == card.original &&
                    source->second->source_id == card.source_id;
        return same ? Fate::Left : Fate::Changed;
    }

    template <class Card>
    [[nodiscard]] Fate fate_of(const Card& card) const {
        const auto* known = known_card(card);
        if (!known) return Fate::Added;
        return *known == card ? Fate::Left : Fate::Changed;
    }

    const model::Domain* known_card(const model::Domain& c) const {
        return known_.domains.find(c.slug);
    }
    const model::Audience* known_card(const model::Audience& c) const {
        return known_.audiences.find(c.slug);
    }
    const model::Situation* known_card(const model::Situation& c) const {
        return known_.situations.find(c.slug);
    }
    const model::Locality* known_card(const model::Locality& c) const {
        return known_.localities.find(c.simc);
    }
    const model::Programme* known_card(const model::Programme& c) const {
        return known_.programmes.find(c.id);
    }
    const model::Place* known_card(const model::Place& c) const { return known_.places.find(c.id); }
    const model::Provider* known_card(const model::Provider& c) const {
        return known_.providers.find(c.id);
    }
    const model::Service* known_card(const model::Service& c) const {
        return known_.services.find(c.id);
    }

    void write() {
        db::CardList list;
        for (const auto& card : batch_) {
            std::visit([&](const auto& value) { add(list, value); }, card.value);
        }
        update_->put(list);
        update_->put_sources(batch_sources_);
    }

    static void add(db::CardList& list, const model::Domain& card) {
        list.domains.push_back(&card);
    }
    static void add(db::CardList& list, const model::Audience& card) {
        list.audiences.push_back(&card);
    }
    static void add(db::CardList& list, const model::Situation& card) {
        list.situations.push_back(&card);
    }
    static void add(db::CardList& list, const model::Locality& card) {
        list.localities.push_back(&card);
    }
    static void add(db::CardList& list, const model::Programme& card) {
        list.programmes.push_back(&card);
    }
    static void add(db::CardList& list, const model::Place& card) { list.places.push_back(&card); }
    static void add(db::CardList& list, const model::Provider& card) {
        list.providers.push_back(&card);
    }
    static void add(db::CardList& list, const model::Service& card) {
        list.services.push_back(&card);
    }

    const KnownCards& known_;
    db::CatalogueUpdate* update_;
    std::unordered_map<std::string, const db::SourceRecord*> sources_;
    std::vector<std::string> files_;
    std::array<ByText<std::string>, 8> names_;  ///< By kind: name → identity.
    std::array<ByText<Met>, 8> met_;            ///< In these files, by kind and identity.
    std::vector<ReadCard> batch_;
    std::vector<db::SourceRecord> batch_sources_;
    std::vector<Waiting> waiting_;
    std::vector<Related> related_;
    model::Problems problems_;
    ImportReport report_;
};

/// Reads the records of chunks on other threads and hands them on in their order.
class Pipeline {
  public:
    Pipeline(const ImportRequest& request, const KnownCards& known, Merger& merger)
        : request_(request), known_(known), merger_(merger) {
        for (const auto& file : request.files) total_ += fs::file_size(file);
    }

    void run() {
        for (const auto& file : request_.files) {
            merger_.begin_file(file.string());
            if (is_table_file(file)) {
                read_table(file);
            } else {
                read_json(file);
            }
        }
    }

  private:
    void read_table(const fs::path& file) {
        auto in = open(file);
        std::string text{std::istreambuf_iterator<char>{in}, {}};
        for (auto& record : read_csv(file.string(), text, known_)) merger_.take(std::move(record));
        merger_.flush();
        advance(text.size());
    }

    void read_json(const fs::path& file) {
        auto in = open(file);
        RecordSplitter splitter{in};
        for (auto chunk = splitter.next(); chunk; chunk = splitter.next()) {
            running_.push_back(std::async(std::launch::async,
                                          [this, name = file.string(), whole = std::move(*chunk)] {
                                              return read(name, whole);
                                          }));
            if (running_.size() > request_.threads) take_first();
        }
        while (!running_.empty()) take_first();
        readers_.clear();
    }

    struct Part {
        std::vector<ReadRecord> records;
        std::size_t bytes = 0;
    };

    /// Readers go from chunk to chunk, always onwards: what one has met before, the merger has too.
    std::unique_ptr<HsdsReader> take_reader(const std::string& file) {
        std::lock_guard lock{readers_mutex_};
        if (readers_.empty()) return std::make_unique<HsdsReader>(file, known_);
        auto reader = std::move(readers_.back());
        readers_.pop_back();
        return reader;
    }

    void give_back(std::unique_ptr<HsdsReader> reader) {
        std::lock_guard lock{readers_mutex_};
        readers_.push_back(std::move(reader));
    }

    [[nodiscard]] Part read(const std::string& file, const Chunk& chunk) {
        Part part{{}, chunk.text.size()};
        part.records.reserve(chunk.records.size());
        auto reader = take_reader(file);
        for (const auto& [begin, end, line] : chunk.records) {
            part.records.push_back(
                reader->read(std::string_view{chunk.text}.substr(begin, end - begin), line));
        }
        give_back(std::move(reader));
        return part;
    }

    void take_first() {
        auto part = running_.front().get();
        running_.pop_front();
        for (auto& record : part.records) merger_.take(std::move(record));
        merger_.flush();
        advance(part.bytes);
    }

    void advance(std::uint64_t bytes) {
        done_ += bytes;
        if (request_.progress) request_.progress(std::min(done_, total_), total_);
    }

    const ImportRequest& request_;
    const KnownCards& known_;
    Merger& merger_;
    std::mutex readers_mutex_;
    std::vector<std::unique_ptr<HsdsReader>> readers_;
    std::deque<std::future<Part>> running_;
    std::uint64_t done_ = 0;
    std::uint64_t total_ = 0;
};

}  // namespace

model::Checked<ImportReport, model::Problem> import_cards(const ImportRequest& request) {
    for (const auto& file : request.files) static_cast<void>(open(file));
    // First the update: what is read while it lives stays true.
    std::optional<db::CatalogueUpdate> update;
    if (request.effect == Effect::Write) update.emplace(request.catalogue);
    auto catalogue = db::read_catalogue(request.catalogue);
    auto sources = db::read_source_records(request.catalogue);
    KnownCards known{catalogue, request.settings, request.today};
    for (const auto& each : sources) {
        if (!each.source_id.empty()) {
            known.ids_of_sources.emplace(each.kind + "/" + each.source_id, each.uuid);
        }
    }
    Merger merger{known, sources, update ? &*update : nullptr};
    Pipeline{request, known, merger}.run();
    return merger.finish();
}

}  // namespace okienko::exchange
