#include "generator/qr_code.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <mutex>

namespace okienko::generator {
namespace {

using Bytes = std::vector<std::uint8_t>;

constexpr int kVersions = 20;
/// Error correction level M, versions 1 to 20 (table 9): check bytes of a block, and blocks.
constexpr std::array<int, kVersions> kCheckBytes{10, 16, 26, 18, 24, 16, 18, 22, 22, 26,
                                                 30, 22, 22, 24, 24, 28, 28, 26, 26, 26};
constexpr std::array<int, kVersions> kBlocks{1, 1, 1, 2, 2,  4,  4,  4,  5,  5,
                                             5, 8, 9, 9, 10, 10, 11, 13, 14, 16};
/// Level M and mask 0, black where x + y is even, with their check bits (section 7.9.1).
constexpr unsigned kFormat = 0x5412;

/// The field GF(256) of the Reed-Solomon code, as logarithms to the base 2.
struct Field {
    std::array<std::uint8_t, 512> power{};
    std::array<int, 256> log{};

    Field() {
        unsigned value = 1;
        for (std::size_t i = 0; i < 255; ++i) {
            power[i] = static_cast<std::uint8_t>(value);
            power[i + 255] = static_cast<std::uint8_t>(value);
            log[value] = static_cast<int>(i);
            value <<= 1U;
            if (value > 255) value ^= 0x11DU;
        }
    }
    [[nodiscard]] std::uint8_t product(std::uint8_t a, int log_of_b) const {
        if (a == 0) return 0;
        return power[static_cast<std::size_t>(log[a]) + static_cast<std::size_t>(log_of_b)];
    }
};

const Field& field() {
    static const Field kField;
    return kField;
}

/// Check bytes of a block, and zeros up to a round number.
using CheckBytes = std::array<std::uint8_t, 32>;

/// The generator polynomial's coefficients without the leading one.
Bytes generator_polynomial(int degree) {
    Bytes coefficients(static_cast<std::size_t>(degree), 0);
    coefficients.back() = 1;
    for (int root = 0; root < degree; ++root) {
        for (std::size_t i = 0; i < coefficients.size(); ++i) {
            coefficients[i] = field().product(coefficients[i], root);
            if (i + 1 < coefficients.size()) coefficients[i] ^= coefficients[i + 1];
        }
    }
    return coefficients;
}

/// The polynomial times each number there is: what that number takes off the rest of a division.
std::vector<CheckBytes> multiples_of(const Bytes& polynomial) {
    std::vector<CheckBytes> multiples(256, CheckBytes{});
    for (std::size_t factor = 1; factor < multiples.size(); ++factor) {
        for (std::size_t i = 0; i < polynomial.size(); ++i) {
            multiples[factor][i] = field().product(polynomial[i], field().log[factor]);
        }
    }
    return multiples;
}

/// Draws what all codes of one version share, and finds where its bits go.
class Drawing {
  public:
    explicit Drawing(int version) : version_(version), code_{17 + 4 * version, {}} {
        auto squares = code_.place(0, code_.size);
        code_.black.resize(squares);
        taken_.resize(squares);
        draw_timing();
        draw_finders();
        draw_alignment();
        draw_format();
        draw_version();
        find_places();
    }

    QrCode code_of() { return std::move(code_); }
    std::vector<std::uint32_t> places_of() { return std::move(places_); }

  private:
    void set(int x, int y, bool black) {
        auto at = code_.place(x, y);
        code_.black[at] = black ? 1 : 0;
        taken_[at] = true;
    }

    void draw_timing() {
        for (int i = 0; i < code_.size; ++i) {
            set(6, i, i % 2 == 0);
            set(i, 6, i % 2 == 0);
        }
    }

    /// Rings around a centre, white at the distances given.
    void draw_rings(int x, int y, int reach, int white) {
        for (int dy = -reach; dy <= reach; ++dy) {
            for (int dx = -reach; dx <= reach; ++dx) {
                int distance = std::max(std::abs(dx), std::abs(dy));
                bool inside =
                    x + dx >= 0 && x + dx < code_.size && y + dy >= 0 && y + dy < code_.size;
                if (inside) set(x + dx, y + dy, distance != white && distance != 4);
            }
        }
    }

    void draw_finders() {
        draw_rings(3, 3, 4, 2);
        draw_rings(code_.size - 4, 3, 4, 2);
        draw_rings(3, code_.size - 4, 4, 2);
    }

    void draw_alignment() {
        if (version_ == 1) return;
        int count = version_ / 7 + 2;
        int step = (version_ * 4 + count * 2 + 1) / (count * 2 - 2) * 2;
        std::vector<int> centres{6};
        for (int i = count - 2; i >= 0; --i) centres.push_back(code_.size - 7 - i * step);
        for (int x : centres) {
            for (int y : centres) {
                bool is_finder = (x == 6 && y == 6) || (x == 6 && y == centres.back()) ||
                                 (x == centres.back() && y == 6);
                if (!is_finder) draw_rings(x, y, 2, 1);
            }
        }
    }

    void draw_format() {
        auto bit = [](int i) { return ((kFormat >> static_cast<unsigned>(i)) & 1U) != 0; };
        for (int i = 0; i < 6; ++i) set(8, i, bit(i));
        set(8, 7, bit(6));
        set(8, 8, bit(7));
        set(7, 8, bit(8));
        for (int i = 9; i < 15; ++i) set(14 - i, 8, bit(i));
        for (int i = 0; i < 8; ++i) set(code_.size - 1 - i, 8, bit(i));
        for (int i = 8; i < 15; ++i) set(8, code_.size - 15 + i, bit(i));
        set(8, code_.size - 8, true);
    }

    void draw_version() {
        if (version_ < 7) return;
        auto check = static_cast<unsigned>(version_);
        for (int i = 0; i < 12; ++i) check = (check << 1U) ^ ((check >> 11U) * 0x1F25U);
        unsigned bits = static_cast<unsigned>(version_) << 12U | check;
        for (int i = 0; i < 18; ++i) {
            bool black = ((bits >> static_cast<unsigned>(i)) & 1U) != 0;
            set(code_.size - 11 + i % 3, i / 3, black);
            set(i / 3, code_.size - 11 + i % 3, black);
        }
    }

    /// Up and down in pairs of columns, from the lower right corner; the mask is drawn on the way.
    void find_places() {
        for (int right = code_.size - 1; right >= 1; right -= 2) {
            if (right == 6) right = 5;
            bool upward = ((right + 1) & 2) == 0;
            for (int i = 0; i < code_.size; ++i) {
                int y = upward ? code_.size - 1 - i : i;
                for (int x = right; x > right - 2; --x) {
                    auto at = code_.place(x, y);
                    if (taken_[at]) continue;
                    code_.black[at] = (x + y) % 2 == 0 ? 1 : 0;
                    places_.push_back(static_cast<std::uint32_t>(at));
                }
            }
        }
    }

    int version_;
    QrCode code_;
    std::vector<bool> taken_;
    std::vector<std::uint32_t> places_;
};

/// Everything about codes of one version that does not depend on the text.
struct Version {
    QrCode empty;                       ///< With the mask where bits go.
    std::vector<std::uint32_t> places;  ///< Squares of the bits, in order.
    std::vector<CheckBytes> multiples;  ///< Of the generator polynomial.
    int blocks;
    int check_bytes;  ///< Of a block.
    int bytes;        ///< All of them, text and check.
    int count_bits;   ///< Of the number that says how long the text is.

    explicit Version(int number)
        : multiples(multiples_of(
              generator_polynomial(kCheckBytes[static_cast<std::size_t>(number - 1)]))),
          blocks(kBlocks[static_cast<std::size_t>(number - 1)]),
          check_bytes(kCheckBytes[static_cast<std::size_t>(number - 1)]),
          count_bits(number < 10 ? 8 : 16) {
        Drawing drawing{number};
        empty = drawing.code_of();
        places = drawing.places_of();
        bytes = static_cast<int>(places.size() / 8);
    }

    [[nodiscard]] int text_bytes() const { return bytes - blocks * check_bytes; }
    [[nodiscard]] bool holds(std::size_t length) const {
        return 4 + count_bits + 8 * static_cast<int>(length) <= 8 * text_bytes();
    }
};

const Version& version(int number) {
    static std::array<std::once_flag, kVersions> made;
    static std::array<std::optional<Version>, kVersions> versions;
    auto index = static_cast<std::size_t>(number - 1);
    std::call_once(made[index], [&] { versions[index].emplace(number); });
    return *versions[index];
}

const Version* smallest_for(std::size_t length) {
    for (int number = 1; number <= kVersions; ++number) {
        if (version(number).holds(length)) return &version(number);
    }
    return nullptr;
}

/// "These are bytes, so many", the text, and what fills the rest (section 7.4).
Bytes text_bytes(const Version& version, std::string_view text) {
    Bytes bytes;
    bytes.reserve(static_cast<std::size_t>(version.text_bytes()));
    // The heading is half a byte out of step, and everything after it, too.
    auto length = static_cast<unsigned>(text.size());
    unsigned half = 4;
    auto add = [&](unsigned value) {
        bytes.push_back(static_cast<std::uint8_t>(half << 4U | value >> 4U));
        half = value & 15U;
    };
    if (version.count_bits == 16) add(length >> 8U);
    add(length & 255U);
    for (char each : text) add(static_cast<unsigned char>(each));
    bytes.push_back(static_cast<std::uint8_t>(half << 4U));
    for (std::uint8_t filler = 0xEC; bytes.size() < bytes.capacity(); filler ^= 0xEC ^ 0x11) {
        bytes.push_back(filler);
    }
    return bytes;
}

/// The remainder of the block divided by the generator polynomial.
void append_check_bytes(const Version& version, const std::uint8_t* block, int length, Bytes& out) {
    std::array<std::uint8_t, CheckBytes{}.size() + 1> rest{};
    for (int i = 0; i < length; ++i) {
        const auto& taken = version.multiples[block[i] ^ rest[0]];
        for (std::size_t j = 0; j < taken.size(); ++j) {
            rest[j] = static_cast<std::uint8_t>(rest[j + 1] ^ taken[j]);
        }
    }
    out.insert(out.end(), rest.data(), rest.data() + version.check_bytes);
}

/// Blocks with their check bytes, interleaved (section 7.6). The last blocks are a byte longer.
Bytes interleaved(const Version& version, const Bytes& text) {
    int short_length = version.text_bytes() / version.blocks;
    int long_blocks = version.text_bytes() % version.blocks;
    int short_blocks = version.blocks - long_blocks;
    auto begin_of = [&](int block) {
        return block * short_length + std::max(0, block - short_blocks);
    };
    Bytes all;
    all.reserve(static_cast<std::size_t>(version.bytes));
    for (int i = 0; i <= short_length; ++i) {
        for (int block = i < short_length ? 0 : short_blocks; block < version.blocks; ++block) {
            auto begin = static_cast<std::size_t>(begin_of(block));
            all.push_back(text[begin + static_cast<std::size_t>(i)]);
        }
    }
    Bytes checks;
    for (int block = 0; block < version.blocks; ++block) {
        int length = short_length + (block < short_blocks ? 0 : 1);
        append_check_bytes(version, text.data() + begin_of(block), length, checks);
    }
    for (int i = 0; i < version.check_bytes; ++i) {
        for (int block = 0; block < version.blocks; ++block) {
            all.push_back(checks[static_cast<std::size_t>(block) *
                                     static_cast<std::size_t>(version.check_bytes) +
                                 static_cast<std::size_t>(i)]);
        }
    }
    return all;
}

}  // namespace

std::optional<QrCode> qr_code(std::string_view text) {
    const auto* version = smallest_for(text.size());
    if (!version) return std::nullopt;
    auto bytes = interleaved(*version, text_bytes(*version, text));
    auto code = version->empty;
    const auto* place = version->places.data();
    for (auto byte : bytes) {
        for (int bit = 7; bit >= 0; --bit, ++place) {
            auto& black = code.black[*place];
            black = static_cast<unsigned char>(black ^ (byte >> bit & 1));
        }
    }
    return code;
}

}  // namespace okienko::generator
