// The newsletter's form at the end of every page, and the pages that its mails lead to.

#include <doctest/doctest.h>

#include <string>

#include "tests/support/registering.h"
#include "tests/ui/driver.h"

using namespace laurel;
using namespace laurel::tests;

namespace {

constexpr const char* address_field = "Your address for the newsletter";

void subscribe(Driver& desk, std::string_view email) {
  desk.type(field(address_field), email);
  desk.press(button("Subscribe"));
}

}  // namespace

TEST_CASE("the newsletter: an address, a mail, a button, and a way out") {
  Driver desk;
  desk.open("#/");
  subscribe(desk, "ana.kos@example.org");
  CHECK(desk.shows("We have sent an e-mail to ana.kos@example.org."));
  CHECK(desk.focused() == "newsletter/title");  // the form is gone

  desk.open("#/newsletter/confirm/" + token_in_mail(desk.backend(), "newsletter/confirm"));
  CHECK(desk.shows("Confirm your subscription"));
  desk.press(button("Confirm subscription"));
  CHECK(desk.shows("You are subscribed"));
  CHECK(desk.focused() == "page/title");

  desk.backend().clock.advance(std::chrono::minutes(1));  // so that this mail is the newest
  desk.open("#/login");
  subscribe(desk, "ana.kos@example.org");
  desk.open("#/newsletter/unsubscribe/" + token_in_mail(desk.backend(), "newsletter/unsubscribe"));
  desk.press(button("Unsubscribe"));
  CHECK(desk.shows("You are unsubscribed"));
}

TEST_CASE("the newsletter: the notice keeps its address when somebody signs in") {
  Driver desk;
  desk.open("#/login");
  subscribe(desk, "ana.kos@example.org");
  desk.sign_in(desk.backend().sample.email, desk.backend().sample.password);
  CHECK(desk.shows("We have sent an e-mail to ana.kos@example.org."));
}

TEST_CASE("the newsletter: what is wrong is said at the field, and the screen stays as it is") {
  Driver desk;
  desk.open("#/login");
  desk.type(field("E-mail address"), "mara.lind@example.org");
  subscribe(desk, "");
  CHECK(desk.shows("Enter your e-mail address"));
  CHECK(desk.focused() == "newsletter/email");
  subscribe(desk, "no address");
  CHECK(desk.shows("Enter an e-mail address like name@example.com"));
  desk.set_network(Network::down);
  subscribe(desk, "ana.kos@example.org");
  CHECK(desk.shows("We cannot reach the server."));
  CHECK(desk.find(field(address_field))->field.value == "ana.kos@example.org");
  CHECK(desk.find(field("E-mail address"))->field.value == "mara.lind@example.org");
}

TEST_CASE("the newsletter: links that have expired say what to do") {
  Driver desk;
  desk.open("#/newsletter/confirm/never-was");
  desk.press(button("Confirm subscription"));
  CHECK(desk.shows("This link does not work any more"));
  CHECK(desk.shows("Enter your address below to get a new one."));
  desk.open("#/newsletter/unsubscribe/never-was");
  desk.press(button("Unsubscribe"));
  CHECK(desk.shows("There is no subscription with this link."));
}

TEST_CASE("the newsletter: a link's page that cannot reach the server can be pressed again") {
  Driver desk;
  desk.open("#/");
  subscribe(desk, "ana.kos@example.org");
  desk.open("#/newsletter/confirm/" + token_in_mail(desk.backend(), "newsletter/confirm"));
  desk.set_network(Network::down);
  desk.press(button("Confirm subscription"));
  CHECK(desk.shows("We cannot reach the server."));
  desk.set_network(Network::works);
  desk.press(button("Confirm subscription"));
  CHECK(desk.shows("You are subscribed"));
}
