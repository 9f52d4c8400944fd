// Registering, activating and a forgotten password, as a member goes through them
// (my-ipma-account, steps 1 to 3).

#include <doctest/doctest.h>

#include <string>

#include "tests/ui/accounts/registering.h"

using namespace laurel;
using namespace laurel::tests;

TEST_CASE("a visitor registers in three steps, activates the account and logs in") {
  Driver desk;
  desk.open("#/");
  CHECK(desk.shows("Welcome to my.ipma"));
  CHECK(desk.find(link("Get started"))->href == "#/register");

  desk.go_to("#/register");
  CHECK(desk.shows("Step 1 of 3"));
  fill_step_1(desk);
  desk.press(button("Create account"));
  CHECK(desk.address() == "#/register/certificates");
  CHECK(desk.shows("Step 2 of 3"));
  desk.press(button("Create account"));
  CHECK(desk.address() == "#/register/activate");
  CHECK(desk.shows("Step 3 of 3"));
  CHECK(desk.shows(anas_email));

  desk.open("#/activate/" + token_in_mail(desk.backend(), "activate"));
  desk.press(button("Activate account"));
  CHECK(desk.address() == "#/login");
  CHECK(desk.shows("Your account is active."));
  desk.sign_in(anas_email, anas_password);
  CHECK(desk.shows("Welcome, Ana"));
  CHECK(desk.shows("Slovenia"));
}

TEST_CASE("what is missing in step 1 is said at each field") {
  Driver desk;
  desk.open("#/register");
  desk.press(button("Create account"));
  for (const char* words : {"Enter your first name", "Enter your last name",
                            "Enter your e-mail address", "Enter your country",
                            "Enter your password", "Tick the box to accept"}) {
    CAPTURE(words);
    CHECK(desk.shows(words));
  }
  CHECK(desk.focused() == "summary/title");
  CHECK(desk.address() == "#/register");
}

TEST_CASE("promise 1: a weak password is refused with the reason, and nothing typed is lost") {
  Driver desk;
  desk.open("#/register");
  fill_step_1(desk);
  desk.type(field("Password"), "1234567");
  desk.press(button("Create account"));
  CHECK(desk.shows("Use at least 8 characters"));
  desk.type(field("Password"), "anakos2026");
  desk.press(button("Create account"));
  CHECK(desk.shows("Leave your name"));
  desk.type(field("Password"), "password1");
  desk.press(button("Create account"));
  CHECK(desk.shows("Too many people use this password"));
  CHECK(desk.find(field("First name"))->field.value == "Ana");
}

TEST_CASE("advice on the password, which may come late, moves nothing that somebody is about to press") {
  for (const float page_width : {390.0F, 1280.0F}) {
    CAPTURE(page_width);
    Driver desk;
    desk.surroundings().page_width = page_width;
    desk.open("#/register");
    fill_step_1(desk);
    const ui::Rect before = desk.find(button("Create account"))->rect;
    desk.advise(1, "similarToCommon");
    CHECK(desk.shows("This is close to a password that many people use."));
    CHECK(desk.find(button("Create account"))->rect == before);
    desk.advise(4, "");
    CHECK(desk.shows("Strength: strong"));
    CHECK(desk.find(button("Create account"))->rect == before);
  }
}

TEST_CASE("a country is taken by name or code, and refused when there is none of that name") {
  Driver desk;
  desk.open("#/register");
  fill_step_1(desk);
  desk.type(field("Country"), "Atlantis");
  desk.press(button("Create account"));
  CHECK(desk.shows("Choose a country of the list"));
  desk.type(field("Country"), "si");
  desk.press(button("Create account"));
  CHECK(desk.address() == "#/register/certificates");
}

TEST_CASE("promise 3: registering with a known address shows what an unknown one shows") {
  const auto shown = [](std::string_view email) {
    Driver desk;
    reach_step_2(desk, email);
    desk.press(button("Create account"));
    std::string words;
    for (const ui::Node& node : desk.nodes()) words += node.name + "\n";
    const std::size_t at = words.find(email);
    REQUIRE(at != std::string::npos);
    return words.replace(at, email.size(), "");
  };
  CHECK(shown("mara.lind@example.org") == shown("nobody.yet@example.org"));
}

TEST_CASE("certificates are found by number, with their owner masked, and ticked") {
  Driver desk;
  reach_step_2(desk);
  desk.press(button("Search for certificates"));
  CHECK(desk.shows("Enter a certificate number, an e-mail address or a date"));
  desk.type(field("Certificate number"), "DE-24-B-01877");
  desk.press(button("Search for certificates"));
  CHECK(desk.shows("Certificates found"));
  CHECK_FALSE(desk.shows("Mara Lind"));
  desk.tick(box("IPMA Level B – Certified Senior Project Manager, number DE-24-B-01877"), true);
  desk.press(button("Create account"));
  CHECK(desk.address() == "#/register/activate");
}

TEST_CASE("nothing found says how to go on") {
  Driver desk;
  reach_step_2(desk);
  desk.type(field("Certificate number"), "XX-00-00000");
  desk.press(button("Search for certificates"));
  CHECK(desk.shows("No certificate was found"));
  CHECK(desk.focused() == "certificates/found/title");
  desk.type(field("Certificate number"), "");
  desk.press(button("Search for certificates"));
  CHECK_FALSE(desk.shows("No certificate was found"));  // of what is not asked for any more
}

TEST_CASE("a later step that is opened by its address leads to the first") {
  Driver desk;
  desk.open("#/register/certificates");
  CHECK(desk.address() == "#/register");
  CHECK(desk.find(field("First name")) != nullptr);
}

TEST_CASE("promise 13: a link works once, and says what to do afterwards") {
  Driver desk;
  reach_step_3(desk);
  const std::string address = "#/activate/" + token_in_mail(desk.backend(), "activate");
  desk.open(address);
  desk.press(button("Activate account"));
  desk.open(address);
  desk.press(button("Activate account"));
  CHECK(desk.shows("This link does not work any more"));
  CHECK(desk.find(link("Register")) != nullptr);
}

TEST_CASE("another browser than the one that registered asks for the password") {
  Driver desk;
  open_link_elsewhere(desk);
  CHECK(desk.find(field("Password")) == nullptr);
  desk.press(button("Activate account"));
  CHECK(desk.shows("This browser does not know your registration."));
  REQUIRE(desk.find(field("Password")) != nullptr);
  CHECK(desk.focused() == desk.find(field("Password"))->key);
  CHECK_FALSE(desk.shows("Enter your password"));  // nothing was wrong yet
  desk.press(button("Activate account"));
  CHECK(desk.shows("Enter your password"));
  desk.type(field("Password"), "red-heron-at-night");
  desk.press(button("Activate account"));
  CHECK(desk.shows("This password is not right"));
  CHECK(desk.find(field("Password"))->field.value == "red-heron-at-night");
  desk.type(field("Password"), ana().password);
  desk.press(button("Activate account"));
  CHECK(desk.shows("Your account is active."));
  desk.sign_in(ana().email, ana().password);
  CHECK(desk.shows("Ana"));
}

TEST_CASE("what was typed to activate an account is gone with its page") {
  Driver desk;
  open_link_elsewhere(desk);
  desk.press(button("Activate account"));
  desk.type(field("Password"), ana().password);
  CHECK(desk.kept().find(ana().password) == std::string::npos);
  const std::string address = desk.address();
  desk.go_to("#/login");
  desk.go_to(address);
  CHECK(desk.find(field("Password")) == nullptr);
  desk.press(button("Activate account"));
  REQUIRE(desk.find(field("Password")) != nullptr);
  CHECK(desk.find(field("Password"))->field.value.empty());
}

TEST_CASE("promise 16: an activation whose answer was lost is answered when it is pressed again") {
  Driver desk;
  reach_step_3(desk);
  desk.open("#/activate/" + token_in_mail(desk.backend(), "activate"));
  desk.set_network(Network::lost);
  desk.press(button("Activate account"));
  CHECK(desk.shows("We cannot reach the server."));
  desk.set_network(Network::works);
  desk.press(button("Activate account"));
  CHECK(desk.shows("Your account is active."));
}

TEST_CASE("promise 16: asking twice, the first answer lost, sends one mail") {
  Driver desk;
  desk.open("#/forgot-password");
  desk.type(field("E-mail address"), "mara.lind@example.org");
  desk.set_network(Network::lost);
  desk.press(button("Send the link"));
  desk.set_network(Network::works);
  desk.press(button("Send the link"));
  CHECK(desk.shows("Look into your mailbox"));
  CHECK(mails(desk.backend()).size() == 1);
}

TEST_CASE("promise 4: the activation mail can be sent again, a few times") {
  Driver desk;
  reach_step_3(desk);
  desk.press(button("Send the e-mail again"));
  CHECK(desk.shows("We have sent the e-mail again."));
  for (int i = 0; i < 4; ++i) desk.press(button("Send the e-mail again"));
  CHECK(desk.shows("Too many tries. Please wait"));
}

TEST_CASE("a forgotten password is replaced by the mail's link") {
  Driver desk;
  desk.open("#/login");
  CHECK(desk.find(link("Forgot password?"))->href == "#/forgot-password");
  desk.go_to("#/forgot-password");
  desk.press(button("Send the link"));
  CHECK(desk.shows("Enter your e-mail address"));
  desk.type(field("E-mail address"), "mara.lind@example.org");
  desk.press(button("Send the link"));
  CHECK(desk.shows("Look into your mailbox"));

  desk.open("#/reset-password/" + token_in_mail(desk.backend(), "reset-password"));
  desk.type(field("New password"), "short");
  desk.press(button("Save the password"));
  CHECK(desk.shows("Use at least 8 characters"));
  desk.type(field("New password"), anas_password);
  desk.press(button("Save the password"));
  CHECK(desk.shows("Your new password is saved."));
  desk.sign_in("mara.lind@example.org", anas_password);
  CHECK(desk.shows("Welcome, Mara"));
}

TEST_CASE(
    "promise 10: a new password ends the session that is signed in here, and says what to do") {
  Driver desk;
  const std::string mara = desk.backend().sample.email;
  desk.open("#/forgot-password");
  desk.type(field("E-mail address"), mara);
  desk.press(button("Send the link"));
  const std::string token = token_in_mail(desk.backend(), "reset-password");
  desk.open("#/login");
  desk.sign_in(mara, desk.backend().sample.password);
  const int announced = desk.announcements();
  desk.go_to("#/reset-password/" + token);
  desk.type(field("New password"), "correct horse battery staple");
  desk.press(button("Save the password"));
  CHECK(desk.address() == "#/login");
  CHECK_FALSE(desk.find(button("Log out")));
  CHECK(desk.announcements() == announced + 1);
}

TEST_CASE("a signed-in member who opens the landing page or the registration sees the dashboard") {
  Driver desk;
  desk.open("#/login");
  desk.sign_in("mara.lind@example.org", desk.backend().sample.password);
  for (const char* address : {"#/", "#/register", "#/login"}) {
    CAPTURE(address);
    desk.go_to(address);
    CHECK(desk.address() == "#/dashboard");
  }
}
