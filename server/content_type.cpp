#include "server/content_type.hpp"

#include <algorithm>
#include <array>

namespace okienko::server {
namespace {

using enum Compression;

struct Ending {
    std::string_view text;
    ContentType type;
};

constexpr std::array kEndings{
    Ending{"kanal.xml", {"application/atom+xml; charset=utf-8", Useful}},
    Ending{".html", {"text/html; charset=utf-8", Useful}},
    Ending{".css", {"text/css; charset=utf-8", Useful}},
    Ending{".js", {"text/javascript; charset=utf-8", Useful}},
    Ending{".svg", {"image/svg+xml", Useful}},
    Ending{".xml", {"application/xml", Useful}},
    Ending{".ics", {"text/calendar; charset=utf-8", Useful}},
    Ending{".txt", {"text/plain; charset=utf-8", Useful}},
    Ending{".csv", {"text/csv; charset=utf-8", Useful}},
    Ending{".vtt", {"text/vtt; charset=utf-8", Useful}},
    Ending{".json", {"application/json", Useful}},
    Ending{".ndjson", {"application/x-ndjson", Useful}},
    Ending{".geojson", {"application/geo+json", Useful}},
    Ending{".webmanifest", {"application/manifest+json", Useful}},
    Ending{".rtf", {"application/rtf", Useful}},
    Ending{".ico", {"image/x-icon", Useful}},
    Ending{".db", {"application/vnd.sqlite3", Useful}},
    Ending{".png", {"image/png"}},
    Ending{".jpg", {"image/jpeg"}},
    Ending{".jpeg", {"image/jpeg"}},
    Ending{".gif", {"image/gif"}},
    Ending{".webp", {"image/webp"}},
    Ending{".avif", {"image/avif"}},
    Ending{".webm", {"video/webm"}},
    Ending{".mp4", {"video/mp4"}},
    Ending{".mp3", {"audio/mpeg"}},
    Ending{".ogg", {"audio/ogg"}},
    Ending{".woff2", {"font/woff2"}},
    Ending{".pdf", {"application/pdf"}},
    Ending{".odt", {"application/vnd.oasis.opendocument.text"}},
    Ending{".ods", {"application/vnd.oasis.opendocument.spreadsheet"}},
    Ending{".doc", {"application/msword"}},
    Ending{".docx", {"application/vnd.openxmlformats-officedocument.wordprocessingml.document"}},
    Ending{".xlsx", {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}},
    Ending{".zip", {"application/zip"}},
};

}  // namespace

ContentType content_type(std::string_view path) {
    const auto* found = std::find_if(kEndings.begin(), kEndings.end(), [&](const Ending& ending) {
        return path.ends_with(ending.text);
    });
    return found == kEndings.end() ? ContentType{"application/octet-stream"} : found->type;
}

}  // namespace okienko::server
