// Stands in for ImGui's default font loader, which imgui_config.h leaves out.

#include "imgui.h"
#include "misc/freetype/imgui_freetype.h"

const ImFontLoader* ImGuiFreeType::GetFontLoader() {
  IM_ASSERT(false && "set a loader on the atlas before the first frame");
  return nullptr;
}
