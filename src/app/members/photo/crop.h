// Which part of a picture becomes the photo: a square, by how far it is enlarged and moved.
//
//   crop_of(1200, 800, {.zoom = 0, .across = 500, .down = 500})   // {200, 0, 800}: the middle
#pragma once

#include <algorithm>
#include <cmath>

#include "protocol/members.h"

namespace laurel::app::members {

inline constexpr int most_zoom = 100;   // four times
inline constexpr int most_shift = 1000;

struct CropChoice {
  int zoom = 0;                   // from the largest square at 0
  int across = most_shift / 2;    // from the left edge at 0 to the right one
  int down = most_shift / 2;
};

/// In pixels of a picture that has some.
[[nodiscard]] inline protocol::PhotoCrop crop_of(int width, int height, const CropChoice& choice) {
  const double enlarged = 1 + 3.0 * choice.zoom / most_zoom;
  const double side = std::max(1.0, std::floor(std::min(width, height) / enlarged));
  const auto start = [side](int length, int shift) {
    return static_cast<std::int64_t>(std::floor((length - side) * shift / most_shift));
  };
  return {start(width, choice.across), start(height, choice.down), static_cast<std::int64_t>(side)};
}

/// The choice after the picture was dragged by so many of its pixels.
[[nodiscard]] inline CropChoice dragged(CropChoice choice, int width, int height, double by_x,
                                        double by_y) {
  const auto side = static_cast<double>(crop_of(width, height, choice).size);
  const auto moved = [side](int length, int shift, double by) {
    const double room = length - side;
    if (room < 1) return shift;
    return std::clamp(static_cast<int>(std::lround(shift - by * most_shift / room)), 0, most_shift);
  };
  choice.across = moved(width, choice.across, by_x);
  choice.down = moved(height, choice.down, by_y);
  return choice;
}

}  // namespace laurel::app::members
