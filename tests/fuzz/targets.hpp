#pragma once

#include <string_view>

/// What strangers and editors send us, and what must hold whatever they send. Each target takes any
/// bytes, through the public functions of one room, and ends the program (`require`) when one of
/// its promises is broken; a sanitizer ends it for the rest.
namespace okienko::fuzz {

/// The body of a form of one page, for each of these forms.
void try_form_body(std::string_view body);
/// A step of an institution's form: its name in the first line, then the body.
void try_submission_step(std::string_view input);
/// An institution's cards as office.db keeps them.
void try_dossier(std::string_view json);
/// A file of content/.
void try_content_file(std::string_view text);
/// The Markdown of a page or a card.
void try_markdown(std::string_view text);
/// Files that `okienko import` takes.
void try_hsds_file(std::string_view text);
void try_csv_file(std::string_view text);
/// What follows "?" in the address of the search.
void try_search_address(std::string_view query);
/// The head of a request, as it comes over the wire.
void try_request_head(std::string_view bytes);

struct Target {
    std::string_view name;  ///< Also of its folder in seeds/.
    void (*run)(std::string_view input);
    int texts;  ///< How many the tests try beside the seeds: what takes about a second.
};

inline constexpr Target kTargets[] = {
    {"form_body", try_form_body, 300},
    {"submission_step", try_submission_step, 80},
    {"dossier", try_dossier, 500},
    {"content_file", try_content_file, 1000},
    {"markdown", try_markdown, 2000},
    {"hsds_file", try_hsds_file, 60},
    {"csv_file", try_csv_file, 60},
    {"search_address", try_search_address, 100},
    {"request_head", try_request_head, 3000},
};

}  // namespace okienko::fuzz
