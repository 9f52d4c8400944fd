// ImGui's own item hooks against the semantic tree: no interactive item may be missing from it.

#include <doctest/doctest.h>

#include <algorithm>

#include "imgui.h"
#include "imgui_internal.h"
#include "tests/ui/driver.h"
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

}  // namespace

TEST_CASE("every interactive item of ImGui has a node with a role, a name and its rectangle") {
  Driver desk;
  const auto check = [&desk](const char* screen, int expected_items) {
    CAPTURE(screen);
    const ui::ItemRecording recording;
    desk.settle();
    for (const ui::RecordedItem& item : items_without_node(recording, desk.frame().tree)) {
      CAPTURE(item.id);
      CAPTURE(item.top_left.x);
      CAPTURE(item.top_left.y);
      CAPTURE(item.bottom_right.x);
      CAPTURE(item.bottom_right.y);
      FAIL_CHECK("an item of ImGui has no node");
    }
    int interactive = 0;
    for (const ui::Node& node : desk.nodes()) {
      if (!ui::is_interactive(node.role) || node.item == 0) continue;
      ++interactive;
      CAPTURE(node.key);
      const auto& items = recording.items();
      const auto item = std::find_if(items.begin(), items.end(),
                                     [&](const auto& i) { return i.id == node.item; });
      REQUIRE(item != items.end());
      CHECK(item->top_left.x == doctest::Approx(node.rect.x));
      CHECK(item->bottom_right.y == doctest::Approx(node.rect.bottom()));
    }
    CHECK(interactive == expected_items);
  };
  desk.open("#/login");
  // Navigation 5, search 2, newsletter 2, information 6, elsewhere 3.
  constexpr int around = 18;
  // Home, e-mail, password, show, remember, log in, forgot, register, the association's address.
  check("sign-in", around + 9);
  desk.sign_in("mara.lind@example.org", desk.backend().sample.password);
  // Home, members, the profile, log out, 3 notices, 4 fields that are missing and 2 ways to the profile,
  // 4 certificates and the way to them all, 5 courses and 5 events with a page of their own, the ways to all of
  // them, the association's address.
  check("dashboard", around + 29);
  desk.go_to("#/profile");
  // Home, members, the profile, log out, the photo, the account's 2 forms, 16 fields and 2 more options
  // of privacy, preview, save, the association's address.
  check("profile", around + 27);
}

TEST_CASE("the check finds an item that has no node") {
  Driver desk;
  desk.open("#/login");
  const ui::ItemRecording recording;
  desk.settle();
  CHECK_FALSE(items_without_node(recording, ui::Tree()).empty());
}
