// What holds on every screen, at every size.

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

#include "tests/ui/driver.h"
#include "tests/ui/screens.h"

using namespace laurel;
using namespace laurel::tests;

TEST_CASE("every screen: keys are unique, every control has a name, one main heading") {
  for (const Screen& screen : all_screens()) {
    CAPTURE(screen.name);
    Driver desk;
    screen.reach(desk);
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

TEST_CASE("every screen: nothing is drawn outside the page from 320 px up") {
  for (const float width : {320.0F, 390.0F, 640.0F, 768.0F, 1280.0F, 2560.0F}) {
    for (const Screen& screen : all_screens()) {
      CAPTURE(screen.name);
      CAPTURE(width);
      Driver desk;
      desk.surroundings().page_width = width;
      screen.reach(desk);
      for (const ui::Node& node : desk.nodes()) {
        if (!node.has_rect) continue;
        CAPTURE(node.key);
        CHECK(node.rect.x >= 0);
        CHECK(node.rect.end() <= width);
        CHECK(node.rect.bottom() <= desk.frame().content_height);
      }
    }
  }
}

TEST_CASE("every screen: buttons and fields are touch targets of 44 px") {
  for (const Screen& screen : all_screens()) {
    CAPTURE(screen.name);
    Driver desk;
    desk.surroundings().page_width = 320;
    screen.reach(desk);
    for (const ui::Node& node : desk.nodes()) {
      if (node.role != ui::Role::button && node.role != ui::Role::textbox) continue;
      CAPTURE(node.key);
      CHECK(node.rect.height >= 44);
      CHECK(node.rect.width >= 44);
    }
  }
}

TEST_CASE("every screen: no two controls lie over each other") {
  for (const float width : {320.0F, 1280.0F}) {
    for (const Screen& screen : all_screens()) {
      CAPTURE(screen.name);
      Driver desk;
      desk.surroundings().page_width = width;
      screen.reach(desk);
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
