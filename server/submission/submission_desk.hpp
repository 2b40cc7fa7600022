#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>

#include "db/office.hpp"
#include "model/checked.hpp"
#include "server/form_fields.hpp"
#include "server/forms/form_gate.hpp"
#include "server/live_sites.hpp"
#include "server/request.hpp"
#include "server/response.hpp"
#include "server/routes.hpp"
#include "server/submission/submission_pages.hpp"

namespace okienko::server {

/// Where institutions describe their services: a draft is written step by step behind a private
/// link, and goes to the office when it is sent. Thread-safe.
///
/// Every step is kept as it was typed, right or wrong; 303 means: durable on the disk. The private
/// link is the only key. A link that came by mail proves the address; until one was used, what is
/// sent does not reach the office. No request by GET changes anything, since mail programs open
/// links to look at them.
class SubmissionDesk {
  public:
    using LiveSitePtr = std::shared_ptr<const generator::LiveSite>;
    struct Parts {
        LiveSites& live;
        db::Office& office;
        FormGate::Parts gate;
        std::function<void()> mail_waits;  ///< Called when there is a mail to carry out.
        /// The site as it would be with another catalogue.
        std::function<model::Checked<LiveSitePtr, model::Problem>(
            std::function<void(model::Catalogue&)> amend)>
            preview;
    };
    explicit SubmissionDesk(Parts parts);

    [[nodiscard]] std::vector<Route> routes();

  private:
    struct Visit;

    Response show(const Request& request);
    Response take(const Request& request);
    template <class Answer>
    [[nodiscard]] Response opened(const Request& request, Answer answer) const;
    [[nodiscard]] Response unreadable(const Request& request) const;
    [[nodiscard]] Response typed_again(const Request& request,
                                       Visit& visit,
                                       int status,
                                       Notice notice) const;
    [[nodiscard]] Response unknown_link() const;
    [[nodiscard]] std::optional<Visit> visit(const Request& request) const;
    [[nodiscard]] std::optional<Visit> visit_unread(const Request& request) const;
    [[nodiscard]] model::Checked<SubmittedCards, DossierFault> read_on(
        const generator::LiveSite& live, const Dossier& dossier) const;
    [[nodiscard]] Response desk(const Visit& visit, int status, Notice notice, bool tried) const;
    [[nodiscard]] static Response step(const Visit& visit,
                                       int status,
                                       std::vector<CellFault> faults,
                                       Notice notice);
    [[nodiscard]] static std::vector<CellFault> faults_in(const Visit& visit);
    [[nodiscard]] std::vector<CellFault> faults_with_rules(const Visit& visit) const;
    static bool write_step(Dossier& dossier, const Visit& visit, const FormFields& posted);
    [[nodiscard]] static std::string next_address(const Visit& visit);
    [[nodiscard]] Response show_step(const Request& request, const Visit& visit) const;
    [[nodiscard]] Response show_preview(const Visit& visit) const;
    Response take_step(const Request& request, Visit& visit);
    [[nodiscard]] Response gone_on(const Request& request,
                                   const Visit& visit,
                                   const std::string& action,
                                   bool changed_groups) const;
    Response take_action(const Request& request, Visit& visit);
    Response send(Visit& visit);
    Response move_on(const Visit& visit, db::Submissions::Step step);
    template <class Act>
    [[nodiscard]] Response kept(const Visit& visit, Act act) const;

    [[nodiscard]] std::chrono::sys_seconds now() const;

    Parts parts_;
    db::Submissions& submissions_;
};

}  // namespace okienko::server
