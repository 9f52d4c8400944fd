// A member's picture: their photo, or a disc with their initials. Decoration, since the name stands
// beside it.
//
//   portrait(ui, {.key = "member/portrait", .first_name = "Mara", .last_name = "Lind", .size = 96});
#pragma once

#include <string_view>

#include "ui/ui.h"

namespace laurel::ui {

struct PortraitSpec {
  std::string_view key = {};  // of the photo
  std::string_view first_name;
  std::string_view last_name;
  std::string_view photo = {};  // its address; empty where there is none
  float size = 64;              // of the disc, in CSS pixels
};
/// At the start of the current box; takes `size` of its height.
void portrait(Ui& ui, const PortraitSpec& spec);

}  // namespace laurel::ui
