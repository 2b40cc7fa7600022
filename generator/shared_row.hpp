#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include "generator/incremental/fingerprint.hpp"
#include "generator/incremental/memo.hpp"

namespace okienko::generator {

class View;

/// What a section of a template made of a row.
struct DrawnRow {
    Fingerprint section = 0;  ///< Of the section, when nothing but the row went into the text.
    std::string text;
};

/// A row that the lists of many pages have in common, as that of a service: made and drawn once,
/// not once a list. What making and drawing it has read is noted for each page that shows it.
/// Refers to the site; any number of threads may draw it.
class SharedRow {
  public:
    using Make = std::function<View()>;
    using Draw = std::function<DrawnRow(const View&)>;

    /// `drawn` keeps it, at this index, as the first section drew it.
    SharedRow(Memo<DrawnRow>& drawn, std::size_t index, Make make)
        : drawn_(&drawn), index_(index), make_(std::move(make)) {}
    /// One that is drawn anew for each list.
    explicit SharedRow(Make make) : make_(std::move(make)) {}

    [[nodiscard]] View view() const;

    /// Appends what the section with this fingerprint makes of it.
    void append_to(std::string& out, Fingerprint section, const Draw& draw) const;

  private:
    Memo<DrawnRow>* drawn_ = nullptr;
    std::size_t index_ = 0;
    Make make_;
};

}  // namespace okienko::generator
