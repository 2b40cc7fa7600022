#include "db/office.hpp"

#include <cctype>
#include <random>

#include "db/connection.hpp"
#include "db/group_writer.hpp"
#include "db/message_rows.hpp"
#include "db/migrations.hpp"
#include "db/outbox_rows.hpp"
#include "db/search_count_rows.hpp"
#include "model/spoken_code.hpp"

namespace okienko::db {
namespace {

namespace fs = std::filesystem;

/// What is asked so rarely that nobody is told of it is kept as long as it may still become more.
constexpr std::chrono::days kRareSearchesKept{365};

/// Before anything is in it: nobody else on the machine reads what residents write.
void create(const fs::path& file) {
    try {
        auto database = open_for_writing(file, MissingFile::Create);
        fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
        migrate(database, office_migrations());
    } catch (const SQLite::Exception& failure) {
        throw explain(failure, file);
    }
}

std::string new_case_number() {
    std::random_device random;
    return model::spoken_code(3, random) + "-" + model::spoken_code(3, random);
}

/// As it is stored: people write "7f3 q2m".
std::string as_stored(std::string_view case_number) {
    std::string letters;
    for (char c : case_number) {
        auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) != 0) letters += static_cast<char>(std::toupper(byte));
    }
    if (letters.size() > 3) letters.insert(3, "-");
    return letters;
}

}  // namespace

class Office::Implementation {
  public:
    explicit Implementation(const fs::path& file) : file_(file), writer_(file) {}

    void write(GroupWriter::Work work) { writer_.write(std::move(work)); }

    template <class Read>
    [[nodiscard]] auto read(Read read) const {
        ReadingConnection connection(file_);
        try {
            auto answer = read(connection.database());
            connection.require_unchanged();
            return answer;
        } catch (const SQLite::Exception& failure) {
            throw explain(failure, file_);
        }
    }

  private:
    fs::path file_;
    GroupWriter writer_;
};

Office::Office(const fs::path& file) {
    create(file);
    implementation_ = std::make_unique<Implementation>(file);
}

Office::~Office() = default;

std::string Office::receive(const model::Message& message, const Arrival& arrival) {
    std::string case_number;
    implementation_->write([&](SQLite::Database& database) {
        if (auto known = case_of_form(database, arrival.form_id)) {
            case_number = *known;
            return;
        }
        do {
            case_number = new_case_number();
        } while (has_case(database, case_number));
        insert_message(database, case_number, message, arrival);
        if (!arrival.confirmation) return;
        insert_mail(database,
                    {.id = case_number + "-1",
                     .case_number = case_number,
                     .mail = arrival.confirmation(case_number),
                     .created_at = arrival.at,
                     .next_try_at = arrival.at});
    });
    return case_number;
}

std::vector<model::ReceivedMessage> Office::messages(model::MessageState state) const {
    return implementation_->read(
        [&](const SQLite::Database& database) { return read_messages(database, state); });
}

std::optional<model::ReceivedMessage> Office::message(std::string_view case_number) const {
    return implementation_->read([&](const SQLite::Database& database) {
        return read_message(database, as_stored(case_number));
    });
}

bool Office::close_message(const std::string& case_number,
                           const std::string& note,
                           const Actor& actor) {
    bool closed = false;
    auto stored = as_stored(case_number);
    implementation_->write([&](SQLite::Database& database) {
        closed = close_message_row(database, stored, note, actor.now);
        if (closed) {
            insert_audit_entry(database, {actor.now, actor.name, "message.close", stored});
        }
    });
    return closed;
}

std::vector<model::QueuedMail> Office::due_mails(std::chrono::sys_seconds now,
                                                 std::size_t most) const {
    return implementation_->read(
        [&](const SQLite::Database& database) { return read_due_mails(database, now, most); });
}

std::optional<std::chrono::sys_seconds> Office::next_mail_moment() const {
    return implementation_->read(
        [](const SQLite::Database& database) { return db::next_mail_moment(database); });
}

std::vector<model::QueuedMail> Office::dead_mails() const {
    return implementation_->read(
        [](const SQLite::Database& database) { return read_dead_mails(database); });
}

void Office::forget_mail(const std::string& id) {
    implementation_->write([&](SQLite::Database& database) { delete_mail(database, id); });
}

void Office::put_off_mail(const model::QueuedMail& mail) {
    implementation_->write([&](SQLite::Database& database) { update_mail(database, mail); });
}

void Office::add_search_counts(const std::vector<model::SearchCount>& counts) {
    implementation_->write([&](SQLite::Database& database) {
        for (const auto& count : counts) add_search_count(database, count);
    });
}

std::vector<model::SearchTotal> Office::search_totals(model::Date from, model::Date to) const {
    return implementation_->read([&](const SQLite::Database& database) {
        return read_search_totals(database, from, to, kLeastAsked);
    });
}

std::size_t Office::purge(model::Date today, const Actor& actor) {
    std::size_t purged = 0;
    implementation_->write([&](SQLite::Database& database) {
        auto cases = cases_to_purge(database, today);
        for (const auto& each : cases) {
            delete_message(database, each);
            insert_audit_entry(database, {actor.now, actor.name, "message.purge", each});
        }
        purged = cases.size();
        auto before = model::Date{std::chrono::sys_days{today} - kRareSearchesKept};
        delete_rare_searches(database, before, kLeastAsked);
    });
    return purged;
}

std::vector<AuditEntry> Office::audit() const {
    return implementation_->read(
        [](const SQLite::Database& database) { return read_audit(database); });
}

}  // namespace okienko::db
