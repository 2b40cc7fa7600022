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

void put_batch(db::CatalogueUpdate& update, const Batch& batch) {
    db::CardList list;
    for (const auto& card : batch.cards) {
        std::visit([&](const auto& value) { add(list, value); }, card.value);
    }
    update.put(list);
    update.put_sources(batch.sources);
}

}  // namespace

BatchWriter::BatchWriter(db::CatalogueUpdate* update) : update_(update) {
    if (update_) thread_ = std::thread{[this] { work(); }};
}

BatchWriter::~BatchWriter() {
    if (!thread_.joinable()) return;
    {
        std::lock_guard lock{mutex_};
        ended_ = true;
    }
    changed_.notify_all();
    thread_.join();
}

void BatchWriter::write(Batch batch) {
    if (!update_ || batch.cards.empty()) return;
    // Freed here and unlocked: freeing cards takes a while, and the thread that writes is the one
    // that all others wait for.
    Batch written;
    std::unique_lock lock{mutex_};
    wait(lock);
    written = std::exchange(batch_, std::move(batch));
    writing_ = true;
    changed_.notify_all();
}

void BatchWriter::commit() {
    std::unique_lock lock{mutex_};
    wait(lock);
    if (update_) update_->commit();
}

void BatchWriter::wait(std::unique_lock<std::mutex>& lock) {
    changed_.wait(lock, [this] { return !writing_; });
    if (failure_) std::rethrow_exception(failure_);
}

void BatchWriter::work() {
    std::unique_lock lock{mutex_};
    for (;;) {
        changed_.wait(lock, [this] { return ended_ || writing_; });
        if (!writing_) return;
        lock.unlock();
        std::exception_ptr failure;
        try {
            put_batch(*update_, batch_);
        } catch (...) {
            failure = std::current_exception();
        }
        lock.lock();
        writing_ = false;
        failure_ = failure;
        changed_.notify_all();
    }
}

}  // namespace okienko::exchange
