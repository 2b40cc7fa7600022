#include "language/local_time.hpp"

#include <unicode/basictz.h>
#include <unicode/timezone.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <stdexcept>

#include "language/icu.hpp"

namespace okienko::language {

namespace {

using std::chrono::floor;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;
using std::chrono::sys_days;
using std::chrono::sys_seconds;

/// ICU itself answers an unknown name with GMT, and also makes zones of names like "GMT+3".
bool is_known_zone(const icu::UnicodeString& name) {
    UErrorCode status = U_ZERO_ERROR;
    UBool is_system_zone = 0;
    icu::UnicodeString canonical;
    icu::TimeZone::getCanonicalID(name, canonical, is_system_zone, status);
    return U_SUCCESS(status) && is_system_zone != 0;
}

std::unique_ptr<icu::BasicTimeZone> open_zone(std::string_view name) {
    const icu::UnicodeString id = to_utf16(name);
    if (!is_known_zone(id)) {
        throw std::invalid_argument("unknown time zone: " + std::string(name));
    }
    // Every zone of ICU's own data is a BasicTimeZone, as its reference says.
    return std::unique_ptr<icu::BasicTimeZone>(
        static_cast<icu::BasicTimeZone*>(icu::TimeZone::createTimeZone(id)));
}

/// A centre lives in one zone, so remembering the last one saves every second look-up. Per thread,
/// because ICU does not promise that a zone may be read from many threads.
const icu::BasicTimeZone& zone_named(std::string_view name) {
    struct OpenZone {
        std::string name;
        std::shared_ptr<const icu::BasicTimeZone> zone;
    };
    thread_local OpenZone last;
    if (last.zone == nullptr || last.name != name) {
        last = {std::string(name), open_zone(name)};
    }
    return *last.zone;
}

UDate to_icu(sys_seconds moment) {
    return static_cast<UDate>(milliseconds{moment.time_since_epoch()}.count());
}

seconds offset_at(sys_seconds moment, std::string_view zone) {
    int32_t standard = 0;
    int32_t daylight = 0;
    UErrorCode status = U_ZERO_ERROR;
    zone_named(zone).getOffset(to_icu(moment), 0, standard, daylight, status);
    require_icu(status, "time zone offset");
    return floor<seconds>(milliseconds{standard + daylight});
}

}  // namespace

LocalTime local_time(sys_seconds moment, std::string_view zone) {
    const seconds offset = offset_at(moment, zone);
    const sys_seconds wall = moment + offset;
    const sys_days day = floor<std::chrono::days>(wall);
    return {Date{day}, floor<minutes>(wall - day), floor<minutes>(offset)};
}

sys_seconds utc_of(Date date, minutes time, std::string_view zone) {
    const sys_seconds wall = sys_days{date} + time;
    int32_t standard = 0;
    int32_t daylight = 0;
    UErrorCode status = U_ZERO_ERROR;
    zone_named(zone).getOffsetFromLocal(
        to_icu(wall), UCAL_TZ_LOCAL_FORMER, UCAL_TZ_LOCAL_FORMER, standard, daylight, status);
    require_icu(status, "time zone offset");
    return wall - floor<seconds>(milliseconds{standard + daylight});
}

std::string rfc3339(sys_seconds moment, std::string_view zone) {
    const LocalTime local = local_time(moment, zone);
    const auto second = (moment.time_since_epoch() % minutes{1} + minutes{1}) % minutes{1};
    const auto offset = std::abs(local.utc_offset.count());
    std::array<char, 32> time{};
    const int length = std::snprintf(time.data(),
                                     time.size(),
                                     "T%02d:%02d:%02d%c%02d:%02d",
                                     static_cast<int>(local.time.count() / 60),
                                     static_cast<int>(local.time.count() % 60),
                                     static_cast<int>(second.count()),
                                     local.utc_offset < minutes{0} ? '-' : '+',
                                     static_cast<int>(offset / 60),
                                     static_cast<int>(offset % 60));
    return date_iso(local.date).append(time.data(), static_cast<std::size_t>(length));
}

}  // namespace okienko::language
