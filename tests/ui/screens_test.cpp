// What holds on every screen, at every size.

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

#include "tests/ui/driver.h"

using namespace laurel;
using namespace laurel::tests;

namespace {

struct Screen {
  const char* name;
  void (*reach)(Driver&);
};

void sign_in(Driver& desk, const char* email) {
  desk.open("#/login");
  desk.sign_in(email, desk.backend().sample.password);
}

const std::vector<Screen>& all_screens() {
  static const std::vector<Screen> screens = {
      {"sign-in", [](Driver& desk) { desk.open("#/login"); }},
      {"sign-in with errors",
       [](Driver& desk) {
         desk.open("#/login");
         desk.press(button("Log in"));
       }},
      {"sign-in refused",
       [](Driver& desk) {
         desk.open("#/login");
         desk.sign_in("nobody@example.org", "not the password");
       }},
      {"dashboard", [](Driver& desk) { sign_in(desk, "mara.lind@example.org"); }},
      {"dashboard of a Japanese member",
       [](Driver& desk) { sign_in(desk, "hanako.yamada@example.org"); }},
      {"empty dashboard", [](Driver& desk) { sign_in(desk, "new.member@example.org"); }},
      {"certificates",
       [](Driver& desk) {
         sign_in(desk, "mara.lind@example.org");
         desk.go_to("#/certificates");
         desk.type(field("Certificate number"), "SI-23-C-00417");
         desk.press(button("Search for certificates"));
       }},
      {"members",
       [](Driver& desk) {
         sign_in(desk, "mara.lind@example.org");
         desk.go_to("#/members");
       }},
      {"no members found",
       [](Driver& desk) {
         sign_in(desk, "mara.lind@example.org");
         desk.go_to("#/members?words=zzyzx");
       }},
      {"member",
       [](Driver& desk) {
         sign_in(desk, "mara.lind@example.org");
         desk.go_to(desk.find(link("See it as others do"))->href);
       }},
      {"certificate",
       [](Driver& desk) {
         sign_in(desk, "mara.lind@example.org");
         desk.go_to("#/certificates/DE-21-C-09358");
       }},
      {"proof",
       [](Driver& desk) {
         sign_in(desk, "mara.lind@example.org");
         desk.go_to("#/proof/DE-21-C-09358");
         desk.post(app::QrCodeMade{desk.qr_wanted(), "M4 4h1v1h-1z", 9});
       }},
      {"verification", [](Driver& desk) { desk.open("#/verify/never-was"); }},
      {"landing", [](Driver& desk) { desk.open("#/"); }},
      {"registration", [](Driver& desk) { desk.open("#/register"); }},
      {"registration with errors",
       [](Driver& desk) {
         desk.open("#/register");
         desk.press(button("Create account"));
       }},
      {"activation", [](Driver& desk) { desk.open("#/activate/token"); }},
      {"forgotten password", [](Driver& desk) { desk.open("#/forgot-password"); }},
      {"new password", [](Driver& desk) { desk.open("#/reset-password/token"); }},
      {"education", [](Driver& desk) { desk.open("#/education"); }},
      {"events", [](Driver& desk) { desk.open("#/events"); }},
      {"member associations", [](Driver& desk) { desk.open("#/member-associations"); }},
      {"organisations", [](Driver& desk) { desk.open("#/organisations"); }},
      {"search", [](Driver& desk) { desk.open("#/search/project"); }},
      {"text", [](Driver& desk) { desk.open("#/about/privacy-policy"); }},
      {"menu",
       [](Driver& desk) {
         desk.open("#/");
         if (desk.find(button("Menu")) != nullptr) desk.press(button("Menu"));
       }},
      {"profile with a new address",
       [](Driver& desk) {
         sign_in(desk, "mara.lind@example.org");
         desk.go_to("#/profile");
         desk.press(button("Change e-mail address"));
         desk.press(button("Send the link"));
       }},
      {"profile with a new password",
       [](Driver& desk) {
         sign_in(desk, "mara.lind@example.org");
         desk.go_to("#/profile");
         desk.press(button("Change password"));
         desk.type(field("New password"), "summer2026");
         desk.advise(1, "recentYears");
         desk.press(button("Save the password"));
       }},
      {"new address", [](Driver& desk) { desk.open("#/email/confirm/token"); }},
      {"newsletter", [](Driver& desk) { desk.open("#/newsletter/confirm/token"); }},
      {"not found", [](Driver& desk) { desk.open("#/nowhere"); }},
      {"offline",
       [](Driver& desk) {
         desk.set_network(Network::down);
         desk.open("#/dashboard");
       }},
  };
  return screens;
}

}  // namespace

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
        CHECK(node.rect.right() <= width);
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
          const bool apart = a->rect.right() <= b->rect.x || b->rect.right() <= a->rect.x ||
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
  sign_in(desk, "new.member@example.org");
  CHECK(desk.shows("No certificates are linked to your account yet."));
  CHECK(desk.shows("support@ipma.example"));
}
