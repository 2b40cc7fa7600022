#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "server/form_fields.hpp"
#include "server/form_token.hpp"
#include "server/forms/form_state.hpp"
#include "server/metrics.hpp"
#include "server/rate_limit.hpp"
#include "server/request.hpp"
#include "server/request_log.hpp"
#include "server/response.hpp"

namespace okienko::server {

/// Takes one kind of form, the same way for all of them: what is wrong with its fields, whether a
/// person sent it from a page of ours, whether not too many have come, and then keeps it. Whatever
/// is wrong, the form comes back with everything that was typed: 422 for mistakes and doubts, 429
/// for too many, 503 when the machine fails. 303 means: durable on the disk. Thread-safe.
class FormGate {
  public:
    struct Rules {
        std::string_view name;  ///< Of the form: its tokens are no other form's; also for metrics.
        std::chrono::seconds shortest_fill{3};  ///< Nobody fills it in more quickly.
        std::chrono::seconds longest_fill{24 * 3600};
        std::size_t burst = 5;  ///< So many of one visitor at once, and one more each interval.
        std::chrono::seconds interval{60};
    };
    struct Parts {
        Metrics& metrics;
        LogSink log;
        std::function<std::chrono::system_clock::time_point()> now = [] {
            return std::chrono::system_clock::now();
        };
    };
    FormGate(Rules rules, Parts parts);

    /// What tells this form, as this visitor was given it, from all others.
    struct Ticket {
        std::string form_id;  ///< The same form sent twice is one thing.
        std::chrono::sys_seconds at{};
    };
    struct Kept {
        std::string next;         ///< The address of the page that says so.
        bool had_before = false;  ///< The same form came before: a second click.
    };
    /// A form that was sent, as whoever owns the form understands it.
    struct Sent {
        std::vector<FieldFault> faults;                     ///< Of its fields, in their order.
        std::function<std::string(const FormState&)> draw;  ///< The form with what was typed.
        std::function<Kept(const Ticket&)> keep;            ///< Throws when the machine fails.
    };
    using Understand = std::function<Sent(const FormFields&)>;

    /// How an empty form is shown.
    [[nodiscard]] FormState fresh() const { return {.token = new_token()}; }

    Response take(const Request& request, const Understand& understand);

  private:
    struct LetIn {
        std::chrono::steady_clock::time_point until;
        int times = 0;
    };

    [[nodiscard]] std::string new_token() const;
    [[nodiscard]] std::chrono::sys_seconds now() const;
    bool let_in(const std::string& client, const std::string& form_id);
    void forget_old_forms(std::chrono::steady_clock::time_point moment);

    Rules rules_;
    Parts parts_;
    FormTokens tokens_;
    RateLimit limit_;
    std::mutex mutex_;
    /// By the form's id: a second click, or another try after a failure, costs a visitor nothing.
    std::unordered_map<std::string, LetIn> let_in_;
    std::chrono::steady_clock::time_point swept_at_{};
};

}  // namespace okienko::server
