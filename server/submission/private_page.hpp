#pragma once

#include <string>

#include "generator/page.hpp"
#include "generator/view.hpp"
#include "generator/words.hpp"
#include "server/submission/dossier.hpp"
#include "server/submission/submission_pages.hpp"

/// What the pages behind a private link have in common.
namespace okienko::server {

enum class Standing { Right, Wrong };

/// A page for those who have the link: in no list, in one language, and it is told to nobody. When
/// something in it is wrong, its window says so first.
generator::PageHead private_head(const generator::Words& words,
                                 std::string address,
                                 std::string title,
                                 Standing standing = Standing::Right);

/// "Usługa 2: Klub Malucha"
std::string card_title(const CardRef& card,
                       const model::Node& cells,
                       const generator::Words& words);

/// Sets form_notice: why the page comes back as it is, or nothing.
void set_notice(generator::View& view, Notice notice, const generator::Words& words);

}  // namespace okienko::server
