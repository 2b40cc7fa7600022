#include "db/group_writer.hpp"

#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <sqlite3.h>

#include <exception>
#include <memory>
#include <utility>

#include "db/connection.hpp"
#include "db/writing_connection.hpp"

namespace okienko::db {
namespace {

/// SQLite's failures in words for people; others as they are.
std::exception_ptr explained(const std::exception_ptr& failure, const std::filesystem::path& file) {
    try {
        std::rethrow_exception(failure);
    } catch (const SQLite::Exception& error) {
        return std::make_exception_ptr(explain(error, file));
    } catch (...) {
        return std::current_exception();
    }
}

}  // namespace

/// Keeps what goes wrong within one piece of work from the others of its group.
class GroupWriter::ItemSavepoint {
  public:
    explicit ItemSavepoint(WritingConnection& database)
        : database_(database),
          begin_(database, "SAVEPOINT item"),
          release_(database, "RELEASE item"),
          undo_(database, "ROLLBACK TO item") {}

    /// What becomes of the work; empty when it went well. Throws when the whole transaction is
    /// lost: SQLite undoes all of it by itself when, say, the disk is full.
    std::exception_ptr attempt(const Work& work) {
        execute(begin_);
        try {
            work(database_);
        } catch (...) {
            if (sqlite3_get_autocommit(database_.getHandle()) != 0) throw;
            auto failure = std::current_exception();
            execute(undo_);
            execute(release_);
            return failure;
        }
        execute(release_);
        return nullptr;
    }

  private:
    static void execute(SQLite::Statement& statement) {
        statement.exec();
        statement.reset();
    }

    WritingConnection& database_;
    SQLite::Statement begin_;
    SQLite::Statement release_;
    SQLite::Statement undo_;
};

GroupWriter::GroupWriter(const std::filesystem::path& file) : file_(file) {
    // Opened here, so that whoever starts the writer learns why it cannot be.
    auto database = std::make_shared<WritingConnection>(file);
    thread_ = std::thread([this, database] { run(*database); });
}

GroupWriter::~GroupWriter() {
    {
        std::lock_guard lock{mutex_};
        finished_ = true;
    }
    arrived_.notify_one();
    thread_.join();
}

void GroupWriter::write(Work work) {
    Task task{std::move(work), {}};
    auto done = task.done.get_future();
    {
        std::lock_guard lock{mutex_};
        waiting_.push_back(std::move(task));
    }
    arrived_.notify_one();
    done.get();
}

void GroupWriter::run(WritingConnection& database) {
    ItemSavepoint savepoint{database};
    while (true) {
        std::vector<Task> tasks;
        {
            std::unique_lock lock{mutex_};
            arrived_.wait(lock, [this] { return finished_ || !waiting_.empty(); });
            if (waiting_.empty()) return;
            tasks.swap(waiting_);
        }
        write_all(database, savepoint, tasks);
    }
}

void GroupWriter::write_all(WritingConnection& database,
                            ItemSavepoint& savepoint,
                            std::vector<Task>& tasks) {
    std::vector<std::exception_ptr> failures;
    try {
        SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
        for (const auto& task : tasks) failures.push_back(savepoint.attempt(task.work));
        transaction.commit();
    } catch (...) {
        // Nothing of it has happened, also what seemed to go well.
        failures.assign(tasks.size(), std::current_exception());
    }
    for (std::size_t i = 0; i < tasks.size(); ++i) {
        if (failures[i]) {
            tasks[i].done.set_exception(explained(failures[i], file_));
        } else {
            tasks[i].done.set_value();
        }
    }
}

}  // namespace okienko::db
