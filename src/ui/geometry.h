// Points and rectangles in CSS pixels, from the corner of the page's content where its first line
// starts: y counts downwards, x from the start edge towards the end edge. In English that is from left
// to right, in Arabic from right to left; `Ui` (ui/ui.h) makes it the one or the other.
#pragma once

namespace laurel::ui {

struct Point {
  float x = 0;
  float y = 0;
};

struct Rect {
  float x = 0;
  float y = 0;
  float width = 0;
  float height = 0;

  [[nodiscard]] float end() const { return x + width; }
  [[nodiscard]] float bottom() const { return y + height; }
  [[nodiscard]] bool contains(Point p) const {
    return p.x >= x && p.x < end() && p.y >= y && p.y < bottom();
  }
  friend bool operator==(const Rect&, const Rect&) = default;
};

}  // namespace laurel::ui
