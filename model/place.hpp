#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/choice.hpp"

namespace okienko::model {

enum class AccessibilityFeature {
    StepFreeEntrance,
    Ramp,
    Lift,
    WideDoors,
    AccessibleToilet,
    Parking,
    InductionLoop,
    SignLanguage,
    GuideDog,
    QuietRoom,
    ChangingPlace,
    ContrastMarking,
};
enum class FeatureState { Yes, Partly, No };

template <>
struct Choice<AccessibilityFeature> {
    static constexpr std::array<std::string_view, 12> kNames{"step_free_entrance",
                                                             "ramp",
                                                             "lift",
                                                             "wide_doors",
                                                             "accessible_toilet",
                                                             "parking",
                                                             "induction_loop",
                                                             "sign_language",
                                                             "guide_dog",
                                                             "quiet_room",
                                                             "changing_place",
                                                             "contrast_marking"};
};
template <>
struct Choice<FeatureState> {
    static constexpr std::array<std::string_view, 3> kNames{"yes", "partly", "no"};
};

struct PlaceAccessibility {
    AccessibilityFeature feature = AccessibilityFeature::StepFreeEntrance;
    FeatureState state = FeatureState::Yes;
    std::string description;
    bool operator==(const PlaceAccessibility&) const = default;
};

/// Where services are given: an HSDS location of type "physical".
struct Place {
    std::string id;  ///< UUID.
    std::string slug;
    std::string name;
    std::string street;  ///< With "ul." or "pl."; empty in a village without streets.
    std::string building;
    std::string unit;
    std::string postal_code;
    std::string city;
    std::string terc;                ///< TERYT municipality.
    std::string simc;                ///< TERYT locality.
    std::string ulic;                ///< TERYT street; may be empty.
    std::optional<double> latitude;  ///< Degrees, WGS 84.
    std::optional<double> longitude;
    std::string directions;
    std::vector<PlaceAccessibility> accessibility;
    bool operator==(const Place&) const = default;
};

/// "ul. Lipowa 5/2", or "Lipówka 15" where there are no streets: one line of an envelope.
std::string street_line(const Place& place);

}  // namespace okienko::model
