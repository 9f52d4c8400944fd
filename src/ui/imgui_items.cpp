#include "ui/imgui_items.h"

#include "imgui_internal.h"

namespace laurel::ui {

ItemRecording::ItemRecording() {
  ImGuiContext& context = *ImGui::GetCurrentContext();
  IM_ASSERT(context.TestEngine == nullptr);
  context.TestEngine = this;
  context.TestEngineHookItems = true;
}

ItemRecording::~ItemRecording() {
  ImGuiContext& context = *ImGui::GetCurrentContext();
  context.TestEngine = nullptr;
  context.TestEngineHookItems = false;
}

}  // namespace laurel::ui

// The functions that ImGui expects of a test engine.

void ImGuiTestEngineHook_ItemAdd(ImGuiContext* context, ImGuiID id, const ImRect& box,
                                 const ImGuiLastItemData*) {
  // ImGui always submits a window of its own, for those who forget to begin one.
  if (context->CurrentWindow->IsFallbackWindow) return;
  auto* recording = static_cast<laurel::ui::ItemRecording*>(context->TestEngine);
  recording->add({id, box.Min, box.Max});
}

void ImGuiTestEngineHook_ItemInfo(ImGuiContext*, ImGuiID, const char*, ImGuiItemStatusFlags) {}

void ImGuiTestEngineHook_Log(ImGuiContext*, const char*, ...) {}

const char* ImGuiTestEngine_FindItemDebugLabel(ImGuiContext*, ImGuiID) { return nullptr; }
