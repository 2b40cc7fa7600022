#include "cli/office_clerk.hpp"

#include <pwd.h>
#include <unistd.h>

#include "cli/clock.hpp"
#include "generator/settings_file.hpp"
#include "language/dates.hpp"
#include "language/local_time.hpp"

namespace okienko::cli {

db::Actor clerk() {
    const auto* account = ::getpwuid(::geteuid());
    return {account ? account->pw_name : std::to_string(::geteuid()), build_clock()};
}

std::string moment_text(std::chrono::sys_seconds moment, const std::string& zone) {
    auto local = language::local_time(moment, zone);
    return language::date_short(local.date, language::Language::Polish) + " " +
           model::to_iso(local.time);
}

std::optional<generator::Settings> centre_settings(const generator::Instance& instance) {
    auto file = generator::read_settings_file(instance);
    if (!file.ok()) return std::nullopt;
    return file.value().settings;
}

std::string zone_of(const std::optional<generator::Settings>& settings) {
    return settings ? settings->site.time_zone : generator::SiteSettings{}.time_zone;
}

}  // namespace okienko::cli
