#pragma once

#include <string>
#include <vector>

#include "model/service.hpp"

namespace okienko::generator {

/// What a list shows of a service.
struct ServiceOutline {
    const std::string& slug;
    const std::string& name;
    const std::string& summary;
    model::ServiceStatus status;
    model::FeeMode fee_mode;
    const std::vector<model::Fee>& fees;
    const std::vector<std::string>& places;
    const std::vector<model::DeliveryMode>& delivery_modes;
    const std::vector<model::Schedule>& schedules;
};

/// What a calendar shows of a service.
struct ServiceTerms {
    const std::string& id;
    const std::string& slug;
    const std::string& name;
    const model::Date& verified_on;
    const std::vector<model::Schedule>& schedules;
};

/// A published service. Each question notes what of the card the page has been told, so that a
/// change in the description of a service leaves the lists that name it alone: ask for as little
/// as the page shows. Refers to the site.
class ServiceRef {
  public:
    explicit ServiceRef(const model::Service& service) : service_(&service) {}

    /// Says which service it is: whoever gave the reference has noted that.
    [[nodiscard]] const std::string& slug() const { return service_->slug; }
    [[nodiscard]] const std::string& name() const;
    [[nodiscard]] const std::vector<std::string>& aliases() const;
    [[nodiscard]] ServiceOutline outline() const;
    [[nodiscard]] ServiceTerms terms() const;
    [[nodiscard]] const model::Service& card() const;

    bool operator==(const ServiceRef&) const = default;

  private:
    friend class Site;

    const model::Service* service_;
};

using ServiceList = std::vector<ServiceRef>;

/// The same without a note: for fingerprints.
ServiceOutline outline_of(const model::Service& service);
ServiceTerms terms_of(const model::Service& service);

}  // namespace okienko::generator
