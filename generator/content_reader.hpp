#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "generator/blank_form.hpp"
#include "generator/content.hpp"
#include "model/field.hpp"
#include "model/problem.hpp"

namespace okienko::generator {

/// A content file as it stands on disk: its head read, its text still Markdown.
struct ContentSource {
    ContentPage page;
    ContentBody
        rendered;      ///< Filled by ContentRenderer; `film` and `captions` as they are written.
    std::string name;  ///< For messages: "content/kontakt.md".
    std::string text;  ///< The whole file.
    std::size_t body = 0;  ///< Where the Markdown begins in it.
    int body_line = 1;     ///< The line of that place.
    model::Document head;  ///< The front matter, for the places of its values.
};

struct ContentFolder {
    std::vector<ContentSource> sources;   ///< Markdown files, in order of path.
    std::vector<ContentPage> unreadable;  ///< Files with problems: only file, address, slug, kind.
    std::vector<BlankForm> forms;         ///< formularze/*.toml, in order.
    std::vector<std::string> unreadable_forms;  ///< Slugs of those with problems.
    std::vector<std::string> files;  ///< Everything else: images and attachments, in order.
};

/// Every key of the front matter, for the reader and for the documentation test.
std::span<const model::Field> front_matter_fields();

/// Reads one Markdown file, its name relative to content/; nothing when it has problems, which it
/// adds.
std::optional<ContentSource> read_content_file(std::string_view file,
                                               std::string text,
                                               model::Problems& problems);

/// Reads all of content/: heads and texts, nothing rendered yet.
ContentFolder read_content(const std::filesystem::path& folder, model::Problems& problems);

/// "/aktualnosci/dzien-seniora/" for "aktualnosci/dzien-seniora.md"; "/en/" for "index.en.md".
std::string content_address(std::string_view file);

}  // namespace okienko::generator
