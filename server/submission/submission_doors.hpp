#pragma once

#include <functional>
#include <string>
#include <vector>

#include "db/office.hpp"
#include "server/forms/form_gate.hpp"
#include "server/live_sites.hpp"
#include "server/request.hpp"
#include "server/response.hpp"
#include "server/routes.hpp"

namespace okienko::server {

/// The two ways to a submission: an e-mail address begins a draft; an address that we know gets a
/// link to change what is published. Thread-safe.
class SubmissionDoors {
  public:
    struct Parts {
        LiveSites& live;
        db::Office& office;
        FormGate::Parts gate;
        std::function<void()> mail_waits;  ///< Called when there is a mail to carry out.
    };
    explicit SubmissionDoors(Parts parts);

    [[nodiscard]] std::vector<Route> routes();

  private:
    Response show_begin(language::Language language);
    Response take_begin(const Request& request, language::Language language);
    std::string begin(const generator::LiveSite& live,
                      language::Language language,
                      const std::string& email,
                      const FormGate::Ticket& ticket);
    Response show_change(const Request& request, language::Language language);
    Response take_change(const Request& request, language::Language language);
    Response show_change_sent(language::Language language);
    void send_change_link(const generator::LiveSite& live,
                          language::Language language,
                          const std::string& service,
                          const std::string& email,
                          const FormGate::Ticket& ticket);

    Parts parts_;
    FormGate begin_gate_;
    FormGate change_gate_;
    db::Submissions& submissions_;
};

}  // namespace okienko::server
