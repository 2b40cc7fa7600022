#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "tests/program.hpp"
#include "tests/temporary_folder.hpp"

namespace okienko::tests {

/// A centre with every form, published, that the real program serves on a free port.
class ServedCentre {
  public:
    enum class Content { New, Demo };
    /// In a folder that is there already; `settings` are added to okienko.toml.
    explicit ServedCentre(std::filesystem::path folder,
                          const std::string& settings = "",
                          Content content = Content::New);

    /// Starts `okienko serve` behind a proxy, which the test plays.
    void start();
    /// SIGKILL, and waits until it is gone.
    void kill();
    /// SIGTERM; what it said.
    ProgramResult stop();
    [[nodiscard]] bool runs() const;

    [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }
    [[nodiscard]] std::filesystem::path office() const { return folder_ / "office.db"; }
    [[nodiscard]] int port() const { return port_; }
    [[nodiscard]] pid_t process() const { return program_->process(); }
    [[nodiscard]] std::string log() const { return program_->err_so_far(); }

    /// What the server says to a request, or nothing when it is not there (any more). Each request
    /// comes from another visitor. Thread-safe.
    [[nodiscard]] std::optional<std::string> get(const std::string& target) const;
    [[nodiscard]] std::optional<std::string> post(const std::string& target,
                                                  const std::string& body) const;
    /// The same from this machine itself.
    [[nodiscard]] std::optional<std::string> get_here(const std::string& target) const;
    /// The token of the form at an address.
    [[nodiscard]] std::string token(const std::string& target) const;

  private:
    [[nodiscard]] std::optional<std::string> say(const std::string& bytes) const;

    std::filesystem::path folder_;
    std::unique_ptr<RunningProgram> program_;
    int port_ = 0;
};

/// 303 of "HTTP/1.1 303 See Other".
int status_of(const std::optional<std::string>& answer);

/// Where an answer sends a browser; empty when nowhere.
std::string location_of(const std::optional<std::string>& answer);

}  // namespace okienko::tests
