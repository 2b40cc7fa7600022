#pragma once

#include <map>

#include "generator/incremental/fingerprint.hpp"
#include "generator/page.hpp"
#include "generator/settings.hpp"
#include "generator/words.hpp"
#include "language/language.hpp"

namespace okienko::generator {

/// Of what every page shares, and of what each is called.
Fingerprint fingerprint_of(const PageHead& head);
Fingerprint fingerprint_of(const std::map<language::Language, Words>& words);
Fingerprint fingerprint_of(const Settings& settings);

}  // namespace okienko::generator
