#include "db/twin_connections.hpp"

#include <chrono>
#include <thread>

#include "db/migrations.hpp"

namespace okienko::db {
namespace {

constexpr int kTries = 200;
constexpr std::chrono::milliseconds kPause{5};

/// Changes for this connection whenever another one has committed; inside a transaction it is the
/// version that the transaction sees.
int data_version(SQLite::Database& database) {
    return database.execAndGet("PRAGMA data_version").getInt();
}

}  // namespace

TwinConnections::TwinConnections(const std::filesystem::path& file) : first_(file), second_(file) {
    for (int i = 0; i < kTries; ++i) {
        if (begin()) return;
        std::this_thread::sleep_for(kPause);
    }
    throw DatabaseError("baza " + file.string() + " wciąż się zmienia",
                        "spróbuj ponownie, gdy nikt do niej nie zapisuje");
}

bool TwinConnections::begin() {
    first_transaction_.reset();
    second_transaction_.reset();
    auto before = data_version(second());
    // A transaction sees the moment of its first reading.
    first_transaction_.emplace(first());
    schema_version(first());
    second_transaction_.emplace(second());
    schema_version(second());
    return data_version(second()) == before;
}

void TwinConnections::require_unchanged() const {
    first_.require_unchanged();
    second_.require_unchanged();
}

}  // namespace okienko::db
