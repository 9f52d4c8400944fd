// Where the next widget goes: boxes within boxes, each filled from its top downwards.
//
//   layout.push({.x = 16, .width = 288});     // a column
//   const Rect row = layout.take(48);         // 48 px of it, as wide as the column
//   layout.pop();                             // what was taken counts for the outer box as well
#pragma once

#include <vector>

#include "ui/geometry.h"

namespace laurel::ui {

class Layout {
 public:
  explicit Layout(float page_width);

  /// The next `height` pixels of the current box.
  Rect take(float height);
  void skip(float height) { boxes_.back().y += height; }

  /// A box within the current one, from its present lower edge: `inset` from its start, `width` wide.
  void push(float inset, float width);
  /// The outer box goes on below the inner one.
  void pop();
  /// Leaves the inner box, the outer one stays where it was; returns the lower edge of the inner one.
  float pop_beside();

  [[nodiscard]] float x() const { return boxes_.back().x; }
  [[nodiscard]] float y() const { return boxes_.back().y; }
  [[nodiscard]] float width() const { return boxes_.back().width; }

 private:
  struct Box {
    float x;
    float y;
    float width;
  };
  std::vector<Box> boxes_;
};

}  // namespace laurel::ui
