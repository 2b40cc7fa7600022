#include "generator/site.hpp"

namespace okienko::generator {

const ServiceList& Site::of(const std::unordered_map<std::string_view, ServiceList>& index,
                            std::string_view slug) {
    static const ServiceList kNone;
    auto found = index.find(slug);
    return found == index.end() ? kNone : found->second;
}

std::string service_address(std::string_view slug) {
    return "/uslugi/" + std::string{slug} + "/";
}
std::string provider_address(std::string_view slug) {
    return "/podmioty/" + std::string{slug} + "/";
}
std::string domain_address(std::string_view slug) {
    return "/obszary/" + std::string{slug} + "/";
}
std::string audience_address(std::string_view slug) {
    return "/dla-kogo/" + std::string{slug} + "/";
}
std::string situation_address(std::string_view slug) {
    return "/sprawy/" + std::string{slug} + "/";
}
std::string document_address(std::string_view slug) {
    return "/dokumenty/" + std::string{slug} + "/";
}

std::string in_language(language::Language language, std::string_view address) {
    if (language == language::Language::Polish) return std::string{address};
    return "/" + std::string{language::code(language)} + std::string{address};
}

}  // namespace okienko::generator
