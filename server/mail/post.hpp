#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

#include "db/office.hpp"
#include "server/mail/mail_sender.hpp"
#include "server/request_log.hpp"

namespace okienko::server {

/// Carries the mails of office.db out of the house, on a thread of its own. A mail that cannot go
/// now is tried again after a minute, five, fifteen, an hour, then every three hours; after two
/// days, or when the mail server refuses it, it stays for somebody to look at. A try is written
/// down before it is made: while office.db cannot be written, nothing goes.
class Post {
  public:
    struct Parts {
        db::Office& office;
        std::unique_ptr<MailSender> sender;
        Sender from;
        LogSink log;
        std::function<std::chrono::system_clock::time_point()> now = [] {
            return std::chrono::system_clock::now();
        };
    };
    explicit Post(Parts parts);
    Post(const Post&) = delete;
    Post& operator=(const Post&) = delete;
    /// Ends within about a second; what was not sent waits for the next start.
    ~Post();

    /// There may be something new.
    void wake();

  private:
    void run();
    void carry_out_all();
    void carry_out(model::QueuedMail queued);
    void wait();

    Parts parts_;
    std::mutex mutex_;
    std::condition_variable changed_;
    bool awake_ = false;
    bool stopped_ = false;
    std::thread thread_;
};

/// When a mail that failed for the `tries`-th time is tried again; nothing: never.
std::optional<std::chrono::sys_seconds> next_try(std::chrono::sys_seconds created_at,
                                                 std::chrono::sys_seconds now,
                                                 int tries);

}  // namespace okienko::server
