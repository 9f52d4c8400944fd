// What one frame measures and the next ones need. The caller of `draw_frame` keeps it.
#pragma once

#include <forward_list>
#include <string>
#include <string_view>
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

class Measured {
 public:
  float footer_height = 0;  // a short page ends with the window

  /// Of the list with this key.
  [[nodiscard]] RowHeights& rows_of(std::string_view key);

 private:
  struct List {
    std::string key;
    RowHeights rows;
  };
  std::forward_list<List> lists_;  // one for each long list that was shown; each stays where it is
};

}  // namespace laurel::ui
