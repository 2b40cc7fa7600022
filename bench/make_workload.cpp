// make_workload N SHARE INSTANCE: an instance whose catalogue holds N services made of the demo's
// cards, each with a name, slug and id of its own. The same N gives the same bytes.
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <string>

#include "db/card_folder.hpp"
#include "db/catalogue_store.hpp"

namespace {

namespace fs = std::filesystem;
using okienko::model::Catalogue;
using okienko::model::Service;

/// A UUID that counts: valid in form, and never the same twice.
std::string counted_uuid(std::size_t number) {
    auto digits = std::to_string(number + 1);
    return "00000000-0000-4000-8000-" + std::string(12 - digits.size(), '0') + digits;
}

Service numbered(const Service& card, std::size_t number) {
    Service service = card;
    auto suffix = std::to_string(number);
    service.id = counted_uuid(number);
    service.slug = card.slug.substr(0, 60) + "-" + suffix;
    service.name = card.name + " nr " + suffix;
    service.related.clear();
    return service;
}

Catalogue multiplied(Catalogue demo, std::size_t count) {
    auto cards = std::move(demo.services);
    demo.services.clear();
    demo.services.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        demo.services.push_back(numbered(cards[i % cards.size()], i));
    }
    demo.indicators.clear();
    demo.budget_lines.clear();
    return demo;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 4) {
        std::cerr << "usage: make_workload N SHARE INSTANCE\n";
        return 2;
    }
    fs::path share = argv[2];
    fs::path instance = argv[3];
    auto demo = okienko::db::read_card_folder(share / "db/demo", "db/demo");
    if (!demo.ok()) return 1;
    fs::create_directories(instance / "content");
    fs::copy_file(share / "okienko.toml", instance / "okienko.toml");
    fs::copy_file(share / "starter/content/index.md", instance / "content/index.md");
    auto database = instance / "catalogue.db";
    auto catalogue = multiplied(std::move(demo).value(), std::strtoul(argv[1], nullptr, 10));
    catalogue.documents.clear();
    for (auto& service : catalogue.services) {
        service.application_form.clear();
        for (auto& required : service.required_documents) required.document.clear();
    }
    for (auto& programme : catalogue.programmes) programme.document.clear();
    okienko::db::create_catalogue(database);
    okienko::db::write_catalogue(database, catalogue);
}
