#pragma once

#include <cstddef>
#include <istream>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace okienko::exchange {

/// A stretch of a file with whole records in it.
struct Chunk {
    struct Record {
        std::size_t begin;
        std::size_t end;
        int line;  ///< In the file, from 1.
    };
    std::string text;  ///< What stands behind the last record means nothing.
    std::vector<Record> records;
    std::size_t bytes = 0;  ///< Of the file.
};

/// Cuts a stream of JSON into records: the lines of NDJSON, or, when the first object does not end
/// in its line, the objects of one JSON text: on its top, in its array, or in the `contents` of a
/// page of an HSDS API. A mark of byte order at the beginning is left out.
class RecordSplitter {
  public:
    explicit RecordSplitter(std::istream& in) : in_(in) {}

    /// The next records; nothing at the end. Throws std::ios_base::failure as the stream does.
    std::optional<Chunk> next();

    /// Takes the text of a chunk that nobody reads any more for one of the next: memory that the
    /// program has already is cheaper than new one.
    void use_again(std::string text) { spare_.push_back(std::move(text)); }

  private:
    std::string spare_text();
    std::optional<Chunk> whole_text(std::string text);

    std::istream& in_;
    std::vector<std::string> spare_;
    std::string rest_;  ///< The beginning of a line whose end was not read yet.
    int line_ = 1;
    bool begun_ = false;
    bool ended_ = false;
};

}  // namespace okienko::exchange
