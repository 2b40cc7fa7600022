#include "generator/incremental/build_record.hpp"

#include <cstring>

#include "generator/file_tree.hpp"

namespace okienko::generator {
namespace {

/// Changes with the layout of the file; a record of another layout is not read.
constexpr std::string_view kFormat = "okienko-record-4";

class RecordWriter {
  public:
    template <class T>
    void number(T value) {
        static_assert(std::is_trivially_copyable_v<T>);
        bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
    }
    void text(std::string_view value) {
        number(static_cast<std::uint32_t>(value.size()));
        bytes_ += value;
    }
    template <class T>
    void numbers(const std::vector<T>& values) {
        number(static_cast<std::uint32_t>(values.size()));
        bytes_.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T));
    }
    /// Answers with the place of the checksum, which is known at the end.
    std::size_t begin(std::string_view format, std::size_t room) {
        bytes_.reserve(room);
        bytes_ = format;
        number(Fingerprint{});
        return format.size();
    }
    std::string take(std::size_t checksum_at) {
        auto checksum = fingerprint_of_bytes(
            std::string_view{bytes_}.substr(checksum_at + sizeof(Fingerprint)));
        std::memcpy(bytes_.data() + checksum_at, &checksum, sizeof checksum);
        return std::move(bytes_);
    }

  private:
    std::string bytes_;
};

/// Reads what RecordWriter wrote. The bytes have been found whole by their checksum.
class RecordReader {
  public:
    explicit RecordReader(std::string_view bytes) : rest_(bytes) {}

    template <class T>
    T number() {
        T value{};
        std::memcpy(&value, rest_.data(), sizeof value);
        rest_.remove_prefix(sizeof value);
        return value;
    }
    std::string_view text() {
        auto size = number<std::uint32_t>();
        auto value = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return value;
    }
    template <class T>
    std::vector<T> numbers() {
        std::vector<T> values(number<std::uint32_t>());
        auto size = values.size() * sizeof(T);
        if (size > 0) std::memcpy(values.data(), rest_.data(), size);
        rest_.remove_prefix(size);
        return values;
    }

  private:
    std::string_view rest_;
};

/// About how long the file will be, and hardly less: a county's record has many megabytes.
std::size_t room_for(const BuildRecord& record) {
    constexpr std::size_t kNumbers = sizeof(Recipe) + sizeof(Validity) + 64;
    std::size_t room = 1024;
    for (const auto& each : record.inputs) room += each.input.key.size() + 16;
    for (const auto& file : record.files) {
        room += file.address.size() + file.reads.inputs.size() * sizeof(InputId) + kNumbers;
    }
    return room;
}

}  // namespace

std::string record_bytes(const BuildRecord& record) {
    RecordWriter writer;
    auto checksum_at = writer.begin(kFormat, room_for(record));
    writer.text(record.release);
    writer.text(record.theme);
    writer.text(record.time_zone);
    writer.number(record.precompressed);
    writer.number(record.world);
    writer.number(record.glance);
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
        writer.numbers(output.reads.inputs);
        writer.number(output.reads.validity);
        writer.number(output.bytes);
        writer.number(output.size);
    }
    return writer.take(checksum_at);
}

std::optional<BuildRecord> parse_record(std::string bytes) {
    auto head = kFormat.size() + sizeof(Fingerprint);
    if (bytes.size() < head || !bytes.starts_with(kFormat)) return std::nullopt;
    BuildRecord record;
    record.bytes_ = std::move(bytes);
    RecordReader reader{std::string_view{record.bytes_}.substr(kFormat.size())};
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
    record.inputs.resize(reader.number<std::uint32_t>());
    for (auto& [input, fingerprint] : record.inputs) {
        input.kind = reader.number<InputKind>();
        input.key = reader.text();
        fingerprint = reader.number<Fingerprint>();
    }
    record.files.resize(reader.number<std::uint32_t>());
    for (auto& output : record.files) {
        output.address = reader.text();
        output.recipe = reader.number<Recipe>();
        output.reads.inputs = reader.numbers<InputId>();
        output.reads.validity = reader.number<Validity>();
        output.bytes = reader.number<Fingerprint>();
        output.size = reader.number<std::uint64_t>();
    }
    record.index();
    return record;
}

const RecordedFile* BuildRecord::find(std::string_view address) const {
    auto found = by_address_.find(address);
    return found == by_address_.end() ? nullptr : &files[found->second];
}

void BuildRecord::index() {
    by_address_.reserve(files.size());
    for (std::size_t i = 0; i < files.size(); ++i) by_address_.emplace(files[i].address, i);
}

std::optional<BuildRecord> read_record(const std::filesystem::path& file,
                                       const std::string& release) {
    if (release.empty() || !std::filesystem::is_regular_file(file)) return std::nullopt;
    auto record = parse_record(read_file(file));
    if (record && record->release != release) return std::nullopt;
    return record;
}

void write_record(const std::filesystem::path& file, std::string_view bytes) {
    auto fresh = file;
    fresh += ".new";
    std::filesystem::create_directories(file.parent_path());
    write_file(fresh, bytes);
    std::filesystem::rename(fresh, file);
}

}  // namespace okienko::generator
