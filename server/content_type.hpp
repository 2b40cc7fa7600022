#pragma once

#include <string_view>

namespace okienko::server {

enum class Compression { Useful, Useless };

struct ContentType {
    std::string_view name;  ///< The value of Content-Type, with the charset where it is text.
    Compression compression = Compression::Useless;
};

/// What a published file is, by its name: "kanal.xml" is an Atom feed, ".html" a page. Unknown
/// endings are "application/octet-stream": with nosniff a browser offers to save them.
ContentType content_type(std::string_view path);

}  // namespace okienko::server
