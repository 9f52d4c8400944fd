#include "ui/frame.h"

#include <cassert>
#include <cfloat>

#include "imgui.h"
#include "ui/views/desk_view.h"

namespace laurel::ui {
namespace {

void feed_imgui(const Surroundings& surroundings, const CanvasSpec& canvas,
                const Pointer& pointer) {
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {canvas.width, canvas.height};
  io.DisplayFramebufferScale = {surroundings.device_pixel_ratio, surroundings.device_pixel_ratio};
  io.DeltaTime = 1.0F / 60.0F;  // nothing of ours depends on it
  if (pointer.present) {
    io.AddMousePosEvent(pointer.at.x, pointer.at.y - canvas.top);
  } else {
    io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
  }
  io.AddMouseButtonEvent(ImGuiMouseButton_Left, pointer.down);
}

constexpr ImGuiWindowFlags plain_window =
    ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
    ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoScrollWithMouse |
    ImGuiWindowFlags_NoBringToFrontOnFocus;

}  // namespace

void configure_imgui() {
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.ConfigInputTrickleEventQueue = false;  // one frame takes all that has happened
  io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
  ImGuiStyle& style = ImGui::GetStyle();
  style.WindowPadding = {0, 0};
  style.WindowBorderSize = 0;
  style.CircleTessellationMaxError = 0.1F;
  // ImGui measures the title of a window of its own: with glyphs that are there anyway.
  style.FontSizeBase = spec_of(TextStyle::body).size;
}

FrameResult draw_frame(const app::Model& model, app::Drafts& drafts,
                       const Surroundings& surroundings, const CanvasSpec& canvas,
                       const Pointer& pointer, const Fonts& fonts, Measured& measured) {
  feed_imgui(surroundings, canvas, pointer);
  ImGui::NewFrame();
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize({canvas.width, canvas.height});
  ImGui::Begin("desk", nullptr, plain_window);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list._FringeScale = 1.0F / surroundings.device_pixel_ratio;  // edges as soft as one device pixel

  const Palette palette = palette_of(surroundings.scheme, model.association.brand);
  Ui ui(surroundings, palette, fonts, list, canvas, measured);
  FrameResult result;
  measured.footer_height = desk_view(ui, model, drafts, result.actions);
  result.content_height = ui.layout().y();
  result.again = !surroundings.events.empty();
  result.tree = ui.take_tree();

  ImGui::End();
  ImGui::Render();
  return result;
}

}  // namespace laurel::ui
