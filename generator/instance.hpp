#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "generator/theme.hpp"

namespace okienko::generator {

/// Where the parts of a centre lie on disk.
struct Instance {
    std::filesystem::path root;  ///< The folder of okienko.toml.
    std::filesystem::path
        share;  ///< Files that come with the program: themes/, content/, db/demo/.

    [[nodiscard]] std::filesystem::path settings() const { return root / "okienko.toml"; }
    [[nodiscard]] std::filesystem::path content() const { return root / "content"; }
    [[nodiscard]] std::filesystem::path catalogue() const { return root / "catalogue.db"; }
    /// Private: nothing in this room opens it.
    [[nodiscard]] std::filesystem::path office() const { return root / "office.db"; }
    [[nodiscard]] std::filesystem::path site() const { return root / "site"; }
    [[nodiscard]] std::filesystem::path current() const { return site() / "current"; }
    /// Mails of a centre without a mail server.
    [[nodiscard]] std::filesystem::path outbox() const { return root / "outbox"; }
    /// Where `serve --watch` publishes instead: the same layout as site(), never seen by residents.
    [[nodiscard]] std::filesystem::path preview() const { return root / ".preview"; }

    /// The default theme of the program, then what the centre puts over it: its own
    /// themes/default/ and its own theme, when it has them.
    [[nodiscard]] std::vector<ThemeLayer> theme_layers(const std::string& theme) const;
};

}  // namespace okienko::generator
