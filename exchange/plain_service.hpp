#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "model/document.hpp"
#include "model/service.hpp"

namespace okienko::exchange {

/// Who reads what a service bears within it and no service before bore.
class NestedReader {
  public:
    virtual ~NestedReader() = default;

    /// The slug of an organization, program or location with that text, if there is no need to read
    /// it.
    virtual std::optional<std::string> find_nested(std::string_view json) = 0;

    /// The slug of an organization, program or location, whose cards are taken on the way; empty
    /// when it has none.
    virtual std::string read_nested(std::string_view key,
                                    std::string_view json,
                                    model::Node& object) = 0;

    /// The SIMC id of an area; empty when it has none.
    virtual std::string read_nested_area(model::Node& area) = 0;
};

struct PlainService {
    model::Service service;
    model::Node::Array translations;  ///< Those of `cus`, not read yet.
};

/// Reads services as our own export writes them, straight from JSON into the card: most of an
/// import is nothing else. Belongs to one thread.
class PlainServiceReader {
  public:
    PlainServiceReader();
    PlainServiceReader(const PlainServiceReader&) = delete;
    PlainServiceReader& operator=(const PlainServiceReader&) = delete;
    ~PlainServiceReader();

    /// The card, which keeps every rule; it is the one that exchange/hsds_import makes of the
    /// record. Nothing when there is anything unusual or wrong: then hsds_import has to read it,
    /// and `nested` has to forget what it took.
    std::optional<PlainService> read(std::string_view text, NestedReader& nested);

    /// Terms and areas of the last record are not read again when they come again. To be called
    /// when its cards were taken.
    void remember_nested();

  private:
    class Reader;
    std::unique_ptr<Reader> reader_;
};

}  // namespace okienko::exchange
