#include "generator/settings_file.hpp"

#include "db/toml_reader.hpp"
#include "generator/file_tree.hpp"
#include "generator/source_text.hpp"
#include "language/utf8.hpp"

namespace okienko::generator {

model::Checked<SettingsFile, model::Problem> read_settings_file(const Instance& instance) {
    if (!std::filesystem::exists(instance.settings())) {
        throw FileError("w folderze " + instance.root.string() +
                        " nie ma pliku okienko.toml; przejdź do folderu centrum albo załóż "
                        "nowe: okienko init FOLDER");
    }
    auto text = read_file(instance.settings());
    if (auto bad = language::first_invalid_byte(text)) {
        return std::vector{problem_at_offset("okienko.toml",
                                             text,
                                             *bad,
                                             "plik nie jest zapisany w UTF-8",
                                             "zapisz go ponownie z kodowaniem UTF-8")};
    }
    auto document = db::read_toml("okienko.toml", std::move(text));
    if (!document.ok()) return document.problems();
    auto settings = read_settings(document.value());
    if (!settings.ok()) return settings.problems();
    return SettingsFile{std::move(settings).value(), std::move(document).value()};
}

}  // namespace okienko::generator
