// What one frame measures and the next ones need. The caller of `draw_frame` keeps it.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace laurel::ui {

/// How high the rows of a long list are, of which only those in view are drawn. A row that never was
/// in view counts as high as the first ones were on average; so what is below the view moves by the
/// difference when such a row comes into it.
class RowHeights {
 public:
  /// Before each frame: another width makes every height unknown.
  void fit(std::size_t count, float width);

  struct Rows {
    std::size_t count = 0;
    float height = 0;  // of them all, in CSS pixels
  };
  /// The first rows that have room in `height`, none of them in part.
  [[nodiscard]] Rows first_within(float height) const;
  /// From this one on.
  [[nodiscard]] float height_from(std::size_t row) const;

  void know(std::size_t row, float height) { known_[row] = height; }

 private:
  [[nodiscard]] float of(std::size_t row) const;

  std::vector<float> known_;  // 0: not known
  float width_ = 0;
  float estimate_ = 0;
};

struct Measured {
  float footer_height = 0;  // a short page ends with the window
  std::map<std::string, RowHeights, std::less<>> rows;  // by the key of the list
};

}  // namespace laurel::ui
