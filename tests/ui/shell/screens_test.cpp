// What holds on every screen, at every size.

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

#include "tests/ui/driver.h"
#include "tests/ui/screens.h"

using namespace laurel;
using namespace laurel::tests;

namespace {

/// Whether it looks like something to press or to fill in. A link among words needs no more room than
/// they have (WCAG 2.2, 2.5.8).
bool is_touch_target(const ui::Node& node) {
  switch (node.role) {
    case ui::Role::button:
    case ui::Role::textbox:
    case ui::Role::combobox:
    case ui::Role::slider:
    case ui::Role::file:
    case ui::Role::checkbox:
    case ui::Role::radio:
      return true;
    case ui::Role::link:
      return node.look != ui::Look::none;
    default:
      return false;
  }
}

}  // namespace

TEST_CASE("every screen: keys are unique, every control has a name, one main heading") {
  for (const float width : {phone, desktop}) {
    for (const Screen& screen : screens_at(width)) {
      CAPTURE(screen.name);
      CAPTURE(width);
      Driver desk;
      reach(desk, screen, width);
      std::set<std::string> keys;
      int main_headings = 0;
      for (const ui::Node& node : desk.nodes()) {
        CAPTURE(node.key);
        CHECK(keys.insert(node.key).second);
        if (ui::is_interactive(node.role)) CHECK_FALSE(node.name.empty());
        if (node.role == ui::Role::heading && node.level == 1) ++main_headings;
      }
      CHECK(main_headings == 1);
    }
  }
}

TEST_CASE("every screen: nothing is drawn outside the page from 320 px up") {
  for (const float width : {narrowest, phone, 640.0F, 768.0F, desktop, 2560.0F}) {
    for (const Screen& screen : screens_at(width)) {
      CAPTURE(screen.name);
      CAPTURE(width);
      Driver desk;
      reach(desk, screen, width);
      for (const ui::Node& node : desk.nodes()) {
        if (!node.has_rect) continue;
        const ui::Rect& seen = node.picture.clip.value_or(node.rect);
        CAPTURE(node.key);
        CHECK(seen.x >= 0);
        CHECK(seen.end() <= width);
        CHECK(seen.bottom() <= desk.frame().content_height);
      }
    }
  }
}

TEST_CASE("every screen: what looks like a control is a touch target of 44 px") {
  for (const Screen& screen : screens_at(narrowest)) {
    CAPTURE(screen.name);
    Driver desk;
    reach(desk, screen, narrowest);
    for (const ui::Node& node : desk.nodes()) {
      if (!is_touch_target(node)) continue;
      CAPTURE(node.key);
      CHECK(node.rect.height >= 44);
      CHECK(node.rect.width >= 44);
    }
  }
}

TEST_CASE("every screen: no two controls lie over each other") {
  for (const float width : {narrowest, desktop}) {
    for (const Screen& screen : screens_at(width)) {
      CAPTURE(screen.name);
      Driver desk;
      reach(desk, screen, width);
      std::vector<const ui::Node*> controls;
      for (const ui::Node& node : desk.nodes()) {
        // The link that skips the header lies over it, and only while it has the focus.
        if (ui::is_interactive(node.role) && node.look != ui::Look::reveal) {
          controls.push_back(&node);
        }
      }
      for (const ui::Node* a : controls) {
        for (const ui::Node* b : controls) {
          if (a == b) continue;
          CAPTURE(a->key);
          CAPTURE(b->key);
          const bool apart = a->rect.end() <= b->rect.x || b->rect.end() <= a->rect.x ||
                             a->rect.bottom() <= b->rect.y || b->rect.bottom() <= a->rect.y;
          CHECK(apart);
        }
      }
    }
  }
}

TEST_CASE("the offline screen of each association carries its own name") {
  Driver ima("ima");
  ima.open("#/login");
  CHECK(ima.shows("MyIMA"));
  CHECK_FALSE(ima.shows("my.ipma"));
}

TEST_CASE("an address that leads nowhere says so and leads on") {
  Driver desk;
  desk.open("#/nowhere");
  CHECK(desk.shows("Page not found"));
  REQUIRE(desk.find(link("Go to the start")) != nullptr);
  CHECK(desk.find(link("Go to the start"))->href == "#/");
}

TEST_CASE("a member without certificates is told what to do next") {
  Driver desk;
  desk.open("#/login");
  desk.sign_in("new.member@example.org", desk.backend().sample.password);
  CHECK(desk.shows("No certificates are linked to your account yet."));
  CHECK(desk.shows("support@ipma.example"));
}
