#include "exchange/import.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

#include "db/catalogue_store.hpp"
#include "db/catalogue_update.hpp"
#include "exchange/card_merger.hpp"
#include "exchange/chunk_readers.hpp"
#include "exchange/csv_import.hpp"
#include "exchange/csv_values.hpp"
#include "exchange/other_file.hpp"
#include "exchange/record_splitter.hpp"

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

constexpr std::size_t kBeginning = 4096;

std::string beginning_of(const fs::path& file) {
    std::string bytes(kBeginning, '\0');
    auto in = open(file);
    in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(in.gcount()));
    return bytes;
}

/// By the ending of its name; where that says nothing, by what it begins with.
bool is_table_file(const fs::path& file, std::string_view beginning) {
    auto ending = in_small_letters(file.extension().string());
    if (ending == ".csv" || ending == ".txt" || ending == ".tsv") return true;
    if (ending == ".json" || ending == ".ndjson" || ending == ".jsonl") return false;
    if (beginning.starts_with("\xEF\xBB\xBF")) beginning.remove_prefix(3);
    auto first = beginning.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && beginning[first] != '{' && beginning[first] != '[';
}

ReadRecord refusal(const fs::path& file, std::string_view message, std::string_view remedy) {
    ReadRecord record;
    record.problems.push_back({model::SourcePosition{file.string(), 1, 1},
                               std::string{message},
                               std::string{remedy},
                               {}});
    return record;
}

/// Reads the files one after the other and hands their records on in their order.
class Pipeline {
  public:
    Pipeline(const ImportRequest& request, const KnownCards& known, CardMerger& merger)
        : request_(request), known_(known), merger_(merger) {
        for (const auto& file : request.files) total_ += fs::file_size(file);
    }

    void run() {
        for (const auto& file : request_.files) {
            merger_.begin_file(file.string());
            auto beginning = beginning_of(file);
            if (auto other = other_file(beginning)) {
                merger_.take(refusal(file, other->message, other->remedy));
            } else if (is_table_file(file, beginning)) {
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
        merger_.flush_when_full();
        advance(text.size());
    }

    void read_json(const fs::path& file) {
        auto in = open(file);
        RecordSplitter splitter{in};
        ChunkReaders readers{file.string(), known_, reading_threads()};
        bool empty = true;
        for (auto chunk = splitter.next(); chunk; chunk = splitter.next()) {
            readers.add(std::move(*chunk));
            empty = false;
            if (readers.are_busy()) splitter.use_again(merge(readers.take()));
        }
        while (!readers.are_done()) merge(readers.take());
        if (empty) {
            merger_.take(refusal(file, "plik jest pusty", "wczytaj plik, w którym są usługi"));
        }
    }

    /// When an empty catalogue is filled, the thread that writes has the most to do. It gets a
    /// processor to itself: one thread fewer reads.
    [[nodiscard]] unsigned reading_threads() const {
        bool fills = request_.effect == Effect::Write && known_.catalogue.services.empty();
        return fills ? std::max(2U, request_.threads) - 1 : request_.threads;
    }

    /// Answers with the chunk's text.
    std::string merge(ReadChunk chunk) {
        for (auto& record : chunk.records) merger_.take(std::move(record));
        merger_.flush_when_full();
        advance(chunk.bytes);
        return std::move(chunk.text);
    }

    void advance(std::uint64_t bytes) {
        done_ += bytes;
        if (request_.progress) request_.progress(std::min(done_, total_), total_);
    }

    const ImportRequest& request_;
    const KnownCards& known_;
    CardMerger& merger_;
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
    CardMerger merger{known, sources, update ? &*update : nullptr};
    Pipeline{request, known, merger}.run();
    return merger.finish();
}

}  // namespace okienko::exchange
