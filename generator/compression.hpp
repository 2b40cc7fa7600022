#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace okienko::generator {

/// Whether a file is text that a server had better send compressed, by the ending of its name.
bool is_compressible(std::string_view path);

/// The file and, when it is compressed beforehand, its twins: "a.html", "a.html.gz", "a.html.br".
std::vector<std::string> with_twins(const std::string& path);

/// The same bytes compressed fast: gzip (RFC 1952, without a time) and Brotli (RFC 7932).
/// Thread-safe. Throw std::runtime_error when there is no memory.
std::string gzipped(std::string_view bytes);
std::string brotli_compressed(std::string_view bytes);

/// Check sums of what is stored without being compressed, for formats that want one (PNG, RFC
/// 1950). Thread-safe.
std::uint32_t crc32_of(std::string_view bytes);
std::uint32_t adler32_of(std::string_view bytes);

}  // namespace okienko::generator
