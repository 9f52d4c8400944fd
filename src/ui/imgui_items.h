// Which items ImGui was given in a frame, by its own hooks: how tests find an interactive item that
// the semantic tree lacks. Native builds alone have the hooks.
//
//   ui::ItemRecording recording;         // from now on, in the current context
//   draw_frame(…);
//   for (const ui::RecordedItem& item : recording.items()) …
#pragma once

#include <vector>

#include "imgui.h"

namespace laurel::ui {

struct RecordedItem {
  ImGuiID id = 0;
  ImVec2 top_left;
  ImVec2 bottom_right;
};

/// One at a time; the context must outlive it.
class ItemRecording {
 public:
  ItemRecording();
  ~ItemRecording();
  ItemRecording(const ItemRecording&) = delete;
  ItemRecording& operator=(const ItemRecording&) = delete;

  [[nodiscard]] const std::vector<RecordedItem>& items() const { return items_; }
  void add(const RecordedItem& item) { items_.push_back(item); }

 private:
  std::vector<RecordedItem> items_;
};

}  // namespace laurel::ui
