#include "cli/counted.hpp"

#include "language/plural.hpp"

namespace okienko::cli {

std::string counted(std::size_t number, const Noun& noun) {
    using language::PluralForm;
    auto form =
        language::plural_form(language::Language::Polish, static_cast<std::int64_t>(number));
    auto word = form == PluralForm::One ? noun.one : form == PluralForm::Few ? noun.few : noun.many;
    return std::to_string(number) + " " + std::string{word};
}

}  // namespace okienko::cli
