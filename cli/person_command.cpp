#include <iostream>

#include "cli/commands.hpp"
#include "cli/counted.hpp"
#include "cli/office_clerk.hpp"
#include "db/office.hpp"
#include "exchange/json.hpp"
#include "exchange/node_table.hpp"
#include "model/identifiers.hpp"
#include "server/forms/field_checks.hpp"

namespace okienko::cli {
namespace {

using exchange::ObjectMaker;
using model::Node;

Node message_node(const model::ReceivedMessage& received, const std::string& zone) {
    const auto& message = received.message;
    ObjectMaker object;
    object.add("numer", received.case_number)
        .add("przyszła", moment_text(received.received_at, zone))
        .add("od", message.sender)
        .add("telefon", message.phone)
        .add("email", message.email)
        .add("godziny", message.preferred_hours)
        .add("temat", message.subject)
        .add("usługa", message.service)
        .add("treść", message.text)
        .add("notatka", received.closing_note)
        .add("strona", message.page)
        .add("do usunięcia", model::to_iso(received.purge_on));
    return object.done();
}

Node submission_node(const model::Submission& submission, const std::string& zone) {
    exchange::JsonReader reader;
    auto cards = reader.read(submission.cards);
    ObjectMaker object;
    object.add("numer", submission.case_number)
        .add("zaczęte", moment_text(submission.created_at, zone))
        .add("email", submission.email)
        .add("stan", std::string{model::name(submission.state)});
    if (auto* node = std::get_if<Node>(&cards)) object.add("karty", std::move(*node));
    object.add("do usunięcia", model::to_iso(submission.purge_on));
    return object.done();
}

Node mail_node(const model::QueuedMail& queued) {
    ObjectMaker object;
    object.add("numer", queued.case_number)
        .add("do", queued.mail.recipient)
        .add("temat", queued.mail.subject)
        .add("treść", queued.mail.text);
    return object.done();
}

std::string json_of(const db::Office::PersonFile& file, const std::string& zone) {
    Node::Array messages;
    for (const auto& each : file.messages) messages.push_back(message_node(each, zone));
    Node::Array submissions;
    for (const auto& each : file.submissions) submissions.push_back(submission_node(each, zone));
    Node::Array mails;
    for (const auto& each : file.mails) mails.push_back(mail_node(each));
    ObjectMaker object;
    object.add("wiadomości", Node{std::move(messages)})
        .add("zgłoszenia", Node{std::move(submissions)})
        .add("czekające maile", Node{std::move(mails)});
    std::string text;
    exchange::append_json(text, object.done());
    return text;
}

std::string counts_text(const db::Office::PersonFile& file) {
    return counted(file.messages.size(), kMessages) + ", " +
           counted(file.submissions.size(), kSubmissions) + ", " +
           counted(file.mails.size(), kMails);
}

}  // namespace

ExitCode run_person(const PersonCommand& command, const generator::Instance& instance) {
    bool is_email = model::is_email(command.contact);
    auto phone = is_email ? std::string{} : server::dialled(command.contact);
    if (!is_email && !model::is_phone(phone)) {
        std::cerr << "okienko: „" << command.contact
                  << "” to nie jest adres e-mail ani numer telefonu.\n";
        return ExitCode::Usage;
    }
    auto email = is_email ? command.contact : std::string{};
    auto zone = zone_of(centre_settings(instance));
    db::Office office{instance.office()};
    if (command.task == PersonCommand::Task::Export) {
        auto file = office.export_person(email, phone, clerk());
        std::cout << json_of(file, zone) << "\n";
        std::cerr << "Wydano: " << counts_text(file) << ".\n";
        return ExitCode::Ok;
    }
    auto file = office.erase_person(email, phone, clerk());
    std::cout << "Usunięto: " << counts_text(file) << ".\n";
    return ExitCode::Ok;
}

}  // namespace okienko::cli
