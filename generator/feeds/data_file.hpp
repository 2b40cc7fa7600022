#pragma once

#include <functional>
#include <string>
#include <vector>

#include "generator/page.hpp"
#include "generator/site.hpp"

namespace okienko::generator {

/// What it takes to make a file: time and memory of one page, or of hundreds.
enum class Effort { APage, ManyPages };

/// An output file that no template draws. `bytes` runs at most once, on any thread, and reads the
/// site as the body of a Page does.
struct DataFile {
    std::string address;  ///< "/sitemap.xml"
    std::function<std::string()> bytes;
    Fingerprint captured = 0;  ///< Of values that `bytes` holds itself.
    Effort effort = Effort::APage;
};

using DataFiles = std::vector<DataFile>;

/// /aktualnosci/kanal.xml: the twenty newest news, Atom (RFC 4287). Always there, so that the link
/// to it in every page holds before the first news.
void add_atom_feed(const Site& site, DataFiles& files);

/// /manifest.webmanifest: what a phone calls the site on its home screen (W3C Web App Manifest).
void add_web_manifest(const Site& site, DataFiles& files);

/// /sitemap.xml (sitemaps.org 0.9; more than 50,000 addresses become an index of parts) and
/// /robots.txt. `pages` must outlive the files.
void add_site_map_files(const Site& site, const Pages& pages, DataFiles& files);

/// /wybor/spis.json: which services each choice finds, for the script that narrows their list. A
/// service is its position among all by name.
void add_choice_index(const Site& site, DataFiles& files);

/// /search/00.db and so on: the index that the server asks when somebody looks for something.
void add_search_files(const Site& site, const search::SearchWords& words, DataFiles& files);

/// /uslugi/<slug>/termin.ics for every service with a schedule, and /harmonogram/kalendarz.ics with
/// all of them (RFC 5545).
void add_calendars(const Site& site, DataFiles& files);

}  // namespace okienko::generator
