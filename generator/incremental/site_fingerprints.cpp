#include "generator/incremental/site_fingerprints.hpp"

#include <string_view>

#include "generator/incremental/value_fingerprint.hpp"

namespace okienko::generator {

Fingerprint fingerprint_of(const PageHead& head) {
    return fingerprint(head);
}

Fingerprint fingerprint_of(const std::map<language::Language, Words>& words) {
    FingerprintMaker maker;
    for (const auto& [language, texts] : words) {
        maker.add(language);
        std::map<std::string_view, std::string_view> sorted{texts.all().begin(), texts.all().end()};
        for (const auto& [key, text] : sorted) maker.add(key).add(text);
    }
    return maker.made();
}

Fingerprint fingerprint_of(const Settings& settings) {
    return fingerprint(settings);
}

}  // namespace okienko::generator
