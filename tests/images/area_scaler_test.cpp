#include "adapters/images/area_scaler.h"

#include <doctest/doctest.h>

namespace laurel::adapters::images {
namespace {

using Pixels = std::vector<std::uint8_t>;

Pixels scaled(std::size_t from, std::size_t to, const std::vector<int>& grey) {
  AreaScaler scaler(from, to);
  for (std::size_t y = 0; y < from; ++y) {
    Pixels row;
    for (std::size_t x = 0; x < from; ++x) {
      row.insert(row.end(), 3, static_cast<std::uint8_t>(grey[y * from + x]));
    }
    scaler.add_row(row.data());
  }
  const Pixels rgb = scaler.finish();
  Pixels small;
  for (std::size_t i = 0; i < rgb.size(); i += rgb_bytes) small.push_back(rgb[i]);
  return small;
}

TEST_CASE("a new pixel is the average of the area that it covers") {
  CHECK(scaled(2, 1, {0, 100, 200, 100}) == Pixels{100});
  CHECK(scaled(2, 2, {1, 2, 3, 4}) == Pixels{1, 2, 3, 4});
  // Each new side covers one and a half old ones.
  CHECK(scaled(3, 2, {90, 0, 0, 0, 0, 0, 0, 0, 180}) == Pixels{40, 0, 0, 80});
  CHECK(scaled(4, 2, {10, 20, 0, 0, 30, 40, 0, 0, 0, 0, 255, 255, 0, 0, 255, 254}) ==
        Pixels{25, 0, 0, 255});
}

TEST_CASE("the largest side neither overflows nor darkens") {
  AreaScaler scaler(12'000, 512);
  const Pixels row(12'000 * rgb_bytes, 255);
  for (int y = 0; y < 12'000; ++y) scaler.add_row(row.data());
  CHECK(scaler.finish() == Pixels(512 * 512 * rgb_bytes, 255));
}

}  // namespace
}  // namespace laurel::adapters::images
