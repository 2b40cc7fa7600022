#include "tests/sites/case_instance.hpp"

#include <SQLiteCpp/Database.h>

#include <algorithm>
#include <stdexcept>

#include "cli/problem_text.hpp"
#include "db/card_folder.hpp"
#include "db/catalogue_store.hpp"
#include "generator/file_tree.hpp"

namespace okienko::tests {

namespace fs = std::filesystem;

CaseInstance::CaseInstance(const fs::path& case_folder) {
    copy_case(case_folder);
    load_catalogue();
}

void CaseInstance::copy_case(const fs::path& case_folder) const {
    constexpr auto kOverwrite = fs::copy_options::recursive | fs::copy_options::overwrite_existing;
    fs::copy(tests_folder() / "sites/base", root(), kOverwrite);
    for (const auto* part : {"okienko.toml", "content", "cards", "sql", "themes"}) {
        if (fs::exists(case_folder / part)) fs::copy(case_folder / part, root() / part, kOverwrite);
    }
    const auto* theme = fs::exists(case_folder / "themes") ? "themes/default" : "themes/golden";
    fs::create_directories(root() / theme);
    // Files of the case stay as they are.
    fs::copy(tests_folder() / "sites/themes/golden",
             root() / theme,
             fs::copy_options::recursive | fs::copy_options::skip_existing);
}

void CaseInstance::load_catalogue() const {
    auto catalogue = db::read_card_folder(root() / "cards", "cards");
    if (!catalogue.ok()) {
        std::string all;
        for (const auto& problem : catalogue.problems()) all += cli::problem_text(problem);
        throw std::runtime_error(all);
    }
    auto file = root() / "catalogue.db";
    db::create_catalogue(file);
    db::write_catalogue(file, catalogue.value());
    if (fs::exists(root() / "sql")) {
        SQLite::Database database{file.string(), SQLite::OPEN_READWRITE};
        database.exec(generator::read_file(root() / "sql"));
    }
}

ProgramResult CaseInstance::run(const std::string& command) const {
    return run_program({"--instance", root().string(), command}, kFixedClock);
}

FileTree CaseInstance::published() const {
    auto tree = read_tree(fs::canonical(current()));
    // No person can review the bytes of an index; tests/search/ asks it questions.
    std::erase_if(tree, [](const auto& file) {
        return file.first.starts_with("zasoby/okienko") || file.first.starts_with("search/");
    });
    return tree;
}

fs::path tests_folder() {
    return fs::path{OKIENKO_SOURCE_DIR} / "tests";
}

std::vector<std::string> cases_with(const fs::path& folder, const std::vector<std::string>& parts) {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator{folder}) {
        bool is_case = std::any_of(parts.begin(), parts.end(), [&entry](const auto& part) {
            return fs::exists(entry.path() / part);
        });
        if (is_case) names.push_back(entry.path().filename().string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

std::string test_name(std::string case_name) {
    std::replace(case_name.begin(), case_name.end(), '-', '_');
    return case_name;
}

}  // namespace okienko::tests
