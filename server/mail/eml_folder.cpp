#include "server/mail/eml_folder.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstdio>
#include <optional>
#include <string_view>
#include <vector>

#include "generator/descriptor.hpp"
#include "generator/file_tree.hpp"
#include "language/dates.hpp"
#include "server/mail/message_text.hpp"

namespace okienko::server {
namespace {

namespace fs = std::filesystem;

void make_private_folder(const fs::path& folder) {
    if (::mkdir(folder.c_str(), S_IRWXU) == 0) {
        return generator::sync_folder(fs::absolute(folder).parent_path());
    }
    if (errno != EEXIST) generator::throw_file_error("nie można założyć folderu", folder);
}

constexpr std::string_view kMail = ".eml";
constexpr std::string_view kUnfinished = ".unfinished";

std::string file_name(const Mail& mail) {
    const language::Date day{std::chrono::floor<std::chrono::days>(mail.date)};
    return language::date_iso(day) + "-" + mail.id.text() + std::string{kMail};
}

/// The day in a name that file_name() made, whether the mail was written to its end or not.
std::optional<model::Date> day_in(std::string_view name) {
    if (name.starts_with('.') && name.ends_with(kUnfinished)) {
        name = name.substr(1, name.size() - 1 - kUnfinished.size());
    }
    constexpr std::size_t kDaySize = 10;
    if (!name.ends_with(kMail) || name.size() <= kDaySize || name[kDaySize] != '-') {
        return std::nullopt;
    }
    return model::parse_date(name.substr(0, kDaySize));
}

}  // namespace

SendResult EmlFolder::send(const Mail& mail) {
    if (stopped_) return {Delivery::TryLater, "program kończy pracę"};
    const auto name = file_name(mail);
    try {
        write(name, mail);
    } catch (const generator::FileError& error) {
        return {Delivery::TryLater, error.what()};
    }
    return {Delivery::Sent,
            "nie ma serwera poczty w ustawieniach; wiadomość czeka w pliku " +
                (folder_.filename() / name).string()};
}

void EmlFolder::write(const std::string& name, const Mail& mail) const {
    make_private_folder(folder_);
    const auto unfinished = folder_ / ("." + name + std::string{kUnfinished});
    {
        const generator::Descriptor file{
            unfinished, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW, S_IRUSR | S_IWUSR};
        file.write_all(message_text(mail));
        file.sync();
    }
    const auto path = folder_ / name;
    if (std::rename(unfinished.c_str(), path.c_str()) != 0) {
        generator::throw_file_error("nie można zapisać", path);
    }
    generator::sync_folder(folder_);
}

std::size_t remove_old_mails(const fs::path& folder, model::Date last_day) {
    if (!fs::exists(folder)) return 0;
    std::vector<fs::path> old;
    for (const auto& entry : fs::directory_iterator{folder}) {
        auto day = day_in(entry.path().filename().string());
        if (day && *day <= last_day) old.push_back(entry.path());
    }
    std::size_t mails = 0;
    for (const auto& file : old) {
        if (fs::remove(file) && file.extension() == kMail) ++mails;
    }
    return mails;
}

}  // namespace okienko::server
