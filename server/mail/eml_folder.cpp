#include "server/mail/eml_folder.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstdio>

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

std::string file_name(const Mail& mail) {
    const language::Date day{std::chrono::floor<std::chrono::days>(mail.date)};
    return language::date_iso(day) + "-" + mail.id.text() + ".eml";
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
    const auto unfinished = folder_ / ("." + name + ".unfinished");
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

}  // namespace okienko::server
