#pragma once

#include <SQLiteCpp/Database.h>

#include <condition_variable>
#include <filesystem>
#include <future>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace okienko::bench {

/// What `serve` keeps of a form, with ids as long and as random as its own.
struct BareRow {
    std::string case_number;
    std::string form_id;
    std::string text;
};

/// The bare cost of keeping a form: one writer that commits what has gathered, and nothing around
/// it. The table is the program's own, with its indexes, and so are the settings of the connection;
/// there is one statement, prepared once. Thread-safe.
class BareWriter {
  public:
    /// Makes the file with the schema of office.db when it is missing.
    explicit BareWriter(const std::filesystem::path& file);
    BareWriter(const BareWriter&) = delete;
    BareWriter& operator=(const BareWriter&) = delete;
    ~BareWriter();

    /// Returns when it is on the disk.
    void insert(const BareRow& row);

  private:
    struct Task {
        const BareRow* row;
        std::promise<void> done;
    };

    void run();

    SQLite::Database database_;
    std::mutex mutex_;
    std::condition_variable arrived_;
    std::vector<Task> waiting_;
    bool finished_ = false;
    std::thread thread_;
};

}  // namespace okienko::bench
