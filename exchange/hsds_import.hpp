#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "exchange/known_cards.hpp"
#include "exchange/nested_cards.hpp"
#include "exchange/read_card.hpp"

namespace okienko::exchange {

/// Reads records of HSDS: objects of our profile, whose cards come back as they were, and services
/// of anybody else's, completed by exchange/foreign_card. Belongs to one thread; refers to `known`.
class HsdsReader {
  public:
    /// `file` is its name for messages; `shared` is what all readers of the file share, null for a
    /// reader that is alone.
    HsdsReader(std::string file, const KnownCards& known, NestedCards* shared = nullptr);
    HsdsReader(const HsdsReader&) = delete;
    HsdsReader& operator=(const HsdsReader&) = delete;
    ~HsdsReader();

    /// One object, which begins at that line of the file.
    ReadRecord read(std::string_view text, int line);

  private:
    class Reader;
    std::unique_ptr<Reader> reader_;
};

}  // namespace okienko::exchange
