#include "backup/sha256.hpp"

#include <gtest/gtest.h>

namespace okienko::backup {
namespace {

// The examples of FIPS 180-4 (NIST, "SHA-256 example"), and the digest of nothing.
TEST(Sha256, GivesTheDigestsOfTheStandard) {
    EXPECT_EQ(sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
              "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

TEST(Sha256, DoesNotDependOnThePieces) {
    Sha256 running;
    for (char c : std::string_view{"abc"}) running.add({&c, 1});
    running.add("");
    EXPECT_EQ(running.hex(), sha256("abc"));
}

}  // namespace
}  // namespace okienko::backup
