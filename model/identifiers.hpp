#pragma once

#include <string_view>

/// Identifiers that Polish registers and standards define, checked as far as their form allows.
/// A valid checksum proves that nothing was mistyped, not that the thing exists.
namespace okienko::model {

/// Lower-case ASCII letters, digits and single hyphens between them; at most 80 characters.
bool is_slug(std::string_view text);

/// A UUID in the canonical lower-case form (RFC 9562 section 4).
bool is_uuid(std::string_view text);

/// Tax number: 10 digits, weights 6 5 7 2 3 4 5 6 7, modulo 11, never 10.
bool is_nip(std::string_view text);

/// Statistical number of 9 or 14 digits with its checksum.
bool is_regon(std::string_view text);

/// Court register number: exactly 10 digits; it has no checksum.
bool is_krs(std::string_view text);

/// Personal number: 11 digits with a checksum (weights 1 3 7 9) and a date of birth that exists
/// (ustawa o ewidencji ludności, art. 15).
bool is_pesel(std::string_view text);

/// Whether a PESEL stands in a text, alone among other characters; groups of its digits may be
/// parted by single spaces or hyphens.
bool contains_pesel(std::string_view text);

/// TERYT municipality: WOJ(2) POW(2) GMI(2) RODZ(1: 1-5, 8 or 9).
bool is_terc(std::string_view text);

/// TERYT locality: 7 digits, the last one a checksum (weights 2-7, modulo 11, 10 counts as 0).
bool is_simc(std::string_view text);

/// TERYT street: 5 digits.
bool is_ulic(std::string_view text);

/// Polish postal code, "00-000".
bool is_postal_code(std::string_view text);

/// A number to dial: E.164 with "+", or a short Polish number of 3 to 6 digits.
bool is_phone(std::string_view text);

/// A mailbox "local@domain" in the plain form of RFC 5321 (no quoting, no comments).
bool is_email(std::string_view text);

/// An absolute http or https address without spaces or quotes.
bool is_web_address(std::string_view text);

/// A two-letter ISO 639-1 language code.
bool is_language_code(std::string_view text);

}  // namespace okienko::model
