#include "bench/forms/bare_writer.hpp"

#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>

#include "db/connection.hpp"
#include "db/office.hpp"

namespace okienko::bench {
namespace {

const std::filesystem::path& with_schema(const std::filesystem::path& file) {
    const db::Office office{file};
    return file;
}

}  // namespace

BareWriter::BareWriter(const std::filesystem::path& file)
    : database_(db::open_for_writing(with_schema(file), db::MissingFile::Refuse)) {
    thread_ = std::thread([this] { run(); });
}

BareWriter::~BareWriter() {
    {
        std::lock_guard lock{mutex_};
        finished_ = true;
    }
    arrived_.notify_one();
    thread_.join();
}

void BareWriter::insert(const BareRow& row) {
    Task task{&row, {}};
    auto kept = task.done.get_future();
    {
        std::lock_guard lock{mutex_};
        waiting_.push_back(std::move(task));
    }
    arrived_.notify_one();
    kept.get();
}

void BareWriter::run() {
    SQLite::Statement statement(
        database_,
        "INSERT OR IGNORE INTO message (case_number, form_id, received_at, language, sender, "
        "phone, subject, "
        "text, purge_on, kind) VALUES (?, ?, 1795420800, 'pl', 'Ania', '+48857152550', 'Klub', ?, "
        "'2027-11-23', 'contact')");
    while (true) {
        std::vector<Task> tasks;
        {
            std::unique_lock lock{mutex_};
            arrived_.wait(lock, [this] { return finished_ || !waiting_.empty(); });
            if (waiting_.empty()) return;
            tasks.swap(waiting_);
        }
        SQLite::Transaction transaction(database_, SQLite::TransactionBehavior::IMMEDIATE);
        for (const auto& task : tasks) {
            statement.bindNoCopy(1, task.row->case_number);
            statement.bindNoCopy(2, task.row->form_id);
            statement.bindNoCopy(3, task.row->text);
            statement.exec();
            statement.reset();
        }
        transaction.commit();
        for (auto& task : tasks) task.done.set_value();
    }
}

}  // namespace okienko::bench
