#include "generator/feeds/calendar_text.hpp"

#include <chrono>

namespace okienko::generator {
namespace {

constexpr std::size_t kLongestLine = 75;

void append_digits(std::string& out, unsigned number, int digits) {
    unsigned place = 1;
    for (int i = 1; i < digits; ++i) place *= 10;
    for (; place > 0; place /= 10) out += static_cast<char>('0' + number / place % 10);
}

/// "20261122T093000".
void append_moment(std::string& out, model::Date date, model::TimeOfDay time) {
    auto moment = std::chrono::sys_days{date} + time;
    auto day = std::chrono::floor<std::chrono::days>(moment);
    model::Date on{day};
    auto minutes = static_cast<unsigned>(
        std::chrono::duration_cast<std::chrono::minutes>(moment - day).count());
    append_digits(out, static_cast<unsigned>(int{on.year()}), 4);
    append_digits(out, static_cast<unsigned>(on.month()), 2);
    append_digits(out, static_cast<unsigned>(on.day()), 2);
    out += 'T';
    append_digits(out, minutes / 60, 2);
    append_digits(out, minutes % 60, 2);
    out += "00";
}

bool continues_character(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

}  // namespace

std::string utc_text(model::Date date, model::TimeOfDay time) {
    std::string text;
    append_moment(text, date, time);
    return text + "Z";
}

void CalendarText::line(std::string_view content) {
    auto room = kLongestLine;
    while (content.size() > room) {
        auto cut = room;
        while (continues_character(content[cut])) --cut;  // Never within a character.
        text_ += content.substr(0, cut);
        text_ += "\r\n ";
        content.remove_prefix(cut);
        room = kLongestLine - 1;  // The space that begins a folded line counts.
    }
    text_ += content;
    text_ += "\r\n";
}

void CalendarText::words(std::string_view name, std::string_view text) {
    buffer_ = name;
    buffer_ += ':';
    for (char c : text) {
        if (c == '\n') {
            buffer_ += "\\n";
        } else if (c != '\r') {
            if (c == '\\' || c == ';' || c == ',') buffer_ += '\\';
            buffer_ += c;
        }
    }
    line(buffer_);
}

void CalendarText::moment(std::string_view name, model::Date date, model::TimeOfDay time) {
    buffer_ = name;
    buffer_ += ";TZID=";
    buffer_ += time_zone_;
    buffer_ += ':';
    append_moment(buffer_, date, time);
    line(buffer_);
}

}  // namespace okienko::generator
