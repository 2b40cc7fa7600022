#include "model/service.hpp"

namespace okienko::model {

bool is_published(const Service& service, Date today) {
    if (service.status == ServiceStatus::Defunct) return false;
    bool begun = !service.valid_from || *service.valid_from <= today;
    bool ended = service.valid_to && *service.valid_to < today;
    return begun && !ended;
}

}  // namespace okienko::model
