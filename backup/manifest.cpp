#include "backup/manifest.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <set>

#include "backup/parts.hpp"
#include "backup/sha256.hpp"
#include "model/date.hpp"

namespace okienko::backup {
namespace {

constexpr std::string_view kFormat = "okienko-backup ";
constexpr std::string_view kFormatVersion = "1";
constexpr std::string_view kHexDigits = "0123456789ABCDEF";
constexpr std::size_t kDigestLength = 64;

// --- Writing ----------------------------------------------------------------------------------

bool needs_escape(char c) {
    return c == '%' || static_cast<unsigned char>(c) < 0x20 || c == '\x7f';
}

std::string escaped(std::string_view path) {
    std::string text;
    for (char c : path) {
        if (!needs_escape(c)) {
            text += c;
            continue;
        }
        auto byte = static_cast<unsigned char>(c);
        text += '%';
        text += kHexDigits[byte / 16];
        text += kHexDigits[byte % 16];
    }
    return text;
}

std::string line_of(const ManifestEntry& entry) {
    if (entry.kind == EntryKind::Folder) return "folder " + escaped(entry.path) + "\n";
    return "file " + entry.sha256 + " " + std::to_string(entry.size) + " " + escaped(entry.path) +
           "\n";
}

// --- Reading ----------------------------------------------------------------------------------

/// Cuts off the text up to a separator and the separator itself; all of it when there is none.
std::string_view take_until(char separator, std::string_view& text) {
    auto end = text.find(separator);
    auto taken = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return taken;
}

std::optional<std::string> unescaped(std::string_view text) {
    std::string path;
    while (!text.empty()) {
        if (text.front() != '%') {
            path += text.front();
            text.remove_prefix(1);
            continue;
        }
        if (text.size() < 3) return std::nullopt;
        auto high = kHexDigits.find(text[1]);
        auto low = kHexDigits.find(text[2]);
        if (high == std::string_view::npos || low == std::string_view::npos) return std::nullopt;
        path += static_cast<char>(high * 16 + low);
        text.remove_prefix(3);
    }
    return path;
}

std::optional<std::uint64_t> parse_size(std::string_view text) {
    std::uint64_t size = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), size);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return size;
}

std::optional<ManifestEntry> parse_entry(std::string_view line) {
    ManifestEntry entry;
    auto kind = take_until(' ', line);
    if (kind == "file") {
        entry.sha256 = take_until(' ', line);
        auto size = parse_size(take_until(' ', line));
        if (!size || entry.sha256.size() != kDigestLength) return std::nullopt;
        entry.size = *size;
    } else if (kind == "folder") {
        entry.kind = EntryKind::Folder;
    } else {
        return std::nullopt;
    }
    auto path = unescaped(line);
    if (!path) return std::nullopt;
    entry.path = *path;
    return entry;
}

/// The lines before "end <digest>", when the digest is theirs.
std::optional<std::string_view> signed_lines(std::string_view text) {
    constexpr std::string_view kEnd = "\nend ";
    auto end = text.rfind(kEnd);
    if (end == std::string_view::npos) return std::nullopt;
    auto lines = text.substr(0, end + 1);
    if (text.substr(end + kEnd.size()) != sha256(lines) + "\n") return std::nullopt;
    return lines;
}

std::optional<Manifest> parse_lines(std::string_view lines) {
    Manifest manifest;
    take_until('\n', lines);  // The format, which the caller has seen.
    if (take_until(' ', lines) != "program") return std::nullopt;
    manifest.program = take_until('\n', lines);
    if (take_until(' ', lines) != "created") return std::nullopt;
    auto created = model::parse_compact_utc(take_until('\n', lines));
    if (!created) return std::nullopt;
    manifest.created = *created;
    while (!lines.empty()) {
        auto entry = parse_entry(take_until('\n', lines));
        if (!entry) return std::nullopt;
        manifest.entries.push_back(std::move(*entry));
    }
    return manifest;
}

// --- What a restore may touch -----------------------------------------------------------------

/// "content/a/b.md": no empty names, no "." and "..", nothing before the first.
bool is_plain_path(std::string_view path) {
    if (path.empty() || path.ends_with('/') || path.find('\0') != std::string_view::npos) {
        return false;
    }
    while (!path.empty()) {
        auto name = take_until('/', path);
        if (name.empty() || name == "." || name == "..") return false;
    }
    return true;
}

bool is_in_its_part(const ManifestEntry& entry) {
    const auto* part = part_of(entry.path);
    if (!part) return false;
    bool whole_part = entry.path == part->name;
    if (part->kind != PartKind::Folder) return whole_part && entry.kind == EntryKind::File;
    return !whole_part || entry.kind == EntryKind::Folder;
}

/// Goes through the entries in order and remembers the folders that it has met.
Faults refused_paths(const Manifest& manifest) {
    Faults faults;
    std::set<std::string, std::less<>> folders{""};
    std::string_view before;
    for (const auto& entry : manifest.entries) {
        auto slash = entry.path.rfind('/');
        auto folder = slash == std::string::npos ? "" : entry.path.substr(0, slash);
        if (!is_plain_path(entry.path) || !is_in_its_part(entry)) {
            faults.push_back({entry.path, "to miejsce, którego kopia nie może zmieniać"});
        } else if (entry.path <= before || !folders.contains(folder)) {
            faults.push_back({entry.path, "plik stoi w spisie w złym miejscu"});
        }
        if (entry.kind == EntryKind::Folder) folders.insert(entry.path);
        before = entry.path;
    }
    return faults;
}

Faults fault_of_archive(std::string message) {
    return {Fault{{}, std::move(message)}};
}

}  // namespace

std::string to_text(const Manifest& manifest) {
    std::string text{kFormat};
    text.append(kFormatVersion).append("\n");
    text.append("program ").append(manifest.program).append("\n");
    text.append("created ").append(model::to_compact_utc(manifest.created)).append("\n");
    for (const auto& entry : manifest.entries) text += line_of(entry);
    auto digest = sha256(text);
    return text.append("end ").append(digest).append("\n");
}

model::Checked<Manifest, Fault> parse_manifest(std::string_view text) {
    if (!text.starts_with(kFormat)) {
        return fault_of_archive("to nie jest kopia zapasowa programu okienko");
    }
    auto rest = text.substr(kFormat.size());
    if (auto version = take_until('\n', rest); version != kFormatVersion) {
        return fault_of_archive("kopia ma układ nr " + std::string{version} +
                                ", a ten program zna układ nr " + std::string{kFormatVersion} +
                                "; zainstaluj nowszą wersję programu okienko");
    }
    auto lines = signed_lines(text);
    auto manifest = lines ? parse_lines(*lines) : std::nullopt;
    if (!manifest) return fault_of_archive("spis zawartości kopii jest uszkodzony");
    if (auto faults = refused_paths(*manifest); !faults.empty()) return faults;
    return std::move(*manifest);
}

}  // namespace okienko::backup
