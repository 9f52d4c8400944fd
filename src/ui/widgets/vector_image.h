// An image that the browser draws, in black on white: over the canvas, and in print.
#pragma once

#include <string_view>

#include "ui/ui.h"

namespace laurel::ui {

struct VectorImageSpec {
  std::string_view key;
  std::string_view name;  // what it shows, for those who do not see it
  std::string_view path;  // as in SVG's `d`
  int path_size = 1;      // the side of the square that the path is in
  float side = 200;       // of the image
};
void vector_image(Ui& ui, const VectorImageSpec& spec);

}  // namespace laurel::ui
