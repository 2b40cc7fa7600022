#pragma once

#include <chrono>
#include <filesystem>
#include <random>
#include <string>

namespace okienko::tests {

/// Edits of a centre such as people make, chosen by a seed: in content, catalogue, theme and
/// settings, and the passing of time. An edit may leave the centre with problems.
class RandomEdits {
  public:
    RandomEdits(std::filesystem::path instance, std::filesystem::path share, unsigned seed);

    /// Makes one edit and answers with its name, for the message of a failed test.
    std::string edit();

    [[nodiscard]] std::chrono::sys_seconds now() const { return now_; }
    void set_clock(std::chrono::sys_seconds now) { now_ = now; }

  private:
    std::string edit_content();
    std::string edit_catalogue();
    std::string edit_service();
    std::string edit_translation();
    std::string edit_theme();
    std::string edit_settings();
    std::string pass_time();

    std::size_t below(std::size_t limit);
    bool one_in(std::size_t chances) { return below(chances) == 0; }
    /// A word that no edit has used before.
    std::string new_word();
    std::filesystem::path any_page();
    std::filesystem::path own_copy_of(const std::string& theme_file);
    void replace_in(const std::filesystem::path& file,
                    const std::string& what,
                    const std::string& with);

    std::filesystem::path instance_;
    std::filesystem::path share_;
    std::mt19937 random_;
    std::chrono::sys_seconds now_{std::chrono::seconds{1'794'819'600}};
    int words_ = 0;
};

}  // namespace okienko::tests
