#include <pwd.h>
#include <unistd.h>

#include <iostream>

#include "cli/clock.hpp"
#include "cli/commands.hpp"
#include "cli/counted.hpp"
#include "db/office.hpp"
#include "language/dates.hpp"
#include "language/local_time.hpp"
#include "language/phones.hpp"

namespace okienko::cli {
namespace {

/// The account that somebody works with: it stands in the audit.
db::Actor actor() {
    const auto* account = ::getpwuid(::geteuid());
    return {account ? account->pw_name : std::to_string(::geteuid()), build_clock()};
}

/// "5.03.2026 14:30", as the clock on the centre's wall says.
std::string moment_text(std::chrono::sys_seconds moment, const std::string& zone) {
    auto local = language::local_time(moment, zone);
    return language::date_short(local.date, language::Language::Polish) + " " +
           model::to_iso(local.time);
}

std::string way_to_answer(const model::Message& message) {
    if (message.phone.empty()) return message.email;
    auto phone = language::phone_display(message.phone);
    return message.email.empty() ? phone : phone + ", " + message.email;
}

void print_row(const model::ReceivedMessage& received, const std::string& zone) {
    std::cout << received.case_number << "  " << moment_text(received.received_at, zone) << "  "
              << received.message.subject << "\n         " << received.message.sender << ", "
              << way_to_answer(received.message) << "\n";
}

void print_whole(const model::ReceivedMessage& received, const std::string& zone) {
    const auto& message = received.message;
    auto line = [](std::string_view label, const std::string& value) {
        if (!value.empty()) std::cout << label << value << "\n";
    };
    line("Sprawa:    ", received.case_number);
    line("Przyszła:  ", moment_text(received.received_at, zone));
    line("Od:        ", message.sender);
    line("Odpowiedź: ", way_to_answer(message));
    line("Godziny:   ", message.preferred_hours);
    line("Język:     ", message.language == "pl" ? std::string{} : message.language);
    line("Temat:     ", message.subject);
    line("Usługa:    ", message.service);
    std::cout << "\n" << message.text << "\n\n";
    if (received.closed_at) {
        line("Zamknięta: ", moment_text(*received.closed_at, zone));
        line("Notatka:   ", received.closing_note);
    }
    line("Do usunięcia: ", language::date_short(received.purge_on, language::Language::Polish));
}

ExitCode no_such_case(const std::string& case_number) {
    std::cerr << "okienko: nie ma sprawy „" << case_number << "”. Lista: okienko messages list\n";
    return ExitCode::Problems;
}

ExitCode list(const db::Office& office, bool closed, const std::string& zone) {
    auto state = closed ? model::MessageState::Closed : model::MessageState::Open;
    auto messages = office.messages(state);
    for (const auto& each : messages) print_row(each, zone);
    if (!messages.empty()) {
        std::cout << counted(messages.size(), kMessages) << ".\n";
    } else {
        std::cout << (closed ? "Nie ma zamkniętych wiadomości.\n"
                             : "Żadna wiadomość nie czeka na odpowiedź.\n");
    }
    for (const auto& mail : office.dead_mails()) {
        std::cout << "Nie da się wysłać potwierdzenia do sprawy " << mail.case_number << ": "
                  << mail.remark << ". Zadzwoń.\n";
    }
    return ExitCode::Ok;
}

ExitCode show(const db::Office& office, const std::string& case_number, const std::string& zone) {
    auto message = office.message(case_number);
    if (!message) return no_such_case(case_number);
    print_whole(*message, zone);
    return ExitCode::Ok;
}

ExitCode close(db::Office& office, const MessagesCommand& command) {
    auto message = office.message(command.case_number);
    if (!message) return no_such_case(command.case_number);
    if (!office.close_message(message->case_number, command.note, actor())) {
        std::cerr << "okienko: sprawa " << message->case_number << " jest już zamknięta.\n";
        return ExitCode::Problems;
    }
    std::cout << "Sprawa " << message->case_number << " jest zamknięta.\n";
    return ExitCode::Ok;
}

}  // namespace

ExitCode run_messages(const MessagesCommand& command, const generator::Instance& instance) {
    auto zone = zone_of(instance);
    db::Office office{instance.office()};
    switch (command.task) {
        case MessagesCommand::Task::Show:
            return show(office, command.case_number, zone);
        case MessagesCommand::Task::Close:
            return close(office, command);
        case MessagesCommand::Task::List:
            break;
    }
    return list(office, command.closed, zone);
}

ExitCode run_purge(const generator::Instance& instance) {
    auto zone = zone_of(instance);
    db::Office office{instance.office()};
    auto who = actor();
    auto purged = office.purge(language::local_time(who.now, zone).date, who);
    std::cout << (purged == 0 ? "Nie ma nic do usunięcia.\n"
                              : "Usunięto: " + counted(purged, kMessages) + ".\n");
    return ExitCode::Ok;
}

}  // namespace okienko::cli
