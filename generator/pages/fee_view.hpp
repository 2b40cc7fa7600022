#pragma once

#include <string>
#include <vector>

#include "generator/card_texts.hpp"
#include "generator/clock.hpp"
#include "generator/view.hpp"
#include "generator/words.hpp"
#include "model/service.hpp"

/// What a service costs, in words.
namespace okienko::generator {

/// For a list or a glance: "Bezpłatnie", "12 zł za godzinę", "od 5 zł do 30 zł za dzień",
/// "Według dochodu: od 0 zł do 21 zł za godzinę". Rates that have ended do not count.
std::string fee_summary(model::FeeMode fee_mode,
                        const std::vector<model::Fee>& fees,
                        const Clock& clock,
                        const Words& words);

/// Rows fee_name, fee_amount, fee_note and fee_period ("do 31 grudnia 2026 r.").
/// Rates that have ended are left out.
std::vector<View> fee_rows(const std::vector<model::Fee>& fees,
                           const CardTexts& texts,
                           const Clock& clock,
                           const Words& words);

/// The period that all of those rates share ("do 30 kwietnia 2027 r."), to be said once; their rows
/// then leave it out. Empty when they differ or have no end.
std::string fees_period(const std::vector<model::Fee>& fees,
                        const Clock& clock,
                        const Words& words);

/// Rows relief_entitled, relief_size, relief_proof and relief_note.
std::vector<View> relief_rows(const std::vector<model::Relief>& reliefs,
                              const CardTexts& texts,
                              const Words& words);

}  // namespace okienko::generator
