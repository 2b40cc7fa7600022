// okienko_fuzz --target=NAME …: one target under libFuzzer, which leaves arguments with two dashes
// to us. script/fuzz runs it.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "tests/fuzz/targets.hpp"

namespace {

const okienko::fuzz::Target* chosen = nullptr;

}  // namespace

extern "C" int LLVMFuzzerInitialize(int* argc, char*** argv) {
    constexpr std::string_view kOption = "--target=";
    for (int i = 1; i < *argc; ++i) {
        std::string_view argument{(*argv)[i]};
        if (!argument.starts_with(kOption)) continue;
        for (const auto& target : okienko::fuzz::kTargets) {
            if (target.name == argument.substr(kOption.size())) chosen = &target;
        }
    }
    if (!chosen) {
        std::fputs("usage: okienko_fuzz --target=NAME [libFuzzer's arguments]; targets:\n", stderr);
        for (const auto& target : okienko::fuzz::kTargets) {
            std::fprintf(
                stderr, "  %.*s\n", static_cast<int>(target.name.size()), target.name.data());
        }
        std::exit(2);
    }
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    chosen->run({reinterpret_cast<const char*>(data), size});
    return 0;
}
