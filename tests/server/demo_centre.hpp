#pragma once

#include <filesystem>

#include "db/card_folder.hpp"
#include "db/catalogue_store.hpp"
#include "generator/instance.hpp"
#include "tests/temporary_folder.hpp"

namespace okienko::server {

/// The demo centre with nothing published: pages are drawn from its sources.
class DemoCentre {
  public:
    DemoCentre() {
        namespace fs = std::filesystem;
        fs::path source{OKIENKO_SOURCE_DIR};
        fs::copy(source / "okienko.toml", folder_.path());
        fs::copy(source / "content", folder_.path() / "content", fs::copy_options::recursive);
        auto cards = db::read_card_folder(source / "db/demo", "db/demo");
        db::create_catalogue(instance().catalogue());
        db::write_catalogue(instance().catalogue(), cards.value());
    }
    [[nodiscard]] generator::Instance instance() const {
        return {folder_.path(), OKIENKO_SOURCE_DIR};
    }

  private:
    tests::TemporaryFolder folder_;
};

}  // namespace okienko::server
