#pragma once

#include <atomic>
#include <cstddef>
#include <future>
#include <mutex>
#include <string_view>
#include <vector>

#include "generator/incremental/fingerprint.hpp"
#include "generator/incremental/inputs.hpp"
#include "generator/site_data.hpp"

namespace okienko::generator {

/// What the inputs of a site are worth today: another number when anything of one has changed, also
/// when it has come or gone. Services are most of the work; it begins at once, on a thread of its
/// own. Thread-safe. Refers to the site, whose index stays as it is.
class InputFingerprints {
  public:
    explicit InputFingerprints(const SiteData& site);

    [[nodiscard]] Fingerprint of(const Input& input) const;

  private:
    struct OfService {
        Fingerprint whole;
        Fingerprint outline;
        Fingerprint terms;
        Fingerprint names;
    };

    void make_services() const;
    [[nodiscard]] Fingerprint of_service(std::string_view slug, Fingerprint OfService::*part) const;

    const SiteData& site_;
    mutable std::vector<OfService> services_;   ///< In the order of the catalogue.
    mutable std::atomic<std::size_t> next_{0};  ///< The first that nobody makes yet.
    mutable std::once_flag made_;
    mutable std::future<void> helper_;
};

}  // namespace okienko::generator
