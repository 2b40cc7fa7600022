#pragma once

#include <string>
#include <string_view>

namespace okienko::language {

// A number is stored as E.164 ("+48999001020") or as a Polish short number ("112", "116111").
// Nine digits without a plus are read as a Polish number. Spaces and other separators are skipped.

/// The number as people in Poland read it, with no-break spaces between groups:
/// - Polish, without the country code: mobile "600 700 800", toll-free and other services (80, 70)
///   "800 120 002", landline "99 900 10 20" (numbering plan, UKE);
/// - short: "112", "19 115", "116 111";
/// - foreign: "+380 44 123 45 67", "+49 301 234 567".
/// A text without digits comes back unchanged.
[[nodiscard]] std::string phone_display(std::string_view number);

/// The address behind a phone link (RFC 3966): "tel:+48999001020;ext=216". A short number is
/// dialled as it is: "tel:112". No extension: leave it empty. The result has only characters that
/// are safe in an attribute, whatever the input; a number without digits gives an empty text.
[[nodiscard]] std::string phone_uri(std::string_view number, std::string_view extension = {});

}  // namespace okienko::language
