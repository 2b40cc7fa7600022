#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "model/choice.hpp"
#include "model/contact.hpp"
#include "model/date.hpp"

namespace okienko::model {

enum class ProviderKind { PublicUnit, Ngo, SocialEnterprise, Business, Healthcare };

template <>
struct Choice<ProviderKind> {
    static constexpr std::array<std::string_view, 5> kNames{
        "public_unit", "ngo", "social_enterprise", "business", "healthcare"};
};

/// Who provides services: a CPSV-AP PublicOrganisation or an HSDS organization.
struct Provider {
    std::string id;  ///< UUID.
    std::string slug;
    std::string name;
    ProviderKind kind = ProviderKind::Ngo;
    std::string legal_form;
    std::string summary;
    std::string profile;  ///< Markdown.
    std::vector<std::string> activity_domains;
    std::string nip;
    std::string regon;
    std::string krs;
    std::string place;  ///< Slug of the seat; may be empty.
    std::string website;
    std::string email;
    Date verified_on{};
    std::vector<Contact> contacts;
    bool operator==(const Provider&) const = default;
};

}  // namespace okienko::model
