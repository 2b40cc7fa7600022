#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "tests/temporary_folder.hpp"

namespace okienko::server {

/// A site folder with releases that were never built, only written.
class PublishedSite {
  public:
    PublishedSite() { std::filesystem::create_directories(site() / "releases"); }

    [[nodiscard]] std::filesystem::path site() const { return directory_.path() / "site"; }
    [[nodiscard]] std::filesystem::path current() const { return site() / "current"; }
    [[nodiscard]] std::filesystem::path release(std::string_view id) const {
        return site() / "releases" / id;
    }

    void write(std::string_view id, std::string_view path, std::string_view bytes) const {
        const auto file = release(id) / path;
        std::filesystem::create_directories(file.parent_path());
        std::ofstream(file, std::ios::binary) << bytes;
    }

    /// As generator/release.cpp does it: a new link renamed over the old one.
    void publish(std::string_view id) const {
        const auto fresh = site() / "current.new";
        std::filesystem::create_directory_symlink(std::filesystem::path{"releases"} / id, fresh);
        std::filesystem::rename(fresh, current());
    }

  private:
    tests::TemporaryFolder directory_;
};

}  // namespace okienko::server
