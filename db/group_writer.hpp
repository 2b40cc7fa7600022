#pragma once

#include <condition_variable>
#include <filesystem>
#include <functional>
#include <future>
#include <mutex>
#include <thread>
#include <vector>

namespace okienko::db {

class WritingConnection;

/// The one writer of a database. Requests hand their work in from any thread; what has gathered is
/// done in one transaction, so that many callers share one wait for the disk. Each piece of work
/// has a savepoint of its own: one that fails takes no other with it.
class GroupWriter {
  public:
    using Work = std::function<void(WritingConnection&)>;

    /// Opens the database; throws DatabaseError when it cannot be used.
    explicit GroupWriter(const std::filesystem::path& file);
    GroupWriter(const GroupWriter&) = delete;
    GroupWriter& operator=(const GroupWriter&) = delete;
    /// Does what was handed in.
    ~GroupWriter();

    /// Returns when the work is durable on the disk. Throws what the work threw, or DatabaseError
    /// when nothing can be written (a full disk, a read-only file, another writer that stays);
    /// then nothing of the work has happened.
    void write(Work work);

  private:
    struct Task {
        Work work;
        std::promise<void> done;
    };

    class ItemSavepoint;

    void run(WritingConnection& database);
    void write_all(WritingConnection& database, ItemSavepoint& savepoint, std::vector<Task>& tasks);

    std::filesystem::path file_;
    std::mutex mutex_;
    std::condition_variable arrived_;
    std::vector<Task> waiting_;
    bool finished_ = false;
    std::thread thread_;
};

}  // namespace okienko::db
