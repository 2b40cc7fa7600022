#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "exchange/known_cards.hpp"
#include "exchange/read_card.hpp"
#include "model/checked.hpp"
#include "model/problem.hpp"

namespace okienko::exchange {

enum class Effect { Write, DryRun };
enum class Fate { Added, Changed, Left };

struct ImportRequest {
    std::filesystem::path catalogue;
    std::vector<std::filesystem::path> files;
    ImportSettings settings;
    model::Date today{};  ///< For what was never verified elsewhere.
    Effect effect = Effect::Write;
    unsigned threads = 1;  ///< Those that do most of the work: as many as there are processors.
    /// Called on the calling thread with bytes read and bytes in all.
    std::function<void(std::uint64_t, std::uint64_t)> progress = {};
};

/// A card that differs from the catalogue.
struct ChangedCard {
    std::string kind;
    std::string name;  ///< As other cards call it (`reference_name`).
    Fate fate = Fate::Added;
};

struct ImportReport {
    /// By kind (`kind_name`) in the order of CardValue, then by fate.
    std::array<std::array<std::size_t, 3>, kCardKinds> counts{};
    std::vector<ChangedCard> cards;  ///< The first ones, in the order of the files.
    model::Problems warnings;
};

/// How many changed cards a report names.
inline constexpr std::size_t kNamedCards = 1000;

/// Puts the cards of the files into the catalogue in one transaction: all of them, or, when there
/// is any problem in any file, none. A card is known by its UUID, else by the id of its source,
/// never by its name. Throws DatabaseError, and std::filesystem::filesystem_error for a file that
/// cannot be read.
model::Checked<ImportReport, model::Problem> import_cards(const ImportRequest& request);

}  // namespace okienko::exchange
