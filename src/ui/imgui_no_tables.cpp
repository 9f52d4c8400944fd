// Stands in for imgui_tables.cpp in the page: Laurel's tables are its own (widgets/table.h), so that
// they can say what they are. ImGui refers to its tables from everywhere; it does nothing with them
// unless somebody has begun one.

#include "imgui_internal.h"

namespace ImGui {

// At the start, and when memory is freed.
void TableSettingsAddSettingsHandler() {}
void TableGcCompactSettings() {}

// Within a table or within columns only.
void EndTable() { IM_ASSERT(false); }
void EndColumns() { IM_ASSERT(false); }
void PushColumnsBackground() { IM_ASSERT(false); }
void PopColumnsBackground() { IM_ASSERT(false); }
void TablePushColumnChannel(int) { IM_ASSERT(false); }
void TablePopColumnChannel() { IM_ASSERT(false); }
void TablePushBackgroundChannel() { IM_ASSERT(false); }
void TablePopBackgroundChannel() { IM_ASSERT(false); }
void TableGcCompactTransientBuffers(ImGuiTable*) { IM_ASSERT(false); }
void TableGcCompactTransientBuffers(ImGuiTableTempData*) { IM_ASSERT(false); }

}  // namespace ImGui
