#include "exchange/batch_writer.hpp"

#include <utility>
#include <variant>

namespace okienko::exchange {
namespace {

void add(db::CardList& list, const model::Domain& card) {
    list.domains.push_back(&card);
}
void add(db::CardList& list, const model::Audience& card) {
    list.audiences.push_back(&card);
}
void add(db::CardList& list, const model::Situation& card) {
    list.situations.push_back(&card);
}
void add(db::CardList& list, const model::Locality& card) {
    list.localities.push_back(&card);
}
void add(db::CardList& list, const model::Programme& card) {
    list.programmes.push_back(&card);
}
void add(db::CardList& list, const model::Place& card) {
    list.places.push_back(&card);
}
void add(db::CardList& list, const model::Provider& card) {
    list.providers.push_back(&card);
}
void add(db::CardList& list, const model::Service& card) {
    list.services.push_back(&card);
}
void add(db::CardList& list, const model::ServiceText& card) {
    list.service_texts.push_back(&card);
}

void put(db::CatalogueUpdate& update, const Batch& batch) {
    db::CardList list;
    for (const auto& card : batch.cards) {
        std::visit([&](const auto& value) { add(list, value); }, card.value);
    }
    update.put(list);
    update.put_sources(batch.sources);
}

}  // namespace

void BatchWriter::write(Batch batch) {
    wait();
    if (!update_ || batch.cards.empty()) return;
    writing_ = std::async(std::launch::async, [this, cards = std::move(batch)]() mutable {
        auto batch_of_this_thread = std::move(cards);  // To be freed by it, too.
        put(*update_, batch_of_this_thread);
    });
}

void BatchWriter::commit() {
    wait();
    if (update_) update_->commit();
}

void BatchWriter::wait() {
    if (writing_.valid()) writing_.get();
}

}  // namespace okienko::exchange
