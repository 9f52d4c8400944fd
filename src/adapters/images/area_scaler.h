// Scales a square picture down, row by row: each new pixel is the average of the area that it
// covers, exactly. Never up. Holds as much as the new picture, whatever the size of the old one.
//
//   AreaScaler scaler(3000, 512);
//   for (each row) scaler.add_row(rgb);      // 3000 pixels of three bytes
//   const std::vector<std::uint8_t> small = scaler.finish();   // 512 by 512 pixels
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace laurel::adapters::images {

inline constexpr std::size_t rgb_bytes = 3;

class AreaScaler {
 public:
  /// `to` is 1 to `from`; `from` is at most 12,000, so that no sum overflows.
  AreaScaler(std::size_t from, std::size_t to);

  [[nodiscard]] std::size_t from() const { return from_; }
  [[nodiscard]] bool is_complete() const { return rows_ == from_; }

  /// The next row of the old picture, of which there are `from`.
  void add_row(const std::uint8_t* rgb);

  /// The new picture, once every row was added.
  [[nodiscard]] std::vector<std::uint8_t> finish() const;

 private:
  void scale_row(const std::uint8_t* rgb);

  std::size_t from_;
  std::size_t to_;
  std::size_t rows_ = 0;
  std::vector<std::uint64_t> row_;  // scaled across, times `from`
  std::vector<std::uint64_t> sums_;  // scaled both ways, times `from` squared
};

}  // namespace laurel::adapters::images
