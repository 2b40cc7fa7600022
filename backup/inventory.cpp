#include "backup/inventory.hpp"

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "backup/parts.hpp"
#include "generator/file_tree.hpp"
#include "language/utf8.hpp"

namespace okienko::backup {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void throw_unreadable(const fs::path& path, const std::error_code& error) {
    errno = error.value();
    generator::throw_file_error("nie można odczytać", path);
}

class Walk {
  public:
    void take(const Part& part, const fs::path& source) {
        auto status = status_of(source);
        if (status.type() == fs::file_type::not_found) return;
        std::string path{part.name};
        switch (part.kind) {
            case PartKind::Folder:
                if (!fs::is_directory(status)) return refuse(path, "to nie jest folder");
                return take_folder(path, source);
            case PartKind::File:
            case PartKind::Database:
                if (!fs::is_regular_file(status)) return refuse(path, "to nie jest zwykły plik");
                found_.items.push_back(
                    {path,
                     source,
                     part.kind == PartKind::File ? ItemKind::File : ItemKind::Database});
        }
    }

    model::Checked<Inventory, Fault> result() && {
        if (!refused_.empty()) return refused_;
        std::sort(found_.items.begin(), found_.items.end(), [](const Item& a, const Item& b) {
            return a.path < b.path;
        });
        return std::move(found_);
    }

  private:
    static fs::file_status status_of(const fs::path& source) {
        std::error_code error;
        auto status = fs::status(source, error);
        if (status.type() == fs::file_type::none) throw_unreadable(source, error);
        return status;
    }

    void take_folder(const std::string& path, const fs::path& source) {
        std::error_code error;
        auto place = fs::canonical(source, error);
        if (error) throw_unreadable(source, error);
        if (std::find(way_here_.begin(), way_here_.end(), place) != way_here_.end()) {
            return refuse(path, "dowiązanie prowadzi do folderu, w którym leży; usuń je");
        }
        found_.items.push_back({path, source, ItemKind::Folder});
        way_here_.push_back(place);
        fs::directory_iterator entries{source, error};
        if (error) throw_unreadable(source, error);
        for (const auto& entry : entries) {
            take_entry(path + "/" + entry.path().filename().string(), entry.path());
        }
        way_here_.pop_back();
    }

    void take_entry(const std::string& path, const fs::path& source) {
        if (!language::is_valid_utf8(path)) {
            return refuse(path, "nazwa nie jest zapisana w UTF-8; zmień nazwę pliku");
        }
        auto status = status_of(source);
        if (fs::is_directory(status)) return take_folder(path, source);
        if (fs::is_regular_file(status)) {
            found_.items.push_back({path, source, ItemKind::File});
        } else if (!fs::exists(status)) {
            if (fs::is_symlink(source)) skip(path, "dowiązanie donikąd");
        } else {
            skip(path, "to nie jest zwykły plik");
        }
    }

    void refuse(const std::string& path, std::string why) {
        refused_.push_back({path, std::move(why)});
    }
    void skip(const std::string& path, std::string why) {
        found_.skipped.push_back({path, std::move(why)});
    }

    Inventory found_;
    Faults refused_;
    std::vector<fs::path> way_here_;  ///< The folders that lead to the present one, as they are.
};

}  // namespace

model::Checked<Inventory, Fault> take_inventory(const fs::path& root) {
    auto settings = root / "okienko.toml";
    if (!fs::exists(settings)) {
        throw generator::FileError("nie ma pliku " + settings.string() +
                                   "; podaj folder centrum przez --instance");
    }
    Walk walk;
    for (const auto& part : parts()) walk.take(part, root / part.name);
    return std::move(walk).result();
}

}  // namespace okienko::backup
