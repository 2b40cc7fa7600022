#include "server/mail/post.hpp"

#include <algorithm>
#include <array>

namespace okienko::server {
namespace {

using std::chrono::floor;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;
using std::chrono::sys_seconds;

constexpr std::array<seconds, 5> kPauses{minutes{1}, minutes{5}, minutes{15}, hours{1}, hours{3}};
constexpr hours kPatience{48};
constexpr seconds kLongestWait{10};
constexpr std::size_t kAtOnce = 20;

/// Nothing for an address that no mail server would take.
std::optional<Mail> mail_of(const model::QueuedMail& queued, const Sender& from) {
    auto id = MailId::parse(queued.id);
    auto address = MailAddress::parse(queued.mail.recipient);
    if (!id || !address) return std::nullopt;
    return Mail{
        .id = *id,
        .date = queued.created_at,
        .sender = from,
        .recipient = {"", *address},
        .language =
            language::language_from_code(queued.mail.language).value_or(language::Language::Polish),
        .subject = queued.mail.subject,
        .text = queued.mail.text,
        .html = queued.mail.html,
        .unsubscribe = std::nullopt};
}

}  // namespace

std::optional<sys_seconds> next_try(sys_seconds created_at, sys_seconds now, int tries) {
    if (now - created_at >= kPatience) return std::nullopt;
    auto pause =
        std::min<std::size_t>(static_cast<std::size_t>(std::max(tries, 1)), kPauses.size());
    return now + kPauses[pause - 1];
}

Post::Post(Parts parts) : parts_(std::move(parts)), thread_([this] { run(); }) {}

Post::~Post() {
    {
        std::lock_guard lock{mutex_};
        stopped_ = true;
    }
    changed_.notify_one();
    parts_.sender->stop();
    thread_.join();
}

void Post::wake() {
    {
        std::lock_guard lock{mutex_};
        awake_ = true;
    }
    changed_.notify_one();
}

void Post::run() {
    while (true) {
        try {
            carry_out_all();
        } catch (const std::exception& failure) {
            parts_.log(failure_line(parts_.now(), "POST", failure.what()));
        }
        wait();
        std::lock_guard lock{mutex_};
        if (stopped_) return;
    }
}

void Post::carry_out_all() {
    while (true) {
        auto due = parts_.office.due_mails(floor<seconds>(parts_.now()), kAtOnce);
        if (due.empty()) return;
        for (auto& queued : due) {
            {
                std::lock_guard lock{mutex_};
                if (stopped_) return;
            }
            carry_out(std::move(queued));
        }
    }
}

void Post::carry_out(model::QueuedMail queued) {
    // First, so that a mail whose going cannot be written down does not go again and again.
    auto now = floor<seconds>(parts_.now());
    ++queued.tries;
    auto later = next_try(queued.created_at, now, queued.tries);
    queued.next_try_at = later.value_or(now + kPauses.back());
    parts_.office.put_off_mail(queued);
    auto mail = mail_of(queued, parts_.from);
    auto result = mail ? parts_.sender->send(*mail)
                       : SendResult{Delivery::Refused, "to nie jest adres e-mail"};
    if (!result.remark.empty()) {
        parts_.log(failure_line(parts_.now(), "MAIL", queued.id + ": " + result.remark));
    }
    if (result.delivery == Delivery::Sent) return parts_.office.forget_mail(queued.id);
    queued.remark = result.remark;
    queued.next_try_at = result.delivery == Delivery::Refused ? std::nullopt : later;
    parts_.office.put_off_mail(queued);
}

/// Until there is something to do, but never so long that a clock that was set would matter.
void Post::wait() {
    auto pause = kLongestWait;
    try {
        if (auto next = parts_.office.next_mail_moment()) {
            auto left = *next - floor<seconds>(parts_.now());
            pause = std::clamp(left, seconds{1}, kLongestWait);
        }
    } catch (const std::exception&) {
        // The next round says what is wrong.
    }
    std::unique_lock lock{mutex_};
    changed_.wait_for(lock, pause, [this] { return awake_ || stopped_; });
    awake_ = false;
}

}  // namespace okienko::server
