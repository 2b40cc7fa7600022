#include "server/submission/private_page.hpp"

namespace okienko::server {

using generator::PageHead;
using generator::View;
using generator::Words;

PageHead private_head(const Words& words,
                      std::string address,
                      std::string title,
                      Standing standing) {
    PageHead head;
    if (standing == Standing::Wrong) {
        head.window_title = words.format("form.title_with_error", {{"title", title}});
    }
    head.address = std::move(address);
    head.title = std::move(title);
    head.language = words.language();
    head.section = generator::Section::Other;
    head.indexing = generator::Indexing::Unlisted;
    return head;
}

std::string card_title(const CardRef& card, const model::Node& cells, const Words& words) {
    if (card.kind == CardKind::Provider) return words["submission.your_institution"];
    auto kind = std::string{"submission.the_"} + std::string{word_of(card.kind)};
    auto title = words[kind] + " " + std::to_string(card.index + 1);
    auto name = cells.text("name");
    return name.empty() ? title : title + ": " + name;
}

void set_notice(View& view, Notice notice, const Words& words) {
    view.nothing("form_notice");
    if (notice.empty()) return;
    View said{words.language()};
    std::string group{notice};
    said.words("notice_title", words[group + ".title"]);
    said.words("notice_text", words[group + ".text"]);
    view.object("form_notice", std::move(said));
}

}  // namespace okienko::server
