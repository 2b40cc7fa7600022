#include "server/submission/remark_text.hpp"

#include "server/submission/dossier.hpp"
#include "server/submission/step_rows.hpp"

namespace okienko::server {

std::string remark_text(const model::Remark& remark, const generator::Words& words) {
    auto dot = remark.field.find('.');
    auto card = card_from_name(remark.field.substr(0, dot));
    if (!card) return remark.text;
    std::string place;
    if (card->kind == CardKind::Provider) {
        place = words["submission.your_institution"];
    } else {
        place = words["submission.the_" + std::string{word_of(card->kind)}] + " " +
                std::to_string(card->index + 1);
    }
    if (dot != std::string::npos) {
        place += ", " + field_label(card->kind, remark.field.substr(dot + 1), words);
    }
    return place + ": " + remark.text;
}

}  // namespace okienko::server
