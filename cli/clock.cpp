#include "cli/clock.hpp"

#include <charconv>
#include <cstdlib>
#include <stdexcept>
#include <string_view>

#include "generator/settings_file.hpp"

namespace okienko::cli {

std::chrono::sys_seconds build_clock() {
    using std::chrono::seconds;
    using std::chrono::sys_seconds;
    const char* variable = std::getenv("SOURCE_DATE_EPOCH");
    if (!variable) return std::chrono::floor<seconds>(std::chrono::system_clock::now());
    std::string_view text = variable;
    long long epoch = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), epoch);
    if (error != std::errc{} || end != text.data() + text.size() || epoch < 0) {
        throw std::runtime_error("SOURCE_DATE_EPOCH musi być liczbą sekund od 1970 roku");
    }
    return sys_seconds{seconds{epoch}};
}

std::string zone_of(const generator::Instance& instance) {
    auto file = generator::read_settings_file(instance);
    return file.ok() ? file.value().settings.site.time_zone : generator::SiteSettings{}.time_zone;
}

}  // namespace okienko::cli
