// A member sees where they are logged in, and logs other devices out (promise 11).

#include <doctest/doctest.h>

#include <string>

#include "tests/ui/driver.h"

using namespace laurel;
using namespace laurel::tests;

namespace {

constexpr const char* mara = "mara.lind@example.org";
constexpr const char* log_out_phone = "Log out Firefox on Linux";

/// At the screen, after a sign-in by another browser.
void open_devices(Driver& desk, Browser& phone) {
  REQUIRE(phone.sign_in(mara, desk.backend().sample.password).status == 200);
  desk.open("#/login");
  desk.sign_in(mara, desk.backend().sample.password);
  desk.go_to("#/profile");
  desk.go_to(desk.find(link("Where you are logged in"))->href);
}

int status_of(Browser& browser) { return browser.get("/api/v1/ipma/session").status; }

}  // namespace

TEST_CASE("promise 11: every session is listed, and another one is ended at once") {
  Driver desk;
  Browser phone(desk.backend());
  open_devices(desk, phone);
  CHECK(desk.address() == "#/devices");
  CHECK(desk.shows("This browser"));
  desk.press(button(log_out_phone));
  CHECK(status_of(phone) == 401);
  CHECK(status_of(desk.browser()) == 200);
  CHECK(desk.shows("Firefox on Linux is logged out."));
  CHECK(desk.find(button(log_out_phone)) == nullptr);
  CHECK(desk.shows("This browser"));
  CHECK(desk.focused() == "page/title");
}

TEST_CASE("promise 11: a session that has ended meanwhile leaves the list as well") {
  Driver desk;
  Browser phone(desk.backend());
  open_devices(desk, phone);
  phone.remove("/api/v1/ipma/session");
  desk.press(button(log_out_phone));
  CHECK(desk.find(button(log_out_phone)) == nullptr);
}

TEST_CASE("promise 11: a list from before a session was ended does not show it again") {
  Driver desk;
  Browser phone(desk.backend());
  open_devices(desk, phone);
  desk.go_to("#/dashboard");
  desk.set_network(Network::held);
  desk.go_to("#/devices");
  desk.press(button(log_out_phone));
  desk.release_replies(Arrival::newest_first);
  CHECK(status_of(phone) == 401);
  CHECK(desk.shows("This browser"));
  CHECK(desk.find(button(log_out_phone)) == nullptr);
}

TEST_CASE("without a connection the session stays, and the member learns it") {
  Driver desk;
  Browser phone(desk.backend());
  open_devices(desk, phone);
  desk.set_network(Network::down);
  desk.press(button(log_out_phone));
  CHECK(desk.shows("We cannot reach the server."));
  CHECK(desk.find(button(log_out_phone)) != nullptr);
  desk.set_network(Network::works);
  desk.press(button(log_out_phone));
  CHECK(status_of(phone) == 401);
  CHECK_FALSE(desk.shows("We cannot reach the server."));
}

TEST_CASE("who was logged out from elsewhere comes to the sign-in form") {
  Driver desk;
  Browser phone(desk.backend());
  open_devices(desk, phone);
  desk.browser().remove("/api/v1/ipma/session");
  desk.press(button(log_out_phone));
  CHECK(desk.address() == "#/login");
  CHECK(status_of(phone) == 200);
}

TEST_CASE("the sessions are the member's own") {
  Driver desk;
  Browser other(desk.backend());
  REQUIRE(other.sign_in("hanako.yamada@example.org", desk.backend().sample.password).status == 200);
  desk.open("#/login");
  desk.sign_in(mara, desk.backend().sample.password);
  desk.go_to("#/devices");
  CHECK(desk.shows("This browser"));
  CHECK(desk.find(button(log_out_phone)) == nullptr);
}
