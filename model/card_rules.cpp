#include "model/card_rules.hpp"

namespace okienko::model {
namespace {

struct Sentences {
    std::string_view message;
    std::string_view remedy;
};

/// In the order of CardRule.
constexpr std::array<Sentences, Choice<CardRule>::kNames.size()> kSentences{{
    {"kontakt „{role}” nie ma telefonu ani adresu e-mail", "dopisz phone albo email"},
    {"numer wewnętrzny ma mieć same cyfry", ""},
    {"numer wewnętrzny bez numeru telefonu", "dopisz phone"},
    {"dokument „{name}” bywa potrzebny, ale nie wiadomo kiedy", "dopisz pole when"},
    {"górna granica opłaty jest niższa od dolnej", ""},
    {"stawka kończy się, zanim się zacznie", ""},
    {"ulga „{entitled}” musi mieć procent albo kwotę", "podaj percent albo amount, nie oba naraz"},
    {"ulga o 0 % nic nie zmienia", "podaj od 1 do 100"},
    {"wolnych miejsc jest więcej niż wszystkich", ""},
    {"najwyższy wiek dziecka jest niższy od najniższego", ""},
    {"w dniu {date} harmonogram „{title}” i tak nic nie przewiduje",
     "popraw datę albo usuń wyjątek"},
    {"ten wyjątek musi mieć godziny", "dopisz starts i ends"},
    {"wyjątek kończy się, zanim się zacznie", ""},
    {"numer dnia w miesiącu ma sens tylko przy frequency = \"monthly\"", ""},
    {"brak dni tygodnia", "dopisz days = [\"mo\"]"},
    {"brak dni miesiąca", "dopisz days = [\"1mo\"] albo month_days"},
    {"harmonogram ma naraz days i month_days",
     "zostaw jedno z nich; drugie zapisz jako osobny harmonogram"},
    {"dni miesiąca liczymy od 1 do 31", ""},
    {"co ile tygodni lub miesięcy: co najmniej 1", ""},
    {"harmonogram „{title}” kończy się ({ends}), zanim się zacznie ({starts})",
     "popraw starts albo ends"},
    {"harmonogram „{title}” obowiązuje do dnia sprzed swojego początku",
     "popraw valid_from albo valid_to"},
    {"usługa jest bezpłatna, a ma opłatę większą od zera", "popraw fee_mode albo fees"},
    {"usługa jest płatna, a nie ma żadnej opłaty", "dopisz [[fees]]"},
    {"miejsca „{place}” nie ma na liście places tej usługi", "dopisz je do places"},
    {"usługa kończy się, zanim się zacznie", ""},
    {"najwyższy wiek jest niższy od najniższego", ""},
    {"usługa jest powiązana sama ze sobą", "usuń jej slug z listy"},
    {"współrzędne są poza kulą ziemską", "podaj stopnie WGS 84, np. 53.76 i 21.75"},
    {"współrzędne muszą być dwie", "podaj latitude i longitude"},
    {"program kończy się, zanim się zacznie", ""},
}};

const Sentences& sentences_of(CardRule rule) {
    return kSentences[static_cast<std::size_t>(rule)];
}

}  // namespace

std::string message_of(const FieldProblem& problem) {
    std::string message{sentences_of(problem.rule).message};
    for (const auto& [name, value] : problem.details) {
        auto hole = std::string{"{"}.append(name) + "}";
        message.replace(message.find(hole), hole.size(), value);
    }
    return message;
}

std::string remedy_of(const FieldProblem& problem) {
    return std::string{sentences_of(problem.rule).remedy};
}

}  // namespace okienko::model
