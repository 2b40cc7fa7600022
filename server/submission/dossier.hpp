#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/catalogue.hpp"
#include "model/document.hpp"
#include "model/field.hpp"
#include "model/submission.hpp"

/// What an institution writes: its own card, its places and its services, as they are typed.
///
/// Typed cards ("cells") look like cards (model/card_fields.hpp), but every value is the text that
/// somebody typed, right or wrong; a list has a line for each member, a group is a list of tables.
/// They are the same cells as in a spreadsheet (exchange/csv_values.hpp). So nothing typed is lost,
/// and cards that are published come back into the form as if somebody had typed them.
namespace okienko::server {

enum class CardKind { Provider, Place, Service };

/// The fields of its card.
std::span<const model::Field> fields_of(CardKind kind);

/// As the theme's words call it: "service".
std::string_view word_of(CardKind kind);

/// Which card of a dossier: the provider, or the n-th place or service, from 0.
struct CardRef {
    CardKind kind = CardKind::Provider;
    std::size_t index = 0;
    bool operator==(const CardRef&) const = default;
};

/// As its address and the office's remarks say it: "podmiot", "miejsce-1", "usluga-2"; from 1.
std::string name_of(const CardRef& card);
std::optional<CardRef> card_from_name(std::string_view name);

struct Dossier {
    model::Node provider = model::Node{model::Node::Table{}};
    std::vector<model::Node> places;
    std::vector<model::Node> services;

    /// nullptr when it has no such card.
    [[nodiscard]] const model::Node* card(const CardRef& ref) const;
    [[nodiscard]] model::Node* card(const CardRef& ref);

    /// All of them: the provider, places, services.
    [[nodiscard]] std::vector<CardRef> cards() const;
};

/// As office.db keeps it, and back. A text that is no dossier gives an empty one.
std::string to_json(const Dossier& dossier);
Dossier dossier_from_json(std::string_view json);

/// The same cards as they are published now; empty cells for one that is not.
Dossier published_dossier(const Dossier& dossier, const model::Catalogue& known);

/// What the office says of one card, each path within the card: "fees.2.amount".
std::vector<model::Remark> remarks_of(const model::Submission& submission, const CardRef& card);

/// The cells of a card.
model::Node cells_of(const model::Node& card, std::span<const model::Field> fields);

/// Takes a place or a service out. What refers to the place does so no longer.
void remove_card(Dossier& dossier, const CardRef& card);

/// The members of a list's cell, a line each; and back.
std::vector<std::string> lines_of(const std::string& cell);
std::string cell_of(const std::vector<std::string>& lines);

/// Sets a cell; an empty text removes it.
void set_cell(model::Node& cells, std::string_view key, std::string text);

}  // namespace okienko::server
