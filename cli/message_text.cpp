#include "cli/message_text.hpp"

#include <array>
#include <optional>
#include <ostream>

#include "cli/office_clerk.hpp"
#include "language/dates.hpp"
#include "language/phones.hpp"

namespace okienko::cli {
namespace {

using model::MessageKind;

/// In the order of model::OutdatedPart.
constexpr std::array<std::string_view, 7> kOutdatedParts{"kontakt",
                                                         "godziny lub terminy",
                                                         "miejsce",
                                                         "opłaty",
                                                         "warunki lub dokumenty",
                                                         "tej usługi już nie ma",
                                                         "coś innego"};

/// In the order of model::Blemish.
constexpr std::array<std::string_view, 5> kBlemishes{"trudne słowa",
                                                     "za dużo tekstu",
                                                     "brakuje tego, czego szuka",
                                                     "coś się nie zgadza",
                                                     "coś nie działa"};

/// In the order of model::Merit.
constexpr std::array<std::string_view, 4> kMerits{
    "proste słowa", "krótko i na temat", "jest to, czego szuka", "wiadomo, co dalej"};

template <class E, std::size_t count>
std::string_view text_of(std::string_view name, const std::array<std::string_view, count>& texts) {
    static_assert(count == model::Choice<E>::kNames.size());
    auto value = model::from_name<E>(name);
    return value ? texts[static_cast<std::size_t>(*value)] : std::string_view{};
}

std::string way_to_answer(const model::Message& message) {
    if (message.phone.empty()) return message.email;
    auto phone = language::phone_display(message.phone);
    return message.email.empty() ? phone : phone + ", " + message.email;
}

std::string joined(std::string_view separator, std::initializer_list<std::string> parts) {
    std::string all;
    for (const auto& part : parts) {
        if (part.empty()) continue;
        if (!all.empty()) all += separator;
        all += part;
    }
    return all;
}

std::string score_text(const model::Message& message) {
    return message.score ? std::to_string(*message.score) + " z 5" : std::string{};
}

/// The page that an opinion is about; an empty one is about all of them.
std::string page_text(const model::Message& message) {
    if (message.kind != MessageKind::Feedback) return message.page;
    return message.page.empty() ? "cały serwis" : message.page;
}

std::string reasons_text(const model::Message& message) {
    std::string all;
    for (const auto& reason : message.reasons) {
        auto text = reason_text(message.kind, reason);
        all += (all.empty() ? "" : ", ") + std::string{text.empty() ? reason : text};
    }
    return all;
}

/// What a message is about, in a few words.
std::string matter_of(const model::Message& message) {
    std::string kind{kind_text(message.kind)};
    switch (message.kind) {
        case MessageKind::Outdated:
            return joined(": ", {kind, message.service});
        case MessageKind::Feedback:
            return joined(": ", {kind + " " + score_text(message), page_text(message)});
        case MessageKind::Contact:
            break;
    }
    return message.subject;
}

}  // namespace

std::string_view kind_text(MessageKind kind) {
    switch (kind) {
        case MessageKind::Outdated:
            return "nieaktualna informacja";
        case MessageKind::Feedback:
            return "ocena strony";
        case MessageKind::Contact:
            break;
    }
    return "pytanie";
}

std::string_view reason_text(MessageKind kind, std::string_view reason) {
    if (kind == MessageKind::Outdated) return text_of<model::OutdatedPart>(reason, kOutdatedParts);
    if (kind != MessageKind::Feedback) return {};
    auto blemish = text_of<model::Blemish>(reason, kBlemishes);
    return blemish.empty() ? text_of<model::Merit>(reason, kMerits) : blemish;
}

void print_row(std::ostream& out, const model::ReceivedMessage& received, const std::string& zone) {
    const auto& message = received.message;
    out << received.case_number << "  " << moment_text(received.received_at, zone) << "  "
        << matter_of(message) << "\n";
    auto more = joined(", ", {message.sender, way_to_answer(message), reasons_text(message)});
    if (!more.empty()) out << "         " << more << "\n";
}

void print_whole(std::ostream& out,
                 const model::ReceivedMessage& received,
                 const std::string& zone) {
    const auto& message = received.message;
    auto line = [&out](std::string_view label, const std::string& value) {
        if (!value.empty()) out << label << value << "\n";
    };
    line("Sprawa:    ", received.case_number);
    line("Rodzaj:    ", std::string{kind_text(message.kind)});
    line("Przyszła:  ", moment_text(received.received_at, zone));
    line("Od:        ", message.sender);
    line("Odpowiedź: ", way_to_answer(message));
    line("Godziny:   ", message.preferred_hours);
    line("Język:     ", message.language == "pl" ? std::string{} : message.language);
    line("Temat:     ", message.subject);
    line("Usługa:    ", message.service);
    line("Strona:    ", page_text(message));
    line("Ocena:     ", score_text(message));
    line("Zaznaczono: ", reasons_text(message));
    if (!message.text.empty()) out << "\n" << message.text << "\n";
    out << "\n";
    if (received.closed_at) {
        line("Zamknięta: ", moment_text(*received.closed_at, zone));
        line("Notatka:   ", received.closing_note);
    }
    line("Do usunięcia: ", language::date_short(received.purge_on, language::Language::Polish));
}

}  // namespace okienko::cli
