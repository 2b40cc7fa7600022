#include "generator/incremental/build_record.hpp"

#include <fcntl.h>

#include <cstring>

#include "generator/descriptor.hpp"
#include "generator/file_tree.hpp"

namespace okienko::generator {
namespace {

/// Changes with the layout of the file; a record of another layout is not read.
constexpr std::string_view kFormat = "okienko-record-5";

/// How many bytes are missing to the next place that fits a number of an input.
std::size_t padding(std::size_t at) {
    return (alignof(InputId) - at % alignof(InputId)) % alignof(InputId);
}

std::filesystem::path draft_of(std::filesystem::path file) {
    return file += ".new";
}

/// Writes piece by piece: a county's record has ten megabytes.
class RecordWriter {
  public:
    explicit RecordWriter(const std::filesystem::path& file)
        : file_(file, O_WRONLY | O_CREAT | O_TRUNC, 0644) {
        file_.write_all(kFormat);
        file_.write_all(std::string(sizeof(Fingerprint), '\0'));  // Known at the end.
        at_ = kFormat.size() + sizeof(Fingerprint);
    }

    template <class T>
    void number(T value) {
        static_assert(std::is_trivially_copyable_v<T>);
        bytes({reinterpret_cast<const char*>(&value), sizeof value});
    }
    void text(std::string_view value) {
        number(static_cast<std::uint32_t>(value.size()));
        bytes(value);
    }
    /// At a place where they can be read as they stand.
    void numbers(std::span<const InputId> values) {
        number(static_cast<std::uint32_t>(values.size()));
        bytes(std::string_view{"\0\0\0", padding(at_)});
        bytes({reinterpret_cast<const char*>(values.data()), values.size_bytes()});
    }
    void finish() {
        write_piece();
        auto checksum = contents_.made();
        file_.write_at(kFormat.size(), {reinterpret_cast<const char*>(&checksum), sizeof checksum});
    }

  private:
    void bytes(std::string_view more) {
        constexpr std::size_t kPiece = 1U << 18U;
        piece_ += more;
        at_ += more.size();
        if (piece_.size() >= kPiece) write_piece();
    }
    void write_piece() {
        contents_.add(piece_);
        file_.write_all(piece_);
        piece_.clear();
    }

    Descriptor file_;
    std::size_t at_ = 0;  ///< In the file.
    std::string piece_;
    ContentsFingerprint contents_;
};

/// Reads what RecordWriter wrote. The bytes have been found whole by their checksum.
class RecordReader {
  public:
    RecordReader(std::string_view bytes, std::size_t at) : bytes_(bytes), at_(at) {}

    [[nodiscard]] std::size_t at() const { return at_; }

    template <class T>
    T number() {
        T value{};
        std::memcpy(&value, take(sizeof value), sizeof value);
        return value;
    }
    std::string_view text() {
        auto size = number<std::uint32_t>();
        return {take(size), size};
    }
    std::span<const InputId> numbers() {
        auto count = number<std::uint32_t>();
        at_ += padding(at_);
        return {reinterpret_cast<const InputId*>(take(count * sizeof(InputId))), count};
    }

  private:
    const char* take(std::size_t size) {
        const auto* taken = bytes_.data() + at_;
        at_ += size;
        return taken;
    }

    std::string_view bytes_;
    std::size_t at_;
};

}  // namespace

RecordDraft::RecordDraft(std::filesystem::path file, const BuildRecord& record)
    : file_(std::move(file)) {
    std::filesystem::create_directories(file_.parent_path());
    RecordWriter writer{draft_of(file_)};
    writer.text(record.release);
    writer.text(record.theme);
    writer.text(record.time_zone);
    writer.number(record.precompressed);
    writer.number(record.world);
    auto glance = record.glance;
    glance.files = record.files.size();
    writer.number(glance);
    writer.number(static_cast<std::uint32_t>(record.inputs.size()));
    for (const auto& [input, fingerprint] : record.inputs) {
        writer.number(input.kind);
        writer.text(input.key);
        writer.number(fingerprint);
    }
    writer.number(static_cast<std::uint32_t>(record.files.size()));
    for (const auto& output : record.files) {
        writer.text(output.address);
        writer.number(output.recipe);
        writer.numbers(output.inputs);
        writer.number(output.validity);
        writer.number(output.bytes);
        writer.number(output.size);
    }
    writer.finish();
}

void RecordDraft::publish() const {
    std::filesystem::rename(draft_of(file_), file_);
}

std::optional<BuildRecord> open_record(std::string bytes) {
    auto head = kFormat.size() + sizeof(Fingerprint);
    if (bytes.size() < head || !bytes.starts_with(kFormat)) return std::nullopt;
    BuildRecord record;
    record.bytes_ = std::move(bytes);
    RecordReader reader{record.bytes_, kFormat.size()};
    auto checksum = reader.number<Fingerprint>();
    if (checksum != fingerprint_of_bytes(std::string_view{record.bytes_}.substr(head))) {
        return std::nullopt;
    }
    record.release = reader.text();
    record.theme = reader.text();
    record.time_zone = reader.text();
    record.precompressed = reader.number<bool>();
    record.world = reader.number<World>();
    record.glance = reader.number<BuildRecord::Glance>();
    record.folded_ = reader.at();
    return record;
}

void BuildRecord::unfold() {
    RecordReader reader{bytes_, folded_};
    inputs.resize(reader.number<std::uint32_t>());
    for (auto& [input, fingerprint] : inputs) {
        input.kind = reader.number<InputKind>();
        input.key = reader.text();
        fingerprint = reader.number<Fingerprint>();
    }
    files.resize(reader.number<std::uint32_t>());
    by_address_.reserve(files.size());
    for (std::size_t i = 0; i < files.size(); ++i) {
        auto& output = files[i];
        output.address = reader.text();
        output.recipe = reader.number<Recipe>();
        output.inputs = reader.numbers();
        output.validity = reader.number<Validity>();
        output.bytes = reader.number<Fingerprint>();
        output.size = reader.number<std::uint64_t>();
        by_address_.emplace(output.address, i);
    }
}

const RecordedFile* BuildRecord::find(std::string_view address) const {
    auto found = by_address_.find(address);
    return found == by_address_.end() ? nullptr : &files[found->second];
}

std::optional<BuildRecord> read_record(const std::filesystem::path& file,
                                       const std::string& release) {
    if (release.empty() || !std::filesystem::is_regular_file(file)) return std::nullopt;
    auto record = open_record(read_file(file));
    if (record && record->release != release) return std::nullopt;
    return record;
}

}  // namespace okienko::generator
