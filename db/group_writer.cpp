#include "db/group_writer.hpp"

#include <SQLiteCpp/Savepoint.h>
#include <SQLiteCpp/Transaction.h>

#include <exception>
#include <memory>
#include <utility>

#include "db/connection.hpp"

namespace okienko::db {
namespace {

/// What becomes of one piece of work within the transaction; empty when it went well.
std::exception_ptr try_work(SQLite::Database& database, const GroupWriter::Work& work) {
    try {
        SQLite::Savepoint item(database, "item");
        work(database);
        item.release();
        return nullptr;
    } catch (...) {
        return std::current_exception();
    }
}

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

GroupWriter::GroupWriter(const std::filesystem::path& file) : file_(file) {
    // Opened here, so that whoever starts the writer learns why it cannot be.
    auto database = std::make_shared<SQLite::Database>(open_for_writing(file, MissingFile::Refuse));
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

void GroupWriter::run(SQLite::Database& database) {
    while (true) {
        std::vector<Task> tasks;
        {
            std::unique_lock lock{mutex_};
            arrived_.wait(lock, [this] { return finished_ || !waiting_.empty(); });
            if (waiting_.empty()) return;
            tasks.swap(waiting_);
        }
        write_all(database, tasks);
    }
}

void GroupWriter::write_all(SQLite::Database& database, std::vector<Task>& tasks) {
    std::vector<std::exception_ptr> failures;
    try {
        SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
        for (const auto& task : tasks) failures.push_back(try_work(database, task.work));
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
