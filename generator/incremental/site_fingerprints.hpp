#pragma once

#include <string_view>

#include "generator/incremental/fingerprint.hpp"
#include "generator/incremental/inputs.hpp"
#include "generator/page.hpp"
#include "generator/site_data.hpp"

namespace okienko::generator {

/// What an input is worth in this site: another number when anything of it has changed, also when
/// it has come or gone. Thread-safe.
Fingerprint fingerprint_of(const SiteData& site, const Input& input);

Fingerprint fingerprint_of(const PageHead& head);
Fingerprint fingerprint_of(const std::map<language::Language, Words>& words);
Fingerprint fingerprint_of(const Settings& settings);

}  // namespace okienko::generator
