// A font for programs without a browser: every character has a width, none has a shape. Tests lay
// screens out with it, and the first HTML is written with it.
//
//   ImGui::CreateContext();
//   ui::Runs runs;
//   const ui::Fonts fonts = ui::add_headless_fonts(*ImGui::GetIO().Fonts, runs);
#pragma once

#include "imgui.h"
#include "ui/text.h"

namespace laurel::ui {

/// The context and `runs` must live as long as the fonts are used. A run is as wide as its letters.
[[nodiscard]] Fonts add_headless_fonts(ImFontAtlas& atlas, Runs& runs);

}  // namespace laurel::ui
