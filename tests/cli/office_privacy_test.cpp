#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <set>

#include "db/office.hpp"
#include "tests/cli/served_centre.hpp"

/// The first promise: what is private cannot become public. Marks are planted in every column of
/// every table of office.db, then the whole site and every answer of the server is searched.
namespace okienko::tests {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kMark = "prywatne-";
/// As a site would write the phone number.
const std::vector<std::string> kPhoneMarks{"999000999", "999 000 999", "99 900 09 99"};
constexpr std::int64_t kNumberMark = 7'070'707'070'707;

/// Columns whose CHECKs, or the code that reads them, allow no mark: what stands in them instead.
/// None of these values is personal, save the phone number, which has marks of its own. A column of
/// a new table that refuses its mark makes the test fail until somebody has thought about it here.
const std::map<std::string, std::string> kSpecial{
    {"message.state", "open"},
    {"message.kind", "outdated"},
    {"message.score", "3"},
    {"message.closed_at", ""},
    {"message.purge_on", "2999-01-01"},
    {"message.language", "pl"},
    {"message.phone", "+48999000999"},
    {"submission.kind", "new"},
    {"submission.state", "sent"},
    {"submission.email_verified", "1"},
    {"submission.language", "pl"},
    {"submission.purge_on", "2999-01-01"},
    {"submission_link.submission_id", "1"},
    {"submission_link.way", "mail"},
    {"outbox_mail.language", "pl"},
    {"outbox_mail.next_try_at", "1"},  // So that the server tries to send it.
};

struct Column {
    std::string table;
    std::string name;
    std::string type;
    bool is_key = false;

    [[nodiscard]] std::string full_name() const { return table + "." + name; }
};

std::vector<std::string> tables_of(const SQLite::Database& office) {
    SQLite::Statement query(office,
                            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE "
                            "'sqlite_%' ORDER BY name");
    std::vector<std::string> tables;
    while (query.executeStep()) tables.push_back(query.getColumn(0).getString());
    return tables;
}

std::vector<Column> columns_of(const SQLite::Database& office, const std::string& table) {
    SQLite::Statement query(office, "SELECT name, type, pk FROM pragma_table_info(?)");
    query.bind(1, table);
    std::vector<Column> columns;
    while (query.executeStep()) {
        columns.push_back({table,
                           query.getColumn(0).getString(),
                           query.getColumn(1).getString(),
                           query.getColumn(2).getInt() > 0});
    }
    return columns;
}

/// Values of columns that name the same thing in two tables must be the same.
std::string mark_of(const Column& column) {
    return std::string{kMark} + column.name;
}

void plant_row(const SQLite::Database& office, const std::vector<Column>& columns) {
    std::string names;
    std::string places;
    for (const auto& column : columns) {
        names += (names.empty() ? "" : ", ") + column.name;
        places += places.empty() ? "?" : ", ?";
    }
    SQLite::Statement insert(
        office,
        "INSERT INTO " + columns.front().table + " (" + names + ") VALUES (" + places + ")");
    for (int i = 0; i < static_cast<int>(columns.size()); ++i) {
        const auto& column = columns[static_cast<std::size_t>(i)];
        auto special = kSpecial.find(column.full_name());
        if (special != kSpecial.end()) {
            if (!special->second.empty()) insert.bind(i + 1, special->second);
        } else if (column.type == "INTEGER" || column.type == "REAL") {
            insert.bind(i + 1, column.is_key ? 1 : kNumberMark);
        } else {
            insert.bind(i + 1, mark_of(column));
        }
    }
    insert.exec();
}

/// A row in every table, whatever tables there are.
void plant_everywhere(const fs::path& file) {
    { db::Office office{file}; }
    SQLite::Database office{file.string(), SQLite::OPEN_READWRITE};
    office.exec("PRAGMA foreign_keys = OFF");  // Tables come in the order of their names.
    for (const auto& table : tables_of(office)) {
        auto columns = columns_of(office, table);
        EXPECT_NO_THROW(plant_row(office, columns)) << table;
        for (const auto& column : columns) {
            if (kSpecial.contains(column.full_name())) continue;
            SQLite::Statement found(
                office, "SELECT count(*) FROM " + table + " WHERE " + column.name + " IS NOT NULL");
            found.executeStep();
            EXPECT_EQ(found.getColumn(0).getInt(), 1) << column.full_name() << " holds no mark";
        }
    }
    office.exec("PRAGMA foreign_keys = ON");
    SQLite::Statement broken(office, "PRAGMA foreign_key_check");
    EXPECT_FALSE(broken.executeStep()) << "a row that refers to nothing is never read";
}

void expect_nothing_private(const std::string& text, const std::string& where) {
    auto marks = kPhoneMarks;
    marks.emplace_back(kMark);
    marks.push_back(std::to_string(kNumberMark));
    for (const auto& mark : marks) {
        EXPECT_EQ(text.find(mark), std::string::npos) << where << " tells " << mark;
    }
}

/// A page is asked for by its folder.
std::string address_of(const std::string& file) {
    constexpr std::string_view kPage = "index.html";
    bool in_folder = file == kPage || file.ends_with("/" + std::string{kPage});
    return in_folder ? file.substr(0, file.size() - kPage.size()) : file;
}

/// What the server answers itself, in every language, whole and with mistakes.
std::vector<std::string> answers_of_forms(const ServedCentre& centre) {
    std::vector<std::string> answers;
    for (const std::string prefix : {"", "/en", "/uk"}) {
        for (const std::string path : {"/napisz",
                                       "/napisz/wyslane?sprawa=7F3-Q2M",
                                       "/zglos-nieaktualne?usluga=bank-czasu",
                                       "/zglos-nieaktualne/wyslane?sprawa=7F3-Q2M",
                                       "/opinia?strona=/",
                                       "/opinia?strona=/&ocena=2",
                                       "/opinia/wyslane?strona=/",
                                       "/zglos-usluge",
                                       "/zmien-usluge?usluga=bank-czasu",
                                       "/zmien-usluge/wyslane"}) {
            answers.push_back(centre.get(prefix + path).value_or(""));
            EXPECT_EQ(status_of(answers.back()), 200) << prefix + path;
        }
        for (const std::string path :
             {"/napisz", "/zglos-nieaktualne", "/opinia", "/zglos-usluge", "/zmien-usluge"}) {
            answers.push_back(centre.post(prefix + path, "").value_or(""));
            EXPECT_EQ(status_of(answers.back()), 422) << prefix + path;
            answers.push_back(centre.post(prefix + path, "a=1&a=2").value_or(""));
            EXPECT_EQ(status_of(answers.back()), 400) << prefix + path;
        }
    }
    return answers;
}

TEST(Privacy, KeepsWhatIsInTheOfficeOutOfTheSiteAndOfEveryAnswer) {
    TemporaryFolder folder;
    plant_everywhere(folder / "office.db");
    ServedCentre centre{folder.path(), "", ServedCentre::Content::Demo};
    centre.start();

    auto release = fs::canonical(folder / "site/current");
    std::size_t files = 0;
    for (const auto& [name, bytes] : read_tree(release)) {
        ++files;
        expect_nothing_private(bytes, name);
        auto answer = centre.get("/" + address_of(name));
        EXPECT_EQ(status_of(answer), name == "404.html" ? 404 : 200) << name;
        expect_nothing_private(answer.value_or(""), "the answer to /" + name);
    }
    EXPECT_GT(files, 200U);

    for (const auto& answer : answers_of_forms(centre)) expect_nothing_private(answer, answer);
    for (const std::string target : {"/office.db",
                                     "/office.db-wal",
                                     "/outbox/",
                                     "/../office.db",
                                     "/%2e%2e/office.db",
                                     "/..%2f..%2f..%2foffice.db",
                                     "/site/../office.db",
                                     "/nie-ma-takiej-strony",
                                     "/zgloszenie/prywatne-hash",
                                     "/szukaj?q=klub",
                                     "/uk/szukaj?q=klub",
                                     "/api/search?q=klub",
                                     "/zgloszenie/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                                     "/healthz",
                                     "/metrics"}) {
        auto answer = centre.get(target).value_or("");
        EXPECT_NE(status_of(answer), 0) << target;
        expect_nothing_private(answer, target);
        EXPECT_EQ(answer.find("SQLite format"), std::string::npos) << target;
    }
    auto said = centre.stop();
    auto log = said.out + said.err;
    // It tells which mail cannot be sent, by an id that says nothing of anybody.
    constexpr std::string_view kMailId = "prywatne-mail_id";
    for (auto at = log.find(kMailId); at != std::string::npos; at = log.find(kMailId)) {
        log.erase(at, kMailId.size());
    }
    expect_nothing_private(log, "the log");
}

}  // namespace
}  // namespace okienko::tests
