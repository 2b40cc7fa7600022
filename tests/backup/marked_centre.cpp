#include "tests/backup/marked_centre.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <fstream>
#include <map>
#include <set>

#include "backup/parts.hpp"
#include "db/catalogue_store.hpp"
#include "generator/file_tree.hpp"

namespace okienko::tests {
namespace {

namespace fs = std::filesystem;

void write(const fs::path& file, const std::string& text) {
    fs::create_directories(file.parent_path());
    generator::write_file(file, text);
}

std::string read(const fs::path& file) {
    return fs::exists(file) ? generator::read_file(file) : "?";
}

void write_office(const fs::path& file, const std::string& mark) {
    SQLite::Database office(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    office.exec("PRAGMA journal_mode = WAL; CREATE TABLE message (body TEXT)");
    SQLite::Statement insert(office, "INSERT INTO message (body) VALUES (:body)");
    insert.bind(":body", mark);
    insert.exec();
}

std::string mark_of_office(const fs::path& file) {
    if (!fs::exists(file)) return "?";
    SQLite::Database office(file.string());
    return office.execAndGet("SELECT body FROM message").getString();
}

std::string mark_of_catalogue(const fs::path& file) {
    if (!fs::exists(file)) return "?";
    return db::read_catalogue(file).audiences.at(0).name;
}

/// All files of a folder have to agree, and there are three of them.
std::string mark_of_folder(const fs::path& folder) {
    std::set<std::string> marks;
    auto files = generator::files_below(folder);
    for (const auto& path : files) marks.insert(read(folder / path));
    if (files.size() != 3 || marks.size() != 1) return "?";
    return *marks.begin();
}

}  // namespace

void make_marked_centre(const fs::path& root, const std::string& mark) {
    for (const auto& part : backup::parts()) {
        for (const auto* beside : {"", "-wal", "-shm"}) {
            fs::remove_all(root / (std::string{part.name} + beside));
        }
    }
    write(root / "okienko.toml", mark);
    for (const auto* folder : {"content", "themes"}) {
        write(root / folder / "index.md", mark);
        write(root / folder / "głębiej" / "zażółć.md", mark);
        write(root / folder / (mark + ".md"), mark);
    }
    model::Catalogue catalogue;
    catalogue.audiences.push_back(
        {.slug = "wszyscy", .name = mark, .description = "opis", .order = 0, .icon = {}});
    db::create_catalogue(root / "catalogue.db");
    db::write_catalogue(root / "catalogue.db", catalogue);
    write_office(root / "office.db", mark);
}

std::string mark_of(const fs::path& root) {
    const std::map<std::string, std::string> marks{
        {"okienko.toml", read(root / "okienko.toml")},
        {"content", mark_of_folder(root / "content")},
        {"themes", mark_of_folder(root / "themes")},
        {"catalogue.db", mark_of_catalogue(root / "catalogue.db")},
        {"office.db", mark_of_office(root / "office.db")},
    };
    std::set<std::string> different;
    std::string all;
    for (const auto& [part, mark] : marks) {
        different.insert(mark);
        all.append(part).append("=").append(mark).append(" ");
    }
    return different.size() == 1 ? *different.begin() : all;
}

}  // namespace okienko::tests
