#include "db/twin_connections.hpp"

#include "db/migrations.hpp"

namespace okienko::db {
namespace {

constexpr int kTries = 5;

/// Changes for this connection whenever another one has committed; inside a transaction it is the
/// version that the transaction sees.
int data_version(SQLite::Database& database) {
    return database.execAndGet("PRAGMA data_version").getInt();
}

}  // namespace

TwinConnections::TwinConnections(const std::filesystem::path& file) : first_(file), second_(file) {
    for (int i = 0; i < kTries && !agree_; ++i) agree_ = begin();
}

bool TwinConnections::begin() {
    first_transaction_.reset();
    second_transaction_.reset();
    auto& first = first_.database();
    auto& second = second_.database();
    auto before = data_version(second);
    // A transaction sees the moment of its first reading.
    first_transaction_.emplace(first);
    schema_version(first);
    second_transaction_.emplace(second);
    schema_version(second);
    return data_version(second) == before;
}

void TwinConnections::require_unchanged() const {
    first_.require_unchanged();
    second_.require_unchanged();
}

}  // namespace okienko::db
