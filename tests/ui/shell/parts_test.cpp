// The program's later parts (src/app/part.h) are not here when the page opens: what a member sees until
// they are, and where one cannot be loaded. That nothing of a part is called before is asserted in
// app/features.cpp and, for the views, shown by drawing every address without it.

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/ui/driver.h"

using namespace laurel;
using namespace laurel::tests;

namespace {

using app::Part;
using Parts = std::vector<Part>;

constexpr std::string_view mara = "mara.lind@example.org";

}  // namespace

TEST_CASE("the first screens do without the rest of the program") {
  Driver desk;
  desk.set_loading(Loading::held);
  for (const std::string_view fragment : {"#/", "#/login", "#/nowhere"}) {
    desk.open(fragment);
    CAPTURE(fragment);
    CHECK_FALSE(desk.shows("Opening my.ipma"));
    CHECK(desk.parts_asked().empty());
  }
  desk.type(field("Your address for the newsletter"), "ann@example.org");
  desk.press(button("Subscribe"));
  CHECK(desk.shows("We have sent an e-mail to ann@example.org."));
  CHECK(desk.parts_asked().empty());
}

TEST_CASE("every address can be opened before the rest of the program is here") {
  Driver desk;
  desk.set_loading(Loading::held);
  const auto opens = [&desk](Part part, const std::vector<std::string_view>& fragments) {
    for (const std::string_view fragment : fragments) {
      const std::size_t asked = desk.parts_asked().size();
      desk.open(fragment);
      CAPTURE(fragment);
      CHECK(desk.shows("Opening my.ipma"));
      CHECK(desk.title() == "my.ipma");
      REQUIRE(desk.parts_asked().size() == asked + 1);
      CHECK(desk.parts_asked().back() == part);
    }
  };
  opens(Part::joining,
        {"#/register", "#/register/certificates", "#/register/activate", "#/activate/token",
         "#/forgot-password", "#/reset-password/token", "#/email/confirm/token",
         "#/newsletter/confirm/token", "#/newsletter/unsubscribe/token"});
  opens(Part::public_pages,
        {"#/verify/token", "#/education", "#/events", "#/member-associations", "#/organisations",
         "#/search/project", "#/about/privacy-policy", "#/mailbox"});
}

TEST_CASE("a screen appears when its part of the program arrives, which is asked for once") {
  Driver desk;
  desk.set_loading(Loading::held);
  desk.open("#/");
  desk.go_to("#/register");
  desk.go_to("#/events");
  desk.go_to("#/register");
  CHECK(desk.shows("Opening my.ipma"));
  CHECK(desk.parts_asked() == Parts{Part::joining, Part::public_pages});
  desk.release_parts();
  CHECK(desk.find(field("First name")) != nullptr);
  desk.go_to("#/events");
  CHECK_FALSE(desk.shows("Opening my.ipma"));
  CHECK(desk.parts_asked() == Parts{Part::joining, Part::public_pages});
}

TEST_CASE("a part that arrives shows no screen of another one") {
  Driver desk;
  desk.set_loading(Loading::held);
  desk.open("#/register");
  desk.go_to("#/events");
  const int sent = desk.requests_sent();
  desk.post(app::PartArrived{Part::joining});
  CHECK(desk.shows("Opening my.ipma"));
  CHECK(desk.requests_sent() == sent);
  desk.post(app::PartArrived{Part::public_pages});
  CHECK_FALSE(desk.shows("Opening my.ipma"));
}

TEST_CASE("a part that could not be loaded is told on its own screens alone") {
  Driver desk;
  desk.set_loading(Loading::missing);
  desk.open("#/register");
  CHECK(desk.shows("We cannot reach the server."));
  desk.set_loading(Loading::held);
  desk.go_to("#/events");
  CHECK(desk.shows("Opening my.ipma"));
  CHECK_FALSE(desk.shows("We cannot reach the server."));
  desk.go_to("#/register");  // is asked for again
  CHECK(desk.parts_asked() == Parts{Part::joining, Part::public_pages, Part::joining});
  CHECK(desk.shows("Opening my.ipma"));
}

TEST_CASE("the rest of the program is on its way while a member signs in") {
  Driver desk;
  desk.open("#/login");
  desk.set_loading(Loading::held);
  desk.set_network(Network::held);
  desk.sign_in(mara, desk.backend().sample.password);
  CHECK(desk.parts_asked() == Parts{Part::desk});
  desk.release_replies();
  CHECK(desk.address() == "#/dashboard");
  CHECK(desk.shows("Opening my.ipma"));
  CHECK(desk.find(button("Log out")) != nullptr);
  desk.release_parts();
  CHECK(desk.shows("Welcome, Mara"));
}

TEST_CASE("whoever begins to use the first screen has what follows loaded, once") {
  Driver desk;
  SUBCASE("what all others need") {
    desk.open("#/");
    desk.post(app::UseBegun{});
    desk.post(app::UseBegun{});
    CHECK(desk.parts_asked() == Parts{Part::common});
    desk.go_to("#/register");
    CHECK(desk.find(field("First name")) != nullptr);
    CHECK(desk.parts_asked() == Parts{Part::common, Part::joining});
  }
  SUBCASE("where signing in leads to") {
    desk.open("#/login");
    desk.post(app::UseBegun{});
    desk.post(app::UseBegun{});
    desk.sign_in(mara, desk.backend().sample.password);
    CHECK(desk.shows("Welcome, Mara"));
    CHECK(desk.parts_asked() == Parts{Part::desk});
  }
}

TEST_CASE("where somebody was signed in last, the desk is asked for at once") {
  Driver desk;
  desk.set_loading(Loading::held);
  desk.set_network(Network::held);
  desk.post(app::Started{.fragment = "#/", .client_key = "page", .member_expected = true,
                         .all_parts_here = false});
  CHECK(desk.parts_asked() == Parts{Part::desk});
}

TEST_CASE("a rest of the program that cannot be loaded is told; trying again loads it") {
  Driver desk;
  desk.set_loading(Loading::missing);
  desk.open("#/register");
  CHECK(desk.shows("We cannot reach the server. Check your connection and try again."));
  desk.press(button("Try again"));
  CHECK(desk.parts_asked().size() == 2);
  CHECK(desk.shows("We cannot reach the server."));
  desk.set_loading(Loading::works);
  desk.press(button("Try again"));
  CHECK(desk.find(field("First name")) != nullptr);
  CHECK_FALSE(desk.shows("We cannot reach the server."));
}

TEST_CASE("a page that is older than what is deployed says that it has to be reloaded") {
  Driver desk;
  desk.set_loading(Loading::outdated);
  desk.open("#/events");
  CHECK(desk.shows("This page has been updated since you opened it. Please reload it to go on."));
}

TEST_CASE("what could not be loaded ahead of a wrong password says nothing at the form") {
  Driver desk;
  desk.open("#/login");
  desk.set_loading(Loading::missing);
  desk.sign_in(mara, "not the password");
  CHECK(desk.shows("The e-mail address or the password is not right."));
  CHECK_FALSE(desk.shows("We cannot reach the server."));
  desk.set_loading(Loading::works);
  desk.type(field("Password"), desk.backend().sample.password);
  desk.press(button("Log in"));
  CHECK(desk.shows("Welcome, Mara"));
}
