#include "generator/service_ref.hpp"

#include "generator/incremental/inputs.hpp"

namespace okienko::generator {

const std::string& ServiceRef::name() const {
    note_read(InputKind::ServiceNames, slug());
    return service_->name;
}

const std::vector<std::string>& ServiceRef::aliases() const {
    note_read(InputKind::ServiceNames, slug());
    return service_->aliases;
}

ServiceOutline ServiceRef::outline() const {
    note_read(InputKind::ServiceOutline, slug());
    return outline_of(*service_);
}

ServiceTerms ServiceRef::terms() const {
    note_read(InputKind::ServiceTerms, slug());
    return terms_of(*service_);
}

const model::Service& ServiceRef::card() const {
    note_read(InputKind::Service, slug());
    return *service_;
}

ServiceOutline outline_of(const model::Service& service) {
    return {service.slug,
            service.name,
            service.summary,
            service.status,
            service.fee_mode,
            service.fees,
            service.places,
            service.delivery_modes,
            service.schedules};
}

ServiceTerms terms_of(const model::Service& service) {
    return {service.id, service.slug, service.name, service.verified_on, service.schedules};
}

}  // namespace okienko::generator
