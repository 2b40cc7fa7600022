#include "db/office_file.hpp"

#include "db/migrations.hpp"

namespace okienko::db {
namespace {

namespace fs = std::filesystem;

/// Before anything is in it: nobody else on the machine reads what residents write.
const fs::path& created(const fs::path& file) {
    try {
        auto database = open_for_writing(file, MissingFile::Create);
        fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
        migrate(database, office_migrations());
        return file;
    } catch (const SQLite::Exception& failure) {
        throw explain(failure, file);
    }
}

}  // namespace

OfficeFile::OfficeFile(const fs::path& file) : file_(created(file)), writer_(file) {}

}  // namespace okienko::db
