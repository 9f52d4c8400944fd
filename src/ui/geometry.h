// Points and rectangles in CSS pixels, from the top left corner of the page's content.
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

  [[nodiscard]] float right() const { return x + width; }
  [[nodiscard]] float bottom() const { return y + height; }
  [[nodiscard]] bool contains(Point p) const {
    return p.x >= x && p.x < right() && p.y >= y && p.y < bottom();
  }
  friend bool operator==(const Rect&, const Rect&) = default;
};

}  // namespace laurel::ui
