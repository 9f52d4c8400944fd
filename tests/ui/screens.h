// Every screen and state that a member can meet, for what holds on all of them.
//
//   for (const Screen& screen : screens_at(390)) { Driver desk; reach(desk, screen, 390); … }
#pragma once

#include <limits>
#include <string>
#include <vector>

#include "tests/ui/driver.h"

namespace laurel::tests {

/// Of a page, in CSS pixels, where layouts differ: the narrowest page, a phone, a desktop.
inline constexpr float narrowest = 320;
inline constexpr float phone = 390;
inline constexpr float desktop = 1280;

struct Screen {
  std::string name;
  void (*reach)(Driver&);
  float most_width = std::numeric_limits<float>::infinity();  // a wider page has no such screen
};

/// Those that a page of this width has.
[[nodiscard]] std::vector<Screen> screens_at(float width);

/// Shows it on a page of this width.
void reach(Driver& desk, const Screen& screen, float width);

}  // namespace laurel::tests
