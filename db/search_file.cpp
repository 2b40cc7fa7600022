#include "db/search_file.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>
#include <sqlite3.h>

#include "db/connection.hpp"
#include "db/error.hpp"

namespace okienko::db {
namespace {

/// Documents are found by what terms list them; their texts lie apart, so that reading what is
/// needed of all documents passes over them.
constexpr const char* kSchema = R"sql(
    CREATE TABLE document (
        id INTEGER PRIMARY KEY,
        language TEXT NOT NULL,
        kind TEXT NOT NULL,
        audiences TEXT NOT NULL,
        is_free INTEGER NOT NULL,
        verified_on INTEGER  -- in days since 1970
    ) STRICT;

    CREATE TABLE document_names (
        id INTEGER PRIMARY KEY REFERENCES document (id),
        names BLOB NOT NULL  -- numbers of terms
    ) STRICT;

    CREATE TABLE document_text (
        id INTEGER PRIMARY KEY REFERENCES document (id),
        slug TEXT NOT NULL,
        address TEXT NOT NULL,
        name TEXT NOT NULL,
        text TEXT NOT NULL,
        provider TEXT NOT NULL,
        phone TEXT NOT NULL
    ) STRICT;

    CREATE TABLE term (
        id INTEGER PRIMARY KEY,
        language TEXT NOT NULL,
        text TEXT NOT NULL,
        documents INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE posting (
        term INTEGER PRIMARY KEY REFERENCES term (id),
        documents BLOB NOT NULL  -- steps and impacts, see search/postings.hpp
    ) STRICT;

    CREATE TABLE word (
        written TEXT NOT NULL,
        term INTEGER NOT NULL REFERENCES term (id),
        PRIMARY KEY (written, term)
    ) STRICT, WITHOUT ROWID;
)sql";

void bind_blob(SQLite::Statement& statement, const char* name, const std::string& bytes) {
    statement.bindNoCopy(name, bytes.data(), static_cast<int>(bytes.size()));
}

std::string blob_of(const SQLite::Column& column) {
    const auto* bytes = static_cast<const char*>(column.getBlob());
    return bytes ? std::string{bytes, static_cast<std::size_t>(column.getBytes())} : std::string{};
}

void insert(SQLite::Statement& statement) {
    statement.exec();
    statement.reset();
}

std::uint32_t id_of(const SQLite::Column& column) {
    return static_cast<std::uint32_t>(column.getInt64());
}

std::optional<std::chrono::sys_days> day_of(const SQLite::Column& column) {
    if (column.isNull()) return std::nullopt;
    return std::chrono::sys_days{std::chrono::days{column.getInt()}};
}

}  // namespace

class SearchFileWriter::Implementation {
  public:
    Implementation() { database_.exec("BEGIN"); }

    void add(const IndexedDocument& document, const IndexedText& text, const std::string& names) {
        document_.bind(":id", static_cast<std::int64_t>(document.id));
        document_.bindNoCopy(":language", document.language);
        document_.bindNoCopy(":kind", document.kind);
        document_.bindNoCopy(":audiences", document.audiences);
        document_.bind(":is_free", document.is_free ? 1 : 0);
        if (document.verified_on) {
            document_.bind(":verified_on", document.verified_on->time_since_epoch().count());
        } else {
            document_.bind(":verified_on");
        }
        insert(document_);
        text_.bind(":id", static_cast<std::int64_t>(text.id));
        text_.bindNoCopy(":slug", text.slug);
        text_.bindNoCopy(":address", text.address);
        text_.bindNoCopy(":name", text.name);
        text_.bindNoCopy(":text", text.text);
        text_.bindNoCopy(":provider", text.provider);
        text_.bindNoCopy(":phone", text.phone);
        insert(text_);
        names_.bind(":id", static_cast<std::int64_t>(document.id));
        bind_blob(names_, ":names", names);
        insert(names_);
    }

    void add(const IndexedTerm& term, const std::string& postings) {
        term_.bind(":id", static_cast<std::int64_t>(term.id));
        term_.bindNoCopy(":language", term.language);
        term_.bindNoCopy(":text", term.text);
        term_.bind(":documents", static_cast<std::int64_t>(term.documents));
        insert(term_);
        if (postings.empty()) return;
        posting_.bind(":term", static_cast<std::int64_t>(term.id));
        bind_blob(posting_, ":documents", postings);
        insert(posting_);
    }

    void add(const IndexedWord& word) {
        word_.bindNoCopy(":written", word.written);
        word_.bind(":term", static_cast<std::int64_t>(word.term));
        insert(word_);
    }

    /// As SQLite hands them out.
    struct Bytes {
        std::unique_ptr<unsigned char, decltype(&sqlite3_free)> begin;
        std::size_t size;
    };

    Bytes finish() {
        database_.exec("COMMIT");
        sqlite3_int64 size = 0;
        Bytes bytes{{sqlite3_serialize(database_.getHandle(), "main", &size, 0), &sqlite3_free}, 0};
        if (!bytes.begin)
            throw DatabaseError("brak pamięci na spis wyszukiwarki", "zwolnij pamięć");
        bytes.size = static_cast<std::size_t>(size);
        return bytes;
    }

  private:
    static SQLite::Database made() {
        SQLite::Database database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        database.exec("PRAGMA journal_mode = OFF");
        database.exec(kSchema);
        return database;
    }

    SQLite::Database database_ = made();
    SQLite::Statement document_{
        database_,
        "INSERT INTO document (id, language, kind, audiences, is_free, verified_on)"
        " VALUES (:id, :language, :kind, :audiences, :is_free, :verified_on)"};
    SQLite::Statement text_{
        database_,
        "INSERT INTO document_text (id, slug, address, name, text, provider, phone)"
        " VALUES (:id, :slug, :address, :name, :text, :provider, :phone)"};
    SQLite::Statement names_{database_,
                             "INSERT INTO document_names (id, names) VALUES (:id, :names)"};
    SQLite::Statement term_{database_,
                            "INSERT INTO term (id, language, text, documents)"
                            " VALUES (:id, :language, :text, :documents)"};
    SQLite::Statement posting_{database_,
                               "INSERT INTO posting (term, documents) VALUES (:term, :documents)"};
    SQLite::Statement word_{database_, "INSERT INTO word (written, term) VALUES (:written, :term)"};
};

SearchFileWriter::SearchFileWriter() : implementation_(std::make_unique<Implementation>()) {}
SearchFileWriter::SearchFileWriter(SearchFileWriter&&) noexcept = default;
SearchFileWriter& SearchFileWriter::operator=(SearchFileWriter&&) noexcept = default;
SearchFileWriter::~SearchFileWriter() = default;

void SearchFileWriter::add(const IndexedDocument& document,
                           const IndexedText& text,
                           const std::string& names) {
    implementation_->add(document, text, names);
}

void SearchFileWriter::add(const IndexedTerm& term, const std::string& postings) {
    implementation_->add(term, postings);
}

void SearchFileWriter::add(const IndexedWord& word) {
    implementation_->add(word);
}

std::string SearchFileWriter::finish() {
    auto bytes = implementation_->finish();
    implementation_.reset();  // The database makes room for the last copy.
    return {reinterpret_cast<const char*>(bytes.begin.get()), bytes.size};
}

class SearchFileReader::Implementation {
  private:
    template <class Read>
    auto guarded(Read read) {
        try {
            return read();
        } catch (const SQLite::Exception& failure) {
            throw explain(failure, file_);
        }
    }

  public:
    explicit Implementation(const std::filesystem::path& file)
        : file_(file), database_(open_unchanging(file)) {
        // Many are open at once and stay so; the system keeps the pages that all of them need.
        database_.exec("PRAGMA cache_size = -256");  // KiB
    }

    /// Each row of a query, made by `make` from the statement.
    template <class Row, class Make>
    std::vector<Row> all(const char* sql, Make make) {
        return guarded([&] {
            std::vector<Row> rows;
            SQLite::Statement statement(database_, sql);
            while (statement.executeStep()) rows.push_back(make(statement));
            return rows;
        });
    }

    /// The blob of one row; empty when there is no such row.
    std::string blob(SQLite::Statement& statement, std::uint32_t id) {
        return guarded([&] {
            statement.bind(1, static_cast<std::int64_t>(id));
            auto bytes = statement.executeStep() ? blob_of(statement.getColumn(0)) : std::string{};
            statement.reset();
            return bytes;
        });
    }

    std::optional<IndexedText> text(std::uint32_t id) {
        return guarded([&]() -> std::optional<IndexedText> {
            texts_.bind(1, static_cast<std::int64_t>(id));
            std::optional<IndexedText> found;
            if (texts_.executeStep()) {
                found = IndexedText{.id = id,
                                    .slug = texts_.getColumn(0).getString(),
                                    .address = texts_.getColumn(1).getString(),
                                    .name = texts_.getColumn(2).getString(),
                                    .text = texts_.getColumn(3).getString(),
                                    .provider = texts_.getColumn(4).getString(),
                                    .phone = texts_.getColumn(5).getString()};
            }
            texts_.reset();
            return found;
        });
    }

    SQLite::Statement& postings() { return postings_; }
    SQLite::Statement& names() { return names_; }

  private:
    std::filesystem::path file_;
    SQLite::Database database_;
    // A question asks each of them a hundred times. Nobody writes, so they lock nothing.
    SQLite::Statement postings_{database_, "SELECT documents FROM posting WHERE term = :id"};
    SQLite::Statement names_{database_, "SELECT names FROM document_names WHERE id = :id"};
    SQLite::Statement texts_{
        database_,
        "SELECT slug, address, name, text, provider, phone FROM document_text WHERE id = :id"};
};

SearchFileReader::SearchFileReader(const std::filesystem::path& file)
    : implementation_(std::make_unique<Implementation>(file)) {}
SearchFileReader::~SearchFileReader() = default;

std::vector<IndexedDocument> SearchFileReader::documents() {
    return implementation_->all<IndexedDocument>(
        "SELECT id, language, kind, audiences, is_free, verified_on FROM document ORDER BY id",
        [](SQLite::Statement& row) {
            return IndexedDocument{.id = id_of(row.getColumn(0)),
                                   .language = row.getColumn(1).getString(),
                                   .kind = row.getColumn(2).getString(),
                                   .audiences = row.getColumn(3).getString(),
                                   .is_free = row.getColumn(4).getInt() != 0,
                                   .verified_on = day_of(row.getColumn(5))};
        });
}

std::vector<IndexedTerm> SearchFileReader::terms() {
    return implementation_->all<IndexedTerm>(
        "SELECT id, language, text, documents FROM term ORDER BY id", [](SQLite::Statement& row) {
            return IndexedTerm{.id = id_of(row.getColumn(0)),
                               .language = row.getColumn(1).getString(),
                               .text = row.getColumn(2).getString(),
                               .documents = id_of(row.getColumn(3))};
        });
}

std::vector<IndexedWord> SearchFileReader::words() {
    return implementation_->all<IndexedWord>(
        "SELECT written, term FROM word ORDER BY written, term", [](SQLite::Statement& row) {
            return IndexedWord{row.getColumn(0).getString(), id_of(row.getColumn(1))};
        });
}

std::string SearchFileReader::postings(std::uint32_t term) {
    return implementation_->blob(implementation_->postings(), term);
}

std::string SearchFileReader::names(std::uint32_t document) {
    return implementation_->blob(implementation_->names(), document);
}

std::optional<IndexedText> SearchFileReader::text(std::uint32_t document) {
    return implementation_->text(document);
}

}  // namespace okienko::db
