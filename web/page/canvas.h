// The canvas and its WebGL 2 context: where ImGui's triangles go.
#pragma once

#include "ui/colour.h"

struct ImDrawData;

namespace laurel::web {

class Canvas {
 public:
  /// Without WebGL 2, `works()` is false and the mirror must be the page.
  Canvas();
  ~Canvas();
  Canvas(const Canvas&) = delete;
  Canvas& operator=(const Canvas&) = delete;

  [[nodiscard]] bool works() const { return works_; }

  /// The browser has taken the context away; nothing can be drawn until it gives it back.
  void lose();
  void restore();

  /// Also uploads and frees textures, as ImGui asks for.
  void draw(ImDrawData& data, ui::Colour ground);

 private:
  void start();

  int context_;  // Emscripten's handle, 0 for none
  bool works_ = false;
};

}  // namespace laurel::web
