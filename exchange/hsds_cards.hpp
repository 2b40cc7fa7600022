#pragma once

#include <string>

#include "exchange/known_cards.hpp"
#include "exchange/read_card.hpp"
#include "exchange/record_cards.hpp"
#include "model/document.hpp"

namespace okienko::exchange {

/// Reads the objects of HSDS that services refer to, standing alone or within a service, and adds
/// their cards to those of the record. Objects lose what is read of them. Belongs to one thread;
/// refers to what it is made with.
class HsdsCards {
  public:
    HsdsCards(const KnownCards& known, RecordCards& cards) : known_(known), cards_(cards) {}

    void read_term(model::Node& object);
    void read_area(model::Node& object, Standing standing);

    /// These answer with the slug.
    std::string read_program(model::Node& object, Standing standing);
    std::string read_location(model::Node& object, Standing standing);
    std::string read_organization(model::Node& object, Standing standing);

  private:
    template <class Complete>
    void complete_foreign(model::Node& card, Complete complete);

    const KnownCards& known_;
    RecordCards& cards_;
};

}  // namespace okienko::exchange
