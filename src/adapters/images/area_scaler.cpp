#include "adapters/images/area_scaler.h"

#include <algorithm>
#include <cassert>

namespace laurel::adapters::images {
namespace {

/// An old pixel is `to` units wide, a new one `from` units: so both begin and end at whole units.
/// Calls `add(new pixel, units)` for each of the at most two new pixels that share in the old one.
template <class Add>
void share_out(std::size_t pixel, std::size_t from, std::size_t to, const Add& add) {
  const std::size_t start = pixel * to;
  const std::size_t end = start + to;
  const std::size_t first = start / from;
  const std::size_t border = std::min((first + 1) * from, end);
  add(first, border - start);
  if (border < end) add(first + 1, end - border);
}

}  // namespace

AreaScaler::AreaScaler(std::size_t from, std::size_t to)
    : from_(from), to_(to), row_(to * rgb_bytes), sums_(to * to * rgb_bytes) {
  assert(to >= 1 && to <= from && from <= 12'000);
}

void AreaScaler::scale_row(const std::uint8_t* rgb) {
  std::fill(row_.begin(), row_.end(), 0);
  for (std::size_t x = 0; x < from_; ++x) {
    share_out(x, from_, to_, [&](std::size_t to_x, std::size_t units) {
      for (std::size_t channel = 0; channel < rgb_bytes; ++channel) {
        row_[to_x * rgb_bytes + channel] += units * rgb[x * rgb_bytes + channel];
      }
    });
  }
}

void AreaScaler::add_row(const std::uint8_t* rgb) {
  assert(!is_complete());
  scale_row(rgb);
  share_out(rows_, from_, to_, [&](std::size_t to_y, std::size_t units) {
    std::uint64_t* sums = sums_.data() + to_y * to_ * rgb_bytes;
    for (std::size_t i = 0; i < row_.size(); ++i) sums[i] += units * row_[i];
  });
  ++rows_;
}

std::vector<std::uint8_t> AreaScaler::finish() const {
  assert(is_complete());
  const std::uint64_t area = std::uint64_t{from_} * from_;
  std::vector<std::uint8_t> out;
  out.reserve(sums_.size());
  for (const std::uint64_t sum : sums_) {
    out.push_back(static_cast<std::uint8_t>((sum + area / 2) / area));
  }
  return out;
}

}  // namespace laurel::adapters::images
