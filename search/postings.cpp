#include "search/postings.hpp"

namespace okienko::search {

void append_posting(std::string& postings, DocumentId document, Impact impact, DocumentId& last) {
    auto step = document - last;
    while (step >= 0x80) {
        postings += static_cast<char>((step & 0x7F) | 0x80);
        step >>= 7;
    }
    postings += static_cast<char>(step);
    postings += static_cast<char>(impact);
    last = document;
}

}  // namespace okienko::search
