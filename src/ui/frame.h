// One frame of the desk: draws the model with ImGui, gathers the semantic tree and the actions.
//
//   ui::FrameResult result = ui::draw_frame(desk.model(), desk.drafts(), surroundings, canvas, pointer,
//                                             fonts, measured);
//   for (const app::Action& action : result.actions) desk.post(action);
//
// The caller owns the ImGui context and renders ImGui::GetDrawData() afterwards, or does not.
#pragma once

#include <string>

#include "app/action.h"
#include "app/model.h"
#include "ui/semantics.h"
#include "ui/ui.h"

namespace laurel::ui {

struct Pointer {
  bool present = false;
  Point at;  // in page coordinates
  bool down = false;
};

struct FrameResult {
  Tree tree;
  float content_height = 0;
  app::Actions actions;
  /// Something happened to a widget, so the next frame may show what this one does not yet.
  bool again = false;
};

/// Sets up ImGui for these screens: no ini file, no keyboard navigation of its own, flat style.
void configure_imgui();

[[nodiscard]] FrameResult draw_frame(const app::Model& model, app::Drafts& drafts,
                                     const Surroundings& surroundings, const CanvasSpec& canvas,
                                     const Pointer& pointer, const Fonts& fonts,
                                     Measured& measured);

}  // namespace laurel::ui
