#pragma once

#include <atomic>
#include <cstddef>
#include <filesystem>

#include "model/date.hpp"
#include "server/mail/mail_sender.hpp"

namespace okienko::server {

/// For a centre without a mail server: each mail becomes a file, 2026-11-28-<id>.eml, that any mail
/// program opens. They hold personal data, so the folder and the files are their owner's only.
class EmlFolder : public MailSender {
  public:
    /// The folder is made when the first mail comes.
    explicit EmlFolder(std::filesystem::path folder) : folder_(std::move(folder)) {}

    /// Sent means that the whole file will outlive a loss of power. The same mail again replaces
    /// its file. A full disk or a folder that cannot be written is TryLater.
    SendResult send(const Mail& mail) override;

    void stop() override { stopped_ = true; }

  private:
    void write(const std::string& name, const Mail& mail) const;

    std::filesystem::path folder_;
    std::atomic<bool> stopped_ = false;
};

/// Removes the mails that were written on that day or before, by the day in their names, and what a
/// killed program left of such; nothing else that lies in the folder. Answers how many mails that
/// were. Throws std::filesystem::filesystem_error.
std::size_t remove_old_mails(const std::filesystem::path& folder, model::Date last_day);

}  // namespace okienko::server
