#include "ui/measured.h"

#include <cmath>

namespace laurel::ui {
namespace {

constexpr float first_guess = 48;

/// Of those that are known; 0 where none is.
float mean(const std::vector<float>& heights) {
  float sum = 0;
  float count = 0;
  for (const float height : heights) {
    if (height <= 0) continue;
    sum += height;
    ++count;
  }
  return count > 0 ? sum / count : 0;
}

}  // namespace

void RowHeights::fit(std::size_t count, float width) {
  if (width != width_) {
    known_.clear();
    width_ = width;
    estimate_ = 0;
  }
  // Once, for the page must not become higher and lower with every row that is seen; and whole, for
  // thousands of them are added up.
  if (estimate_ == 0) estimate_ = std::round(mean(known_));
  known_.resize(count);
}

RowHeights::Rows RowHeights::first_within(float height) const {
  Rows rows;
  while (rows.count < known_.size()) {
    const float next = rows.height + of(rows.count);
    if (next > height) break;
    rows.height = next;
    ++rows.count;
  }
  return rows;
}

float RowHeights::height_from(std::size_t row) const {
  float height = 0;
  for (; row < known_.size(); ++row) height += of(row);
  return height;
}

float RowHeights::of(std::size_t row) const {
  if (known_[row] > 0) return known_[row];
  return estimate_ > 0 ? estimate_ : first_guess;
}

RowHeights& Measured::rows_of(std::string_view key) {
  for (List& list : lists_) {
    if (list.key == key) return list.rows;
  }
  lists_.push_front({std::string(key), {}});
  return lists_.front().rows;
}

}  // namespace laurel::ui
