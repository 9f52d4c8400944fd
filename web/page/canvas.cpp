#include "web/page/canvas.h"

#include <GLES3/gl3.h>
#include <emscripten/html5.h>

#include "imgui.h"
#include "imgui_impl_opengl3.h"

extern "C" {
int laurel_canvas_context();  // canvas.js
}

namespace laurel::web {

Canvas::Canvas() : context_(laurel_canvas_context()) {
  if (context_ != 0) start();
}

Canvas::~Canvas() {
  if (works_) ImGui_ImplOpenGL3_Shutdown();
}

void Canvas::start() {
  emscripten_webgl_make_context_current(context_);
  works_ = ImGui_ImplOpenGL3_Init("#version 300 es");
}

void Canvas::lose() {
  if (!works_) return;
  works_ = false;
  // What the context held is gone; this lets ImGui ask for every texture again.
  ImGui_ImplOpenGL3_Shutdown();
}

void Canvas::restore() {
  if (context_ != 0 && !works_) start();
}

void Canvas::draw(ImDrawData& data, ui::Colour ground) {
  ImGui_ImplOpenGL3_NewFrame();  // makes the shaders when they are not there yet
  glViewport(0, 0, static_cast<int>(data.DisplaySize.x * data.FramebufferScale.x),
             static_cast<int>(data.DisplaySize.y * data.FramebufferScale.y));
  glClearColor(static_cast<float>(ground.red) / 255.0F, static_cast<float>(ground.green) / 255.0F,
               static_cast<float>(ground.blue) / 255.0F, 1.0F);
  glClear(GL_COLOR_BUFFER_BIT);
  ImGui_ImplOpenGL3_RenderDrawData(&data);
}

}  // namespace laurel::web
