#include "server/static_site.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <sstream>
#include <string>
#include <utility>

#include "server/content_type.hpp"
#include "server/header_values.hpp"

namespace okienko::server {
namespace {

using FilePointer = std::shared_ptr<const OpenFile>;

constexpr std::string_view kIndex = "index.html";
constexpr std::string_view kNotFound = "/404.html";

FilePointer open_file(const ReleaseFiles& release, std::string_view path) {
    const auto entry = release.open(path);
    const auto* file = std::get_if<FilePointer>(&entry);
    return file == nullptr ? nullptr : *file;
}

Response redirect(const Request& request, std::string_view path) {
    auto location = percent_encoded(path);
    if (!request.query.empty()) location += "?" + request.query;
    return {.status = 308,
            .headers = {{"Location", location}, {"Cache-Control", "no-cache"}},
            .body = std::string{}};
}

Response not_found(const ReleaseFiles& release) {
    const auto file = open_file(release, kNotFound);
    if (!file) return bare_response(404);
    return {.status = 404,
            .headers = {{"Content-Type", std::string{content_type(kNotFound).name}},
                        {"Cache-Control", "no-cache"}},
            .body = FileSlice{file, 0, file->size()}};
}

/// Strong: a release never changes a file in place, and an unchanged file is the same inode in the
/// next release (a hard link), so the tag outlives a publish that did not touch it.
std::string entity_tag(const OpenFile& file) {
    std::ostringstream tag;
    tag << std::hex << '"' << file.inode() << '-' << file.modified_ns() << '-' << file.size()
        << '"';
    return tag.str();
}

bool is_hexadecimal(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char letter) {
        return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'f');
    });
}

/// "/zasoby/okienko.3f2a07c1d2e3f4a5.css": the generator's content_hash, 16 digits.
bool is_named_by_content(std::string_view path) {
    constexpr std::size_t kHashLength = 16;
    if (!path.starts_with("/zasoby/")) return false;
    const auto ending = path.rfind('.');
    if (ending == std::string_view::npos || ending < kHashLength + 1) return false;
    const auto hash = ending - kHashLength;
    return path[hash - 1] == '.' && is_hexadecimal(path.substr(hash, kHashLength));
}

std::string_view cache_control(std::string_view path) {
    return is_named_by_content(path) ? "public, max-age=31536000, immutable" : "no-cache";
}

/// A file as it will be sent.
struct Variant {
    FilePointer file;
    std::string encoding;  ///< "br", "gzip", or empty: as it is.
};

/// The compressed file beside the plain one that this visitor prefers, if there is any. Adds Vary
/// whenever another visitor could get another file.
Variant preferred_variant(const ReleaseFiles& release,
                          const Request& request,
                          const std::string& path,
                          FilePointer plain,
                          Response& response) {
    Variant best{std::move(plain), ""};
    int best_weight = 0;
    const auto wanted = request.header("Accept-Encoding");
    using Sibling = std::pair<const char*, const char*>;
    for (const auto& [ending, encoding] : {Sibling{".br", "br"}, Sibling{".gz", "gzip"}}) {
        const auto file = open_file(release, path + ending);
        if (!file) continue;
        if (response.header("Vary").empty())
            response.headers.push_back({"Vary", "Accept-Encoding"});
        const int weight = encoding_weight(wanted, encoding);
        if (weight <= best_weight) continue;
        best = {file, encoding};
        best_weight = weight;
    }
    return best;
}

bool is_unchanged(const Request& request, const std::string& tag, const std::string& modified) {
    const auto if_none_match = request.header("If-None-Match");
    if (!if_none_match.empty()) return names_tag(if_none_match, tag);
    // Equal, not "not newer": after a rollback the file is older than what the visitor has.
    return request.header("If-Modified-Since") == modified;
}

/// Sends the part that Range asks for, if it asks well and of this very file (If-Range).
void apply_range(const Request& request, const std::string& tag, Response& response) {
    response.headers.push_back({"Accept-Ranges", "bytes"});
    const auto if_range = request.header("If-Range");
    if (request.method != "GET" || (!if_range.empty() && if_range != tag)) return;
    auto& slice = std::get<FileSlice>(response.body);
    const auto total = std::to_string(slice.file->size());
    const auto range = requested_range(request.header("Range"), slice.file->size());
    if (range.kind == RangeAnswer::Kind::Whole) return;
    if (range.kind == RangeAnswer::Kind::Unsatisfiable) {
        response = bare_response(416);
        response.headers.push_back({"Content-Range", "bytes */" + total});
        return;
    }
    response.status = 206;
    slice.offset = range.offset;
    slice.length = range.length;
    response.headers.push_back({"Content-Range",
                                "bytes " + std::to_string(range.offset) + "-" +
                                    std::to_string(range.offset + range.length - 1) + "/" + total});
}

Response file_response(const ReleaseFiles& release,
                       const Request& request,
                       const std::string& path,
                       FilePointer plain) {
    Response response;
    const auto type = content_type(path);
    Variant variant{std::move(plain), ""};
    if (type.compression == Compression::Useful && request.header("Range").empty()) {
        variant = preferred_variant(release, request, path, std::move(variant.file), response);
    }
    const auto& file = variant.file;
    const auto tag = entity_tag(*file);
    const auto modified = http_date(file->modified_ns() / 1'000'000'000);
    response.headers.push_back({"ETag", tag});
    response.headers.push_back({"Last-Modified", modified});
    response.headers.push_back({"Cache-Control", std::string{cache_control(path)}});
    if (is_unchanged(request, tag, modified)) {
        response.status = 304;
        return response;
    }
    response.headers.push_back({"Content-Type", std::string{type.name}});
    response.body = FileSlice{file, 0, file->size()};
    if (variant.encoding.empty()) {
        apply_range(request, tag, response);
    } else {
        response.headers.push_back({"Content-Encoding", variant.encoding});
    }
    return response;
}

}  // namespace

StaticSite::StaticSite(std::filesystem::path current) : current_(std::move(current)) {}

Response StaticSite::answer(const Request& request) const {
    if (request.method != "GET" && request.method != "HEAD") {
        Response response = bare_response(405);
        response.headers.push_back({"Allow", "GET, HEAD"});
        return response;
    }
    const ReleaseFiles release(current_);
    auto path = request.path;
    if (path == kNotFound) return not_found(release);
    if (path.ends_with('/')) path += kIndex;
    const auto entry = release.open(path);
    if (std::holds_alternative<Folder>(entry)) return redirect(request, path + "/");
    const auto* file = std::get_if<FilePointer>(&entry);
    if (file == nullptr) return not_found(release);
    if (request.path.ends_with("/index.html")) {
        return redirect(request, path.substr(0, path.size() - kIndex.size()));
    }
    return file_response(release, request, path, *file);
}

}  // namespace okienko::server
