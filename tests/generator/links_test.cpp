#include "generator/links.hpp"

#include <gtest/gtest.h>

namespace okienko::generator {
namespace {

LinkTargets targets() {
    LinkTargets all;
    for (auto address : {"/", "/kontakt/", "/o-nas/zasady/", "/uslugi/bank-czasu/"}) {
        all.add_page(address);
    }
    all.add_content_file("kontakt.md", "/kontakt/");
    all.add_content_file("o-nas/zasady.md", "/o-nas/zasady/");
    all.add_content_file("szkic.md", "/szkic/");
    all.add_unpublished("/szkic/", "jest szkicem");
    all.add_attachment("dokumenty/pliki/statut.pdf");
    return all;
}

TEST(LinkTargets, ResolvesSiteAddressesWithAndWithoutTheLastSlash) {
    EXPECT_EQ(targets().resolve("/kontakt/", "index.md").address, "/kontakt/");
    EXPECT_EQ(targets().resolve("/kontakt", "index.md").address, "/kontakt/");
    EXPECT_EQ(targets().resolve("/kontakt#dojazd", "index.md").address, "/kontakt/#dojazd");
}

TEST(LinkTargets, ResolvesPathsOfContentFiles) {
    EXPECT_EQ(targets().resolve("../kontakt.md", "o-nas/zasady.md").address, "/kontakt/");
    EXPECT_EQ(targets().resolve("zasady.md#jakosc", "o-nas/index.md").address,
              "/o-nas/zasady/#jakosc");
    auto file = targets().resolve("pliki/statut.pdf", "dokumenty/statut.md");
    EXPECT_EQ(file.address, "/dokumenty/pliki/statut.pdf");
    EXPECT_EQ(file.attachment, "dokumenty/pliki/statut.pdf");
}

TEST(LinkTargets, KnowsWhichPageAnAnchorBelongsTo) {
    auto own = targets().resolve("#dojazd", "kontakt.md");
    EXPECT_EQ(own.address, "#dojazd");
    EXPECT_EQ(own.page, "/kontakt/");
    EXPECT_EQ(own.anchor, "dojazd");
}

TEST(LinkTargets, LetsOtherSitesPhonesAndMailThrough) {
    for (auto target : {"https://x.example/", "tel:+48999001020", "mailto:a@b.example"}) {
        EXPECT_EQ(targets().resolve(target, "index.md").address, target);
    }
}

TEST(LinkTargets, SuggestsTheNearestAddressForABrokenOne) {
    auto broken = targets().resolve("/uslugi/bank-czsu/", "index.md");
    EXPECT_EQ(broken.message, "odnośnik donikąd: nie ma adresu „/uslugi/bank-czsu/”");
    EXPECT_EQ(broken.remedy, "może „/uslugi/bank-czasu/”?");
}

TEST(LinkTargets, SaysWhyAPageIsNotThere) {
    EXPECT_EQ(targets().resolve("szkic.md", "index.md").message,
              "odnośnik prowadzi do strony, która jest szkicem");
}

TEST(LinkTargets, RefusesWhatLeavesContentOrHidesItsHost) {
    EXPECT_NE(targets().resolve("../../etc/passwd", "index.md").message, "");
    EXPECT_NE(targets().resolve("//zlo.example/", "index.md").message, "");
    EXPECT_NE(targets().resolve("", "index.md").message, "");
    EXPECT_EQ(targets().resolve("javascript:alert(1)", "index.md").message,
              "adres „javascript:alert(1)” jest niedozwolony");
}

TEST(JoinContentPath, FollowsDots) {
    EXPECT_EQ(join_content_path("a/b/", "../c/./d.png"), "a/c/d.png");
    EXPECT_EQ(join_content_path("a/", "../../d.png"), std::nullopt);
}

}  // namespace
}  // namespace okienko::generator
