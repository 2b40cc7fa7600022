#pragma once

#include <string>

#include "generator/page.hpp"
#include "generator/site.hpp"

namespace okienko::generator {

/// The accessibility declaration at /deklaracja-dostepnosci/ and in every other language of the
/// site, made of settings.accessibility in the form of „Warunki techniczne publikacji i struktura
/// dokumentu elektronicznego deklaracji dostępności” v2.0 of 31 July 2024 (art. 12 pkt 7 of the act
/// of 4 April 2019). The template keeps its headings; that its ids are there, each once, is checked
/// on the finished page (declaration_check). The three sentences of compliance are words of the
/// interface.
void add_declaration_pages(const Site& site, Pages& pages);

std::string declaration_address(language::Language language);

}  // namespace okienko::generator
