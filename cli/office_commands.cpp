#include <iostream>
#include <optional>

#include "cli/clock.hpp"
#include "cli/commands.hpp"
#include "cli/counted.hpp"
#include "cli/dead_mails.hpp"
#include "cli/message_text.hpp"
#include "cli/office_clerk.hpp"
#include "db/office.hpp"
#include "language/local_time.hpp"
#include "server/mail/eml_folder.hpp"

namespace okienko::cli {
namespace {

ExitCode no_such_case(const std::string& case_number) {
    std::cerr << "okienko: nie ma sprawy „" << case_number << "”. Lista: okienko messages list\n";
    return ExitCode::Problems;
}

ExitCode list(const db::Office& office, const MessagesCommand& command, const std::string& zone) {
    auto state = command.closed ? model::MessageState::Closed : model::MessageState::Open;
    auto messages = office.messages(state, model::from_name<model::MessageKind>(command.kind));
    for (const auto& each : messages) print_row(std::cout, each, zone);
    if (!messages.empty()) {
        std::cout << counted(messages.size(), kMessages) << ".\n";
    } else {
        std::cout << (command.closed ? "Nie ma zamkniętych wiadomości.\n"
                                     : "Żadna wiadomość nie czeka na odpowiedź.\n");
    }
    print_dead_mails(std::cout, office);
    return ExitCode::Ok;
}

ExitCode show(const db::Office& office, const std::string& case_number, const std::string& zone) {
    auto message = office.message(case_number);
    if (!message) return no_such_case(case_number);
    print_whole(std::cout, *message, zone);
    return ExitCode::Ok;
}

ExitCode close(db::Office& office, const MessagesCommand& command) {
    auto message = office.message(command.case_number);
    if (!message) return no_such_case(command.case_number);
    if (!office.close_message(message->case_number, command.note, clerk())) {
        std::cerr << "okienko: sprawa " << message->case_number << " jest już zamknięta.\n";
        return ExitCode::Problems;
    }
    std::cout << "Sprawa " << message->case_number << " jest zamknięta.\n";
    return ExitCode::Ok;
}

/// Mails that the centre carries out itself are kept as long as messages.
std::size_t purge_outbox(const generator::Instance& instance,
                         const generator::FormSettings& forms,
                         model::Date today) {
    auto last_day = std::chrono::sys_days{today} - std::chrono::days{forms.message_days};
    return server::remove_old_mails(instance.outbox(), model::Date{last_day});
}

}  // namespace

ExitCode run_messages(const MessagesCommand& command, const generator::Instance& instance) {
    auto zone = zone_of(centre_settings(instance));
    db::Office office{instance.office()};
    switch (command.task) {
        case MessagesCommand::Task::Show:
            return show(office, command.case_number, zone);
        case MessagesCommand::Task::Close:
            return close(office, command);
        case MessagesCommand::Task::List:
            break;
    }
    return list(office, command, zone);
}

ExitCode run_purge(const generator::Instance& instance) {
    auto settings = centre_settings(instance);
    db::Office office{instance.office()};
    auto who = clerk();
    auto today = language::local_time(who.now, zone_of(settings)).date;
    auto purged = office.purge(today, who);
    auto mails = settings ? purge_outbox(instance, settings->forms, today) : 0;
    std::string gone;
    if (purged.messages > 0) gone = counted(purged.messages, kMessages);
    if (purged.submissions > 0) {
        gone += (gone.empty() ? "" : ", ") + counted(purged.submissions, kSubmissions);
    }
    if (!gone.empty()) std::cout << "Usunięto: " << gone << ".\n";
    if (mails > 0) std::cout << "Usunięto z outbox/: " << counted(mails, kMails) << ".\n";
    if (gone.empty() && mails == 0) std::cout << "Nie ma nic do usunięcia.\n";
    return ExitCode::Ok;
}

}  // namespace okienko::cli
