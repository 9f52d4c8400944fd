// The program's second part is not here when the page opens: what a member sees until it is, and
// where it cannot be loaded. That nothing of it is called before is asserted in app/update.cpp and,
// for the views, shown by drawing every address without it.

#include <doctest/doctest.h>

#include <string>

#include "tests/ui/driver.h"

using namespace laurel;
using namespace laurel::tests;

namespace {

constexpr std::string_view mara = "mara.lind@example.org";

}  // namespace

TEST_CASE("the first screens do without the rest of the program") {
  Driver desk;
  desk.set_interior(Interior::held);
  for (const std::string_view fragment : {"#/", "#/login", "#/nowhere"}) {
    desk.open(fragment);
    CAPTURE(fragment);
    CHECK_FALSE(desk.shows("Opening my.ipma"));
    CHECK(desk.interiors_asked() == 0);
  }
  desk.type(field("Your address for the newsletter"), "ann@example.org");
  desk.press(button("Subscribe"));
  CHECK(desk.shows("We have sent an e-mail to ann@example.org."));
  CHECK(desk.interiors_asked() == 0);
}

TEST_CASE("every address can be opened before the rest of the program is here") {
  Driver desk;
  desk.set_interior(Interior::held);
  for (const std::string_view fragment :
       {"#/register", "#/register/certificates", "#/register/activate", "#/activate/token",
        "#/forgot-password", "#/reset-password/token", "#/verify/token", "#/education", "#/events",
        "#/member-associations", "#/organisations", "#/search/project", "#/about/privacy-policy",
        "#/email/confirm/token", "#/newsletter/confirm/token", "#/newsletter/unsubscribe/token",
        "#/mailbox"}) {
    const int asked = desk.interiors_asked();
    desk.open(fragment);
    CAPTURE(fragment);
    CHECK(desk.shows("Opening my.ipma"));
    CHECK(desk.title() == "my.ipma");
    CHECK(desk.interiors_asked() == asked + 1);
  }
}

TEST_CASE("a screen appears when the rest of the program arrives, which is asked for once") {
  Driver desk;
  desk.set_interior(Interior::held);
  desk.open("#/");
  desk.go_to("#/register");
  desk.go_to("#/events");
  desk.go_to("#/register");
  CHECK(desk.shows("Opening my.ipma"));
  CHECK(desk.interiors_asked() == 1);
  desk.release_interior();
  CHECK(desk.find(field("First name")) != nullptr);
  CHECK(desk.interiors_asked() == 1);
}

TEST_CASE("the rest of the program is on its way while a member signs in") {
  Driver desk;
  desk.open("#/login");
  desk.set_interior(Interior::held);
  desk.set_network(Network::held);
  desk.sign_in(mara, desk.backend().sample.password);
  CHECK(desk.interiors_asked() == 1);
  desk.release_replies();
  CHECK(desk.address() == "#/dashboard");
  CHECK(desk.shows("Opening my.ipma"));
  CHECK(desk.find(button("Log out")) != nullptr);
  desk.release_interior();
  CHECK(desk.shows("Welcome, Mara"));
}

TEST_CASE("whoever begins to use the first screen has the rest of the program loaded, once") {
  Driver desk;
  desk.open("#/");
  desk.post(app::UseBegun{});
  desk.post(app::UseBegun{});
  CHECK(desk.interiors_asked() == 1);
  desk.go_to("#/register");
  CHECK(desk.find(field("First name")) != nullptr);
  CHECK(desk.interiors_asked() == 1);
}

TEST_CASE("where somebody was signed in last, the rest of the program is asked for at once") {
  Driver desk;
  desk.set_interior(Interior::held);
  desk.set_network(Network::held);
  desk.post(app::Started{.fragment = "#/", .client_key = "page", .member_expected = true,
                         .interior_here = false});
  CHECK(desk.interiors_asked() == 1);
}

TEST_CASE("a rest of the program that cannot be loaded is told; trying again loads it") {
  Driver desk;
  desk.set_interior(Interior::missing);
  desk.open("#/register");
  CHECK(desk.shows("We cannot reach the server. Check your connection and try again."));
  desk.press(button("Try again"));
  CHECK(desk.interiors_asked() == 2);
  CHECK(desk.shows("We cannot reach the server."));
  desk.set_interior(Interior::works);
  desk.press(button("Try again"));
  CHECK(desk.find(field("First name")) != nullptr);
  CHECK_FALSE(desk.shows("We cannot reach the server."));
}

TEST_CASE("a page that is older than what is deployed says that it has to be reloaded") {
  Driver desk;
  desk.set_interior(Interior::outdated);
  desk.open("#/events");
  CHECK(desk.shows("This page has been updated since you opened it. Please reload it to go on."));
}

TEST_CASE("what could not be loaded ahead of a wrong password says nothing at the form") {
  Driver desk;
  desk.open("#/login");
  desk.set_interior(Interior::missing);
  desk.sign_in(mara, "not the password");
  CHECK(desk.shows("The e-mail address or the password is not right."));
  CHECK_FALSE(desk.shows("We cannot reach the server."));
  desk.set_interior(Interior::works);
  desk.type(field("Password"), desk.backend().sample.password);
  desk.press(button("Log in"));
  CHECK(desk.shows("Welcome, Mara"));
}
