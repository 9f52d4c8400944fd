// A member's picture: the disc with their initials. Decoration, since the name stands beside it.
//
//   portrait(ui, {.first_name = "Mara", .last_name = "Lind", .size = 96});
#pragma once

#include <string_view>

#include "ui/ui.h"

namespace laurel::ui {

struct PortraitSpec {
  std::string_view first_name;
  std::string_view last_name;
  float size = 64;  // of the disc, in CSS pixels
};
/// At the left of the current box; takes `size` of its height.
void portrait(Ui& ui, const PortraitSpec& spec);

}  // namespace laurel::ui
