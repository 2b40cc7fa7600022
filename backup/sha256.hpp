#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace okienko::backup {

/// A running SHA-256 (FIPS 180-4) of bytes that come in pieces.
class Sha256 {
  public:
    Sha256();
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;
    ~Sha256();

    void add(std::string_view bytes);

    /// 64 lower-case hexadecimal digits, as sha256sum prints them. Call it once, at the end.
    [[nodiscard]] std::string hex();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

/// The same for bytes that are all there.
std::string sha256(std::string_view bytes);

}  // namespace okienko::backup
