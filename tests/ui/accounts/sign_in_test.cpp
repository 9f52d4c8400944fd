// Signing in and out, as a member goes through it.

#include <doctest/doctest.h>

#include <string>

#include "tests/ui/driver.h"

using namespace laurel;
using namespace laurel::tests;

namespace {

constexpr std::string_view mara = "mara.lind@example.org";

std::string password_of(Driver& desk) { return desk.backend().sample.password; }

}  // namespace

TEST_CASE("a member signs in and sees name and certificates, then signs out") {
  Driver desk;
  desk.open("#/login");
  desk.sign_in(mara, password_of(desk));
  CHECK(desk.address() == "#/dashboard");
  CHECK(desk.shows("Welcome, Mara"));
  CHECK(desk.shows("Mara Lind"));
  CHECK(desk.shows("Certified Project Manager"));
  CHECK(desk.announcements() == 1);

  desk.press(button("Log out"));
  CHECK(desk.address() == "#/login");
  CHECK(desk.shows("You are logged out."));
  CHECK_FALSE(desk.shows("Mara"));
  CHECK(desk.announcements() == 2);
}

TEST_CASE("after signing out, nothing that was typed or shown is left") {
  Driver desk;
  desk.open("#/login");
  desk.sign_in(mara, password_of(desk));
  desk.press(button("Log out"));
  CHECK(desk.find(field("E-mail address"))->field.value.empty());
  CHECK(desk.find(field("Password"))->field.value.empty());
}

TEST_CASE("a signed-in member who opens the sign-in page is led to the dashboard") {
  Driver desk;
  desk.open("#/login");
  desk.sign_in(mara, password_of(desk));
  desk.go_to("#/login");
  CHECK(desk.address() == "#/dashboard");
  CHECK(desk.shows("Welcome, Mara"));
}

TEST_CASE("a reload of the dashboard shows the dashboard") {
  Driver desk;
  desk.open("#/login");
  desk.sign_in(mara, password_of(desk));
  desk.open("#/dashboard");
  CHECK(desk.shows("Welcome, Mara"));
  CHECK(desk.address() == "#/dashboard");
}

TEST_CASE("the dashboard asks a visitor to sign in first") {
  Driver desk;
  desk.open("#/dashboard");
  CHECK(desk.address() == "#/login");
  CHECK(desk.find(field("E-mail address")) != nullptr);
}

TEST_CASE("a wrong password is told at the top, takes the focus, and nothing typed is lost") {
  Driver desk;
  desk.open("#/login");
  desk.sign_in(mara, "not the password");
  CHECK(desk.shows("The e-mail address or the password is not right."));
  CHECK(desk.focused() == "summary/title");
  CHECK(desk.find(field("E-mail address"))->field.value == mara);
  CHECK(desk.find(field("Password"))->field.value == "not the password");

  desk.type(field("Password"), password_of(desk));
  desk.press(button("Log in"));
  CHECK(desk.shows("Welcome, Mara"));
}

TEST_CASE("promise 3: an unknown member is told the same as one with a wrong password") {
  const auto told = [](std::string_view email) {
    Driver desk;
    desk.open("#/login");
    desk.sign_in(email, "not the password");
    std::string words;
    for (const ui::Node& node : desk.nodes()) words += node.name + "\n";
    return words;
  };
  CHECK(told(mara) == told("nobody@example.org"));
}

TEST_CASE("what is missing or malformed is said at the field and in a summary that links to it") {
  Driver desk;
  desk.open("#/login");
  const int sent = desk.requests_sent();
  desk.press(button("Log in"));
  CHECK(desk.requests_sent() == sent);
  CHECK(desk.shows("There is a problem"));
  const ui::Node* email = desk.find(field("E-mail address"));
  CHECK(email->field.invalid);
  REQUIRE(email->described_by.size() == 1);
  CHECK(desk.frame().tree.find(email->described_by[0])->name == "Enter your e-mail address");

  desk.press(link("Enter your password"));
  CHECK(desk.focused() == "sign_in/password");

  desk.type(field("E-mail address"), "mara at example");
  desk.press(button("Log in"));
  CHECK(desk.shows("Enter an e-mail address like name@example.com"));
  CHECK(desk.requests_sent() == sent);
}

TEST_CASE("a double click sends one request") {
  Driver desk;
  desk.open("#/login");
  desk.type(field("E-mail address"), mara);
  desk.type(field("Password"), password_of(desk));
  desk.set_network(Network::held);
  const int sent = desk.requests_sent();
  desk.press(button("Log in"));
  CHECK(desk.find(button("Logging in…"))->busy);
  desk.press(button("Logging in…"));
  CHECK(desk.requests_sent() == sent + 1);
  desk.release_replies();
  CHECK(desk.shows("Welcome, Mara"));
}

TEST_CASE("without a connection the form says so and keeps what was typed") {
  Driver desk;
  desk.open("#/login");
  desk.set_network(Network::down);
  desk.sign_in(mara, password_of(desk));
  CHECK(desk.shows("We cannot reach the server."));
  CHECK(desk.find(field("Password"))->field.value == password_of(desk));
  desk.set_network(Network::works);
  desk.press(button("Log in"));
  CHECK(desk.shows("Welcome, Mara"));
}

TEST_CASE("an answer that is no answer of ours is told, and the page goes on") {
  Driver desk;
  desk.open("#/login");
  desk.set_network(Network::rubbish);
  desk.sign_in(mara, password_of(desk));
  CHECK(desk.shows("an answer that we could not read"));
  desk.set_network(Network::works);
  desk.press(button("Log in"));
  CHECK(desk.shows("Welcome, Mara"));
}

TEST_CASE("a dashboard that cannot be loaded offers to try again") {
  Driver desk;
  desk.open("#/login");
  desk.sign_in(mara, password_of(desk));
  desk.go_to("#/nowhere");
  desk.set_network(Network::down);
  desk.go_to("#/dashboard");
  CHECK(desk.shows("We cannot reach the server."));
  desk.set_network(Network::works);
  desk.press(button("Try again"));
  CHECK(desk.shows("Certified Project Manager"));
  CHECK_FALSE(desk.shows("We cannot reach the server."));
}

TEST_CASE("a start without a connection offers to try again") {
  Driver desk;
  desk.set_network(Network::down);
  desk.open("#/dashboard");
  CHECK(desk.shows("We cannot reach the server."));
  desk.set_network(Network::works);
  desk.press(button("Try again"));
  CHECK(desk.address() == "#/login");
}

TEST_CASE("promise 4: too many wrong passwords are told with the time to wait") {
  Driver desk;
  desk.open("#/login");
  for (int i = 0; i < 11; ++i) desk.sign_in(mara, "not the password");
  CHECK(desk.shows("Too many tries. Please wait"));
  CHECK(desk.find(field("E-mail address"))->field.value == mara);
}

TEST_CASE("promise 11: a session that has timed out behind another tab leaves nothing on the screen") {
  Driver desk;
  desk.open("#/certificates");
  desk.sign_in(mara, password_of(desk));
  desk.backend().clock.advance(std::chrono::minutes(29));
  desk.post(app::PageShown{});
  CHECK(desk.address() == "#/certificates");
  desk.backend().clock.advance(std::chrono::minutes(30));
  desk.post(app::PageShown{});
  CHECK(desk.shows("your session has ended"));
  CHECK_FALSE(desk.shows("DE-24-B-01877"));
  desk.sign_in(mara, password_of(desk));
  CHECK(desk.address() == "#/certificates");
}

TEST_CASE("a page that is shown again changes nothing where the server does not answer") {
  Driver desk;
  desk.open("#/login");
  desk.sign_in(mara, password_of(desk));
  desk.set_network(Network::lost);
  desk.post(app::PageShown{});
  CHECK(desk.address() == "#/dashboard");
  CHECK_FALSE(desk.shows("We cannot reach the server."));
}

TEST_CASE("a page that is shown again asks nothing for a visitor") {
  Driver desk;
  desk.open("#/login");
  const int sent = desk.requests_sent();
  desk.post(app::PageShown{});
  CHECK(desk.requests_sent() == sent);
}

TEST_CASE("promise 10: a session that has ended leads to the form, which says why") {
  Driver desk;
  desk.open("#/login");
  desk.sign_in(mara, password_of(desk));
  desk.browser().cookies.clear();
  desk.go_to("#/nowhere");
  desk.go_to("#/dashboard");
  CHECK(desk.address() == "#/login");
  CHECK(desk.shows("your session has ended"));
}

TEST_CASE("promise 10: signing out in one tab signs out the others") {
  Driver desk;
  desk.open("#/login");
  desk.sign_in(mara, password_of(desk));
  desk.browser().cookies.clear();
  desk.another_tab_signed_in_or_out();
  CHECK(desk.address() == "#/login");
  CHECK_FALSE(desk.shows("Mara Lind"));
}

TEST_CASE("signing in in one tab signs in the others") {
  Driver desk;
  desk.open("#/login");
  desk.sign_in(mara, password_of(desk));
  const auto cookies_of_the_other_tab = desk.browser().cookies;
  desk.browser().cookies.clear();
  desk.open("#/login");
  CHECK_FALSE(desk.shows("Welcome, Mara"));
  desk.browser().cookies = cookies_of_the_other_tab;
  desk.another_tab_signed_in_or_out();
  CHECK(desk.shows("Welcome, Mara"));
}

TEST_CASE("what was typed in a tab is not left there when another tab signs in and out") {
  Driver desk;
  desk.open("#/login");
  desk.sign_in(mara, password_of(desk));
  const auto cookies_of_the_other_tab = desk.browser().cookies;
  desk.browser().cookies.clear();
  desk.open("#/register");
  desk.type(field("First name"), "Ana");
  desk.go_to("#/login");
  desk.type(field("Password"), "typed, not sent");
  CHECK(desk.kept().find("Ana") != std::string::npos);

  desk.browser().cookies = cookies_of_the_other_tab;
  desk.another_tab_signed_in_or_out();
  desk.browser().cookies.clear();
  desk.another_tab_signed_in_or_out();
  CHECK(desk.address() == "#/login");
  CHECK(desk.find(field("Password"))->field.value.empty());
  CHECK(desk.kept().empty());
}

TEST_CASE("who signs in after somebody has signed out is not led to that member's page") {
  Driver desk;
  desk.open("#/login");
  desk.sign_in(mara, password_of(desk));
  desk.go_to("#/profile");
  desk.press(button("Log out"));
  desk.sign_in(mara, password_of(desk));
  CHECK(desk.address() == "#/dashboard");
}

TEST_CASE("a signing-out that does not reach the server is told, and the member stays signed in") {
  Driver desk;
  desk.open("#/login");
  desk.sign_in(mara, password_of(desk));
  desk.set_network(Network::down);
  desk.press(button("Log out"));
  CHECK(desk.shows("We cannot reach the server."));
  CHECK(desk.shows("Welcome, Mara"));
}

TEST_CASE("a signing-out that failed is told on whatever screen it was pressed, and tried again") {
  Driver desk;
  desk.open("#/login");
  desk.sign_in(mara, password_of(desk));
  for (const char* address : {"#/profile", "#/events", "#/nowhere"}) {
    CAPTURE(address);
    desk.go_to(address);
    CHECK_FALSE(desk.shows("You are still logged in"));
    desk.set_network(Network::down);
    desk.press(button("Log out"));
    CHECK(desk.shows("You are still logged in"));
    CHECK(desk.shows("We cannot reach the server."));
    CHECK(desk.address() == address);
    desk.set_network(Network::works);
  }
  desk.press(button("Try again"));
  CHECK_FALSE(desk.find(button("Log out")));
  CHECK(desk.browser().get("/api/v1/ipma/session").status == 401);
}

TEST_CASE("a late reply to a superseded request changes nothing") {
  Driver desk;
  desk.open("#/login");
  desk.sign_in(mara, password_of(desk));
  const auto signed_in = desk.browser().cookies;
  desk.browser().cookies.clear();
  desk.open("#/login");

  SUBCASE("that nobody was signed in yet") {
    desk.set_network(Network::held);
    desk.another_tab_signed_in_or_out();
    desk.browser().cookies = signed_in;
    desk.another_tab_signed_in_or_out();
    desk.release_replies(Arrival::newest_first);
    CHECK(desk.address() == "#/dashboard");
    CHECK(desk.shows("Welcome, Mara"));
  }
  SUBCASE("that somebody was still signed in") {
    desk.browser().cookies = signed_in;
    desk.set_network(Network::held);
    desk.another_tab_signed_in_or_out();
    desk.browser().cookies.clear();
    desk.another_tab_signed_in_or_out();
    desk.release_replies(Arrival::newest_first);
    CHECK(desk.address() == "#/login");
    // Who was let in by mistake is turned away by the next answer, and told so.
    CHECK_FALSE(desk.shows("your session has ended"));
  }
}

TEST_CASE("promise 17: an account of one association opens nothing at another") {
  Driver desk("ima");
  desk.open("#/login");
  desk.sign_in("hanako.yamada@example.org", password_of(desk));
  CHECK(desk.shows("The e-mail address or the password is not right."));
}

TEST_CASE("a password can be shown and hidden") {
  Driver desk;
  desk.open("#/login");
  desk.type(field("Password"), "tulip");
  CHECK(desk.find(field("Password"))->field.input_type == "password");
  desk.press(button("Show password"));
  CHECK(desk.find(field("Password"))->field.input_type == "text");
  CHECK(desk.find(field("Password"))->field.value == "tulip");
  desk.press(button("Hide password"));
  CHECK(desk.find(field("Password"))->field.input_type == "password");
}
