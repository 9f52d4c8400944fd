#include "ui/layout.h"

#include <cassert>

namespace laurel::ui {

Layout::Layout(float page_width) : boxes_{{0, 0, page_width}} {}

Rect Layout::take(float height) {
  Box& box = boxes_.back();
  const Rect taken{box.x, box.y, box.width, height};
  box.y += height;
  return taken;
}

void Layout::push(float inset, float width) {
  const Box& outer = boxes_.back();
  boxes_.push_back({outer.x + inset, outer.y, width});
}

void Layout::pop() {
  const float end = pop_beside();
  boxes_.back().y = end;
}

float Layout::pop_beside() {
  assert(boxes_.size() > 1);
  const float end = boxes_.back().y;
  boxes_.pop_back();
  return end;
}

}  // namespace laurel::ui
