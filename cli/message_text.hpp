#pragma once

#include <iosfwd>
#include <string>
#include <string_view>

#include "model/message.hpp"

/// Messages of residents as the office reads them.
namespace okienko::cli {

/// Two lines: what a list says of a message. `zone` is the centre's time zone.
void print_row(std::ostream& out, const model::ReceivedMessage& received, const std::string& zone);

/// All of it.
void print_whole(std::ostream& out,
                 const model::ReceivedMessage& received,
                 const std::string& zone);

/// "nieaktualna informacja"
std::string_view kind_text(model::MessageKind kind);

/// What a reader ticked: "terminy" for "hours" of a report. Empty for a name that nobody can tick.
std::string_view reason_text(model::MessageKind kind, std::string_view reason);

}  // namespace okienko::cli
