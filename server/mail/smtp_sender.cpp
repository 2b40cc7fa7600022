#include "server/mail/smtp_sender.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <atomic>
#include <new>
#include <span>
#include <string_view>

#include "server/mail/message_text.hpp"
#include "server/mail/smtp_reply.hpp"

namespace okienko::server {
namespace {

using generator::MailSecurity;

struct EasyHandleEnd {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct ListEnd {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using EasyHandle = std::unique_ptr<CURL, EasyHandleEnd>;
using List = std::unique_ptr<curl_slist, ListEnd>;

EasyHandle new_handle() {
    static const CURLcode kReady = curl_global_init(CURL_GLOBAL_DEFAULT);
    EasyHandle handle{kReady == CURLE_OK ? curl_easy_init() : nullptr};
    if (!handle) throw std::bad_alloc();
    return handle;
}

/// One mail on its way, as libcurl's callbacks see it.
struct Transfer {
    std::string_view unsent;
    SmtpReply reply;
    /// Whether the last command was about this mail, not about who we are.
    bool about_this_mail = false;
    bool leaving = false;  ///< QUIT is said: its reply is about nothing.
};

std::size_t hand_over(char* room, std::size_t size, std::size_t count, void* transfer) {
    auto& unsent = static_cast<Transfer*>(transfer)->unsent;
    const auto copied = unsent.copy(room, size * count);
    unsent.remove_prefix(copied);
    return copied;
}

/// libcurl shows us all that is said. We keep the numbers of the last reply, and which command it
/// answers; nothing else, for the rest holds addresses and the password.
int listen(CURL* /*handle*/, curl_infotype type, char* text, std::size_t size, void* heard_by) {
    auto& transfer = *static_cast<Transfer*>(heard_by);
    const std::string_view line{text, size};
    if (type == CURLINFO_HEADER_OUT) {
        transfer.leaving = line == "QUIT\r\n";
        if (transfer.leaving) return 0;
        transfer.about_this_mail = line.starts_with("RCPT TO:") || line == "DATA\r\n";
        transfer.reply = {};
    } else if (type == CURLINFO_HEADER_IN && !transfer.leaving) {
        transfer.reply = smtp_reply(line);
    }
    return 0;
}

int stop_when_told(void* stopped, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
    return *static_cast<const std::atomic<bool>*>(stopped) ? 1 : 0;
}

bool is_about_encryption(CURLcode code) {
    constexpr CURLcode kCodes[] = {CURLE_USE_SSL_FAILED,
                                   CURLE_SSL_CONNECT_ERROR,
                                   CURLE_PEER_FAILED_VERIFICATION,
                                   CURLE_SSL_CACERT_BADFILE,
                                   CURLE_SSL_CIPHER,
                                   CURLE_SSL_ISSUER_ERROR};
    return std::ranges::find(kCodes, code) != std::end(kCodes);
}

SendResult later(std::string why, std::string_view detail) {
    if (!detail.empty()) why.append(": ").append(detail);
    return {Delivery::TryLater, std::move(why)};
}

SendResult result_of(CURLcode code, const Transfer& transfer) {
    const auto& reply = transfer.reply;
    const std::string_view said = curl_easy_strerror(code);
    const bool refused = reply.code >= 400 && code != CURLE_OPERATION_TIMEDOUT;
    if (code == CURLE_OK) return {};
    if (code == CURLE_ABORTED_BY_CALLBACK) return later("program kończy pracę", {});
    if (code == CURLE_LOGIN_DENIED) {
        return later("serwer poczty nie przyjął użytkownika i hasła", reply.numbers);
    }
    if (is_about_encryption(code)) {
        return later("nie można bezpiecznie połączyć się z serwerem poczty", said);
    }
    if (!refused) return later("nie można połączyć się z serwerem poczty", said);
    if (reply.code < 500) return later("serwer poczty każe spróbować później", reply.numbers);
    if (!transfer.about_this_mail) {
        return later("serwer poczty nie przyjmuje od nas wiadomości", reply.numbers);
    }
    return {Delivery::Refused, "serwer poczty odrzucił wiadomość: " + reply.numbers};
}

}  // namespace

class SmtpSender::Connection {
  public:
    explicit Connection(SmtpOptions options) : options_(std::move(options)) {}

    SendResult send(const Mail& mail) {
        const auto message = message_text(mail);
        Transfer transfer{.unsent = message, .reply = {}};
        const List recipients{curl_slist_append(nullptr, mail.recipient.address.text().c_str())};
        if (!recipients) throw std::bad_alloc();
        curl_easy_reset(handle_.get());  // Its connection stays.
        set_server(mail.sender.from.address);
        set_limits();
        set(CURLOPT_MAIL_FROM, mail.sender.from.address.text().c_str());
        set(CURLOPT_MAIL_RCPT, recipients.get());
        set(CURLOPT_UPLOAD, 1L);
        set(CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(message.size()));
        set(CURLOPT_READFUNCTION, hand_over);
        set(CURLOPT_READDATA, &transfer);
        set(CURLOPT_VERBOSE, 1L);  // Else nobody hears the conversation; listen() prints nothing.
        set(CURLOPT_DEBUGFUNCTION, listen);
        set(CURLOPT_DEBUGDATA, &transfer);
        return result_of(curl_easy_perform(handle_.get()), transfer);
    }

    void stop() { stopped_ = true; }

  private:
    /// `from` names the domain that we greet with; libcurl would tell the name of this machine.
    void set_server(const MailAddress& from) {
        const auto& server = options_.server;
        const auto* scheme = server.security == MailSecurity::Tls ? "smtps://" : "smtp://";
        const auto url = scheme + server.host + ":" + std::to_string(server.port) + "/" +
                         std::string{domain_of(from)};
        set(CURLOPT_URL, url.c_str());
        set(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
        set(CURLOPT_PROXY, "");  // Whatever the environment says.
        const bool open = server.security == MailSecurity::None;
        set(CURLOPT_USE_SSL, static_cast<long>(open ? CURLUSESSL_NONE : CURLUSESSL_ALL));
        set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
        if (!options_.ca_file.empty()) set(CURLOPT_CAINFO, options_.ca_file.c_str());
        if (!server.user.empty()) {
            set(CURLOPT_USERNAME, server.user.c_str());
            set(CURLOPT_PASSWORD, options_.password.c_str());
        }
    }

    void set_limits() {
        set(CURLOPT_NOSIGNAL, 1L);
        set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(options_.connect_timeout.count()));
        set(CURLOPT_TIMEOUT_MS, static_cast<long>(options_.send_timeout.count()));
        // Mail servers hang up on who is silent; a burst of mails needs no longer than this.
        set(CURLOPT_MAXAGE_CONN, 15L);
        set(CURLOPT_NOPROGRESS, 0L);
        set(CURLOPT_XFERINFOFUNCTION, stop_when_told);
        set(CURLOPT_XFERINFODATA, &stopped_);
    }

    template <class Value>
    void set(CURLoption option, Value value) {
        // What can fail with these options is memory, or a libcurl built without mail.
        if (curl_easy_setopt(handle_.get(), option, value) != CURLE_OK) throw std::bad_alloc();
    }

    SmtpOptions options_;
    std::atomic<bool> stopped_ = false;
    EasyHandle handle_ = new_handle();
};

SmtpSender::SmtpSender(SmtpOptions options)
    : connection_(std::make_unique<Connection>(std::move(options))) {}

SmtpSender::~SmtpSender() = default;

SendResult SmtpSender::send(const Mail& mail) {
    return connection_->send(mail);
}

void SmtpSender::stop() {
    connection_->stop();
}

}  // namespace okienko::server
