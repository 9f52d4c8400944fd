#include "web/page/canvas.h"

#include <GLES3/gl3.h>
#include <emscripten/html5.h>

#include "imgui.h"
#include "imgui_impl_opengl3.h"

namespace laurel::web {

Canvas::Canvas() {
  EmscriptenWebGLContextAttributes attributes;
  emscripten_webgl_init_context_attributes(&attributes);
  attributes.majorVersion = 2;
  attributes.alpha = EM_FALSE;
  attributes.depth = EM_FALSE;
  attributes.stencil = EM_FALSE;
  attributes.antialias = EM_FALSE;  // ImGui's edges are soft by themselves
  attributes.powerPreference = EM_WEBGL_POWER_PREFERENCE_LOW_POWER;
  const EMSCRIPTEN_WEBGL_CONTEXT_HANDLE context =
      emscripten_webgl_create_context("#canvas", &attributes);
  if (context <= 0) return;
  context_ = static_cast<int>(context);
  start();
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
  if (context_ > 0 && !works_) start();
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
