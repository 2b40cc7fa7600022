#include "generator/compression.hpp"

#include <brotli/encode.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace okienko::generator {
namespace {

constexpr std::array<std::string_view, 9> kText{
    ".html", ".css", ".js", ".svg", ".xml", ".txt", ".ics", ".json", ".vtt"};

// Levels past these take several times as long and save a few per cent.
constexpr int kGzipLevel = 5;
constexpr int kBrotliQuality = 4;
/// zlib's way to ask for a gzip header instead of its own.
constexpr int kGzipWindow = 15 + 16;
constexpr int kMemoryLevel = 8;

}  // namespace

bool is_compressible(std::string_view path) {
    return std::any_of(
        kText.begin(), kText.end(), [path](auto ending) { return path.ends_with(ending); });
}

std::vector<std::string> with_twins(const std::string& path) {
    if (!is_compressible(path)) return {path};
    return {path, path + ".gz", path + ".br"};
}

std::string gzipped(std::string_view bytes) {
    z_stream stream{};
    if (deflateInit2(
            &stream, kGzipLevel, Z_DEFLATED, kGzipWindow, kMemoryLevel, Z_DEFAULT_STRATEGY) !=
        Z_OK) {
        throw std::runtime_error("zlib: deflateInit2");
    }
    std::string compressed(deflateBound(&stream, bytes.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(compressed.data());
    stream.avail_out = static_cast<uInt>(compressed.size());
    auto done = deflate(&stream, Z_FINISH);
    compressed.resize(stream.total_out);
    deflateEnd(&stream);
    if (done != Z_STREAM_END) throw std::runtime_error("zlib: deflate");
    return compressed;
}

std::string brotli_compressed(std::string_view bytes) {
    std::size_t size = BrotliEncoderMaxCompressedSize(bytes.size());
    std::string compressed(size, '\0');
    auto done = BrotliEncoderCompress(kBrotliQuality,
                                      BROTLI_DEFAULT_WINDOW,
                                      BROTLI_MODE_TEXT,
                                      bytes.size(),
                                      reinterpret_cast<const std::uint8_t*>(bytes.data()),
                                      &size,
                                      reinterpret_cast<std::uint8_t*>(compressed.data()));
    if (done != BROTLI_TRUE) throw std::runtime_error("brotli: BrotliEncoderCompress");
    compressed.resize(size);
    return compressed;
}

std::uint32_t crc32_of(std::string_view bytes) {
    return static_cast<std::uint32_t>(
        crc32_z(0, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));
}

std::uint32_t adler32_of(std::string_view bytes) {
    return static_cast<std::uint32_t>(
        adler32_z(1, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));
}

}  // namespace okienko::generator
