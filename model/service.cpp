#include "model/service.hpp"

namespace okienko::model {

namespace {

bool has_begun(const Service& service, Date today) {
    return !service.valid_from || *service.valid_from <= today;
}

/// Archived, or past its last day.
bool is_over(const Service& service, Date today) {
    return service.status == ServiceStatus::Defunct ||
           (service.valid_to && *service.valid_to < today);
}

}  // namespace

bool is_published(const Service& service, Date today) {
    return has_begun(service, today) && !is_over(service, today);
}

bool is_upcoming(const Service& service, Date today) {
    return !has_begun(service, today) && !is_over(service, today);
}

}  // namespace okienko::model
