// ImGui's own item hooks against the semantic tree: no interactive item may be missing from it.

#include <doctest/doctest.h>

#include <algorithm>

#include "imgui.h"
#include "imgui_internal.h"
#include "tests/ui/screens.h"
#include "ui/imgui_items.h"

using namespace laurel;
using namespace laurel::tests;

namespace {

/// The items that no node of the tree stands for. ImGui's own window is no item of ours.
std::vector<ui::RecordedItem> items_without_node(const ui::ItemRecording& recording,
                                                 const ui::Tree& tree) {
  std::vector<ui::RecordedItem> missing;
  const ImGuiWindow* window = ImGui::FindWindowByName("desk");
  for (const ui::RecordedItem& item : recording.items()) {
    if (item.id == 0 || item.id == window->ID || item.id == window->MoveId) continue;
    const auto& nodes = tree.nodes();
    const bool known = std::any_of(nodes.begin(), nodes.end(), [&](const ui::Node& node) {
      return node.item == item.id && ui::is_interactive(node.role);
    });
    if (!known) missing.push_back(item);
  }
  return missing;
}

/// The interactive node's item has its rectangle.
void check_item(const ui::ItemRecording& recording, const ui::Node& node) {
  CHECK_FALSE(node.name.empty());
  const auto& items = recording.items();
  const auto item =
      std::find_if(items.begin(), items.end(), [&](const auto& i) { return i.id == node.item; });
  REQUIRE(item != items.end());
  CHECK(item->top_left.x == doctest::Approx(node.rect.x));
  CHECK(item->bottom_right.y == doctest::Approx(node.rect.bottom()));
}

}  // namespace

TEST_CASE("every interactive item of ImGui has a node with a role, a name and its rectangle") {
  for (const float width : {narrowest, phone, desktop}) {
    for (const Screen& screen : screens_at(width)) {
      CAPTURE(screen.name);
      CAPTURE(width);
      Driver desk;
      reach(desk, screen, width);
      const ui::ItemRecording recording;
      desk.settle();
      for (const ui::RecordedItem& item : items_without_node(recording, desk.frame().tree)) {
        CAPTURE(item.id);
        CAPTURE(item.top_left.x);
        CAPTURE(item.top_left.y);
        FAIL_CHECK("an item of ImGui has no node");
      }
      int interactive = 0;
      for (const ui::Node& node : desk.nodes()) {
        if (!ui::is_interactive(node.role)) continue;
        CAPTURE(node.key);
        // The link that skips the header is drawn only while it has the focus.
        if (node.look == ui::Look::reveal) continue;
        ++interactive;
        check_item(recording, node);
      }
      // Newsletter 2, information 6, elsewhere 3; the menu, or navigation 5 and search 2.
      CHECK(interactive >= (width < ui::narrow_below ? 12 : 18));
    }
  }
}

TEST_CASE("the check finds an item that has no node") {
  Driver desk;
  desk.open("#/login");
  const ui::ItemRecording recording;
  desk.settle();
  CHECK_FALSE(items_without_node(recording, ui::Tree()).empty());
}
