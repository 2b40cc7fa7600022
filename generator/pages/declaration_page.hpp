#pragma once

#include "generator/page.hpp"
#include "generator/site.hpp"

namespace okienko::generator {

/// The accessibility declaration at /deklaracja-dostepnosci/, made of settings.accessibility in
/// the form of „Warunki techniczne publikacji i struktura dokumentu elektronicznego deklaracji
/// dostępności” v2.0 of 31 July 2024 (art. 12 pkt 7 of the act of 4 April 2019). The template
/// keeps its ids and headings; the three sentences of compliance are words of the interface.
void add_declaration_page(const Site& site, Pages& pages);

}  // namespace okienko::generator
