#pragma once

#include <string>
#include <vector>

#include "server/submission/dossier.hpp"

namespace okienko::server {

/// One field that a submission would change.
struct Difference {
    CardRef card;
    std::string path;    ///< "fees.2.amount"
    std::string before;  ///< Empty: it is new.
    std::string after;   ///< Empty: it is gone.
    bool operator==(const Difference&) const = default;
};

/// Field by field, in the order of the cards' fields; how something is written ("5.03.2026" or
/// "2026-03-05") makes no difference, nor does what the office fills in.
std::vector<Difference> differences(const Dossier& before, const Dossier& after);

}  // namespace okienko::server
