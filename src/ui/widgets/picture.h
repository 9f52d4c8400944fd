// Pictures, which the browser shows itself over the place that the canvas leaves for them.
//
//   picture(ui, {.key = "profile/photo", .name = "Your photo", .source = address}, square);
//   const Point moved = cropped_picture(ui, {…}, square, whole);
#pragma once

#include <string_view>

#include "ui/ui.h"

namespace laurel::ui {

struct PictureSpec {
  std::string_view key;
  std::string_view name;    // what it shows; empty where the words beside it say so
  std::string_view source;  // an address of the API, or "blob:…"
  bool round = false;
};
void picture(Ui& ui, const PictureSpec& spec, const Rect& rect);

/// Shows the part of a picture that fills the square: `shown` is the whole picture's place, larger than
/// the square. How far it has been dragged to the right and down, in CSS pixels.
[[nodiscard]] Point cropped_picture(Ui& ui, const PictureSpec& spec, const Rect& square,
                                    const Rect& shown);

}  // namespace laurel::ui
