#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace okienko::search {

/// The number of a document in an index, from 0.
using DocumentId = std::uint32_t;

/// How strongly a document is about a word, from 1 to 255.
using Impact = std::uint8_t;

/// Adds a document to a term's list; documents come in rising order. `last` is the one before, or
/// nothing but 0 for the first, and becomes this one. The step from one to the next is stored in as
/// few bytes as it needs (LEB128), then the impact.
void append_posting(std::string& postings, DocumentId document, Impact impact, DocumentId& last);

/// Such a list of one part of an index, and what to add to its numbers for those of the whole.
struct ListedDocuments {
    DocumentId first = 0;
    std::string postings;
};

/// Goes through such a list. Whatever the bytes, it ends.
class PostingCursor {
  public:
    explicit PostingCursor(std::string_view postings) : rest_(postings) {}

    bool next() {
        std::uint32_t step = 0;
        for (unsigned shift = 0; at_ < rest_.size() && shift < 32; shift += 7) {
            auto byte = static_cast<std::uint8_t>(rest_[at_++]);
            step |= static_cast<std::uint32_t>(byte & 0x7F) << shift;
            if (byte >= 0x80) continue;
            if (at_ == rest_.size()) return false;
            document_ += step;
            impact_ = static_cast<Impact>(rest_[at_++]);
            return true;
        }
        return false;
    }

    [[nodiscard]] DocumentId document() const { return document_; }
    [[nodiscard]] Impact impact() const { return impact_; }

  private:
    std::string_view rest_;
    std::size_t at_ = 0;
    DocumentId document_ = 0;
    Impact impact_ = 0;
};

}  // namespace okienko::search
