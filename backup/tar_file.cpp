#include "backup/tar_file.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <fcntl.h>
#include <locale.h>  // NOLINT: uselocale is POSIX, not in <clocale>

#include <cerrno>
#include <new>

#include "generator/file_tree.hpp"

// The only file that knows libarchive.
namespace okienko::backup {
namespace {

constexpr std::size_t kReadBlock = 65'536;
constexpr mode_t kPermissions = 0777;

/// The library takes names for text in the locale's encoding. Ours are UTF-8 whatever the locale
/// of the person or the timer that runs the program.
class Utf8Names {
  public:
    Utf8Names() : before_(::uselocale(utf8())) {}
    Utf8Names(const Utf8Names&) = delete;
    Utf8Names& operator=(const Utf8Names&) = delete;
    ~Utf8Names() { ::uselocale(before_); }

  private:
    static locale_t utf8() {
        static locale_t locale = ::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
        return locale;
    }
    locale_t before_;
};

using Entry = std::unique_ptr<archive_entry, decltype(&archive_entry_free)>;

MemberKind kind_of(archive_entry* entry) {
    if (archive_entry_hardlink(entry) != nullptr) return MemberKind::Other;
    switch (archive_entry_filetype(entry)) {
        case AE_IFREG:
            return MemberKind::File;
        case AE_IFDIR:
            return MemberKind::Folder;
        default:
            return MemberKind::Other;
    }
}

/// tar writes a folder as "content/".
std::string path_of(archive_entry* entry) {
    const char* name = archive_entry_pathname(entry);
    std::string path = name ? name : "";
    if (path.ends_with('/')) path.pop_back();
    return path;
}

std::string error_of(archive* tar) {
    const char* text = archive_error_string(tar);
    return text ? text : "unknown error";
}

}  // namespace

struct TarWriter::State {
    archive* tar = nullptr;
    std::filesystem::path name;

    void require(bool success) const {
        if (success) return;
        errno = archive_errno(tar);
        generator::throw_file_error("nie można zapisać", name);
    }
};

TarWriter::TarWriter(const generator::Descriptor& file, const std::filesystem::path& name)
    : state_(std::make_unique<State>(State{archive_write_new(), name})) {
    auto* tar = state_->tar;
    if (!tar) throw std::bad_alloc();
    archive_write_add_filter_gzip(tar);
    // gzip's own clock would make two equal archives differ.
    archive_write_set_filter_option(tar, "gzip", "timestamp", nullptr);
    archive_write_set_format_pax_restricted(tar);
    archive_write_set_bytes_in_last_block(tar, 1);
    state_->require(archive_write_open_fd(tar, file.value()) == ARCHIVE_OK);
}

TarWriter::~TarWriter() {
    archive_write_free(state_->tar);
}

void TarWriter::begin(const Member& member) {
    Utf8Names names;
    Entry entry{archive_entry_new(), archive_entry_free};
    archive_entry_set_pathname(entry.get(), member.path.c_str());
    archive_entry_set_filetype(entry.get(),
                               member.kind == MemberKind::Folder ? AE_IFDIR : AE_IFREG);
    archive_entry_set_size(entry.get(), static_cast<la_int64_t>(member.size));
    archive_entry_set_perm(entry.get(), member.mode & kPermissions);
    archive_entry_set_mtime(entry.get(), member.modified.time_since_epoch().count(), 0);
    state_->require(archive_write_header(state_->tar, entry.get()) == ARCHIVE_OK);
}

void TarWriter::append(std::string_view bytes) {
    auto written = archive_write_data(state_->tar, bytes.data(), bytes.size());
    state_->require(written == static_cast<la_ssize_t>(bytes.size()));
}

void TarWriter::finish() {
    state_->require(archive_write_close(state_->tar) == ARCHIVE_OK);
}

struct TarReader::State {
    explicit State(const std::filesystem::path& name)
        : file(name, O_RDONLY), tar(archive_read_new()) {}
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State() { archive_read_free(tar); }

    generator::Descriptor file;
    archive* tar;
};

TarReader::TarReader(const std::filesystem::path& file) : state_(std::make_unique<State>(file)) {
    auto* tar = state_->tar;
    if (!tar) throw std::bad_alloc();
    archive_read_support_filter_gzip(tar);
    archive_read_support_format_tar(tar);
    if (archive_read_open_fd(tar, state_->file.value(), kReadBlock) != ARCHIVE_OK) {
        damage_ = error_of(tar);
    }
}

TarReader::~TarReader() = default;

std::optional<Member> TarReader::next() {
    if (damage_) return std::nullopt;
    Utf8Names names;
    archive_entry* entry = nullptr;
    int answer = archive_read_next_header(state_->tar, &entry);
    if (answer == ARCHIVE_EOF) return std::nullopt;
    if (answer != ARCHIVE_OK) {
        damage_ = error_of(state_->tar);
        return std::nullopt;
    }
    return Member{
        .path = path_of(entry),
        .kind = kind_of(entry),
        .size = static_cast<std::uint64_t>(archive_entry_size(entry)),
        .mode = archive_entry_perm(entry) & kPermissions,
        .modified = std::chrono::sys_seconds{std::chrono::seconds{archive_entry_mtime(entry)}}};
}

std::size_t TarReader::read(std::span<char> buffer) {
    if (damage_) return 0;
    auto size = archive_read_data(state_->tar, buffer.data(), buffer.size());
    if (size >= 0) return static_cast<std::size_t>(size);
    damage_ = error_of(state_->tar);
    return 0;
}

}  // namespace okienko::backup
