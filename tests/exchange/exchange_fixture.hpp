#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <string>

#include "db/card_folder.hpp"
#include "db/catalogue_store.hpp"
#include "exchange/export.hpp"
#include "exchange/import.hpp"
#include "tests/temporary_folder.hpp"

namespace okienko::exchange {

/// Catalogues and files in a folder of its own.
class ExchangeTest : public testing::Test {
  protected:
    using Outcome = model::Checked<ImportReport, model::Problem>;

    [[nodiscard]] std::filesystem::path path(const std::string& name) const {
        return folder_.path() / name;
    }

    std::filesystem::path write(const std::string& name, const std::string& text) const {
        std::ofstream{path(name), std::ios::binary} << text;
        return path(name);
    }

    [[nodiscard]] std::filesystem::path catalogue_of(const std::string& name,
                                                     const model::Catalogue& content) const {
        db::create_catalogue(path(name));
        db::write_catalogue(path(name), content);
        return path(name);
    }

    /// A catalogue of a new centre: dictionaries only.
    [[nodiscard]] std::filesystem::path fresh_catalogue(
        const std::string& name = "fresh.db") const {
        auto all = demo();
        model::Catalogue fresh;
        fresh.domains = all.domains;
        fresh.audiences = all.audiences;
        fresh.situations = all.situations;
        return catalogue_of(name, fresh);
    }

    static const model::Catalogue& demo() {
        static const auto catalogue =
            db::read_card_folder(std::string{OKIENKO_SOURCE_DIR} + "/db/demo", "db/demo").value();
        return catalogue;
    }

    [[nodiscard]] static std::string exported(const std::filesystem::path& catalogue,
                                              Format format) {
        std::string text;
        export_catalogue(catalogue, format, [&](std::string_view part) { text += part; });
        return text;
    }

    Outcome import(const std::filesystem::path& catalogue,
                   std::vector<std::filesystem::path> files,
                   Effect effect = Effect::Write) const {
        ImportRequest request;
        request.catalogue = catalogue;
        request.files = std::move(files);
        request.settings = settings_;
        request.settings.fallback_contact.phone = "+48999001020";
        request.today = model::parse_date("2026-11-28").value();
        request.effect = effect;
        request.threads = 2;
        return import_cards(request);
    }

    /// "2:14: message (remedy)" of each problem.
    static std::vector<std::string> texts(const Outcome& outcome) {
        std::vector<std::string> all;
        if (outcome.ok()) return all;
        for (const auto& problem : outcome.problems()) {
            const auto& at = std::get<model::SourcePosition>(problem.at);
            all.push_back(std::to_string(at.line) + ":" + std::to_string(at.column) + ": " +
                          problem.message + " (" + problem.remedy + ")");
        }
        return all;
    }

    static std::size_t count(const Outcome& outcome, std::size_t kind, Fate fate) {
        return outcome.value().counts[kind][static_cast<std::size_t>(fate)];
    }

    static constexpr std::size_t kProvider = 6;
    static constexpr std::size_t kService = 7;

    ImportSettings settings_;

  private:
    tests::TemporaryFolder folder_;
};

/// Cards have an order of insertion, which an exchange does not promise.
inline model::Catalogue in_order_of_slugs(model::Catalogue catalogue) {
    auto sort = [](auto& cards) {
        std::ranges::sort(cards, {}, [](const auto& card) { return card.slug; });
    };
    sort(catalogue.places);
    sort(catalogue.providers);
    sort(catalogue.services);
    catalogue.documents.clear();
    catalogue.indicators.clear();
    catalogue.budget_lines.clear();
    return catalogue;
}

}  // namespace okienko::exchange
