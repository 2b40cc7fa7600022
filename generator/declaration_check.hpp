#pragma once

#include <string_view>
#include <vector>

#include "generator/page.hpp"
#include "generator/settings.hpp"

/// The accessibility declaration as a machine reads it: „Warunki techniczne publikacji i struktura
/// dokumentu elektronicznego deklaracji dostępności” v2.0 of 31 July 2024.
namespace okienko::generator {

/// The ids that the declaration of this centre must carry, in the order of the document.
std::vector<std::string_view> declaration_ids(const AccessibilitySettings& stated);

/// What is wrong with the page as it was drawn: ids that are missing or stand twice, dates that no
/// machine can read, addresses that are no links.
std::vector<PageFault> declaration_faults(std::string_view html,
                                          const AccessibilitySettings& stated);

}  // namespace okienko::generator
