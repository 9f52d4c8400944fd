// Changing the password and the e-mail address, beside the profile.

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "tests/support/accounts.h"
#include "tests/ui/driver.h"

using namespace laurel;
using namespace laurel::tests;

namespace {

constexpr std::string_view mara = "mara.lind@example.org";
constexpr const char* wanted = "mara.new@example.org";
constexpr const char* chosen = "violet harbour ladder";

const Target email_button = button("Change e-mail address");
const Target password_button = button("Change password");
const Target current = field("Current password");
const Target new_password = field("New password");
const Target new_email = field("New e-mail address");

std::string password_of(Driver& desk) { return desk.backend().sample.password; }

void open_profile(Driver& desk) {
  desk.open("#/profile");
  desk.sign_in(mara, password_of(desk));
}

void ask_for_address(Driver& desk, std::string_view email) {
  desk.press(email_button);
  desk.type(new_email, email);
  desk.type(current, password_of(desk));
  desk.press(button("Send the link"));
}

/// The page of the link in the mail, in a browser that is not signed in.
void open_confirmation_elsewhere(Driver& desk) {
  open_profile(desk);
  ask_for_address(desk, wanted);
  desk.browser().cookies.clear();
  desk.open("#/email/confirm/" + confirmation_in_mail(desk.backend(), wanted));
}

const ui::Node& node_at(Driver& desk, std::string_view key) {
  const auto& nodes = desk.nodes();
  const auto found = std::find_if(nodes.begin(), nodes.end(),
                                  [key](const ui::Node& node) { return node.key == key; });
  REQUIRE(found != nodes.end());
  return *found;
}

}  // namespace

TEST_CASE("the account is a region with the address and two forms that open on their buttons") {
  Driver desk;
  open_profile(desk);
  CHECK(node_at(desk, "account").role == ui::Role::region);
  CHECK(node_at(desk, "account").name == "Account");
  CHECK(desk.find(current) == nullptr);
  CHECK(desk.find(email_button)->expanded == false);
  desk.press(email_button);
  CHECK(desk.find(email_button)->expanded == true);
  CHECK(desk.find(new_email)->field.autocomplete == "email");
  CHECK(desk.find(current)->field.autocomplete == "current-password");
  CHECK(node_at(desk, "account/email").role == ui::Role::form);
  desk.type(current, "something");
  desk.press(password_button);
  CHECK(desk.find(new_email) == nullptr);
  CHECK(desk.find(current)->field.value.empty());
  CHECK(desk.find(current)->field.autocomplete == "current-password");
  CHECK(desk.find(new_password)->field.autocomplete == "new-password");
  desk.press(password_button);
  CHECK(desk.find(current) == nullptr);
}

TEST_CASE("promise 5: a password is changed with the current one, and this browser stays signed in") {
  Driver desk;
  open_profile(desk);
  desk.press(password_button);
  desk.type(current, password_of(desk));
  desk.type(new_password, chosen);
  desk.press(button("Save the password"));
  CHECK(desk.shows("Your new password is saved."));
  CHECK(desk.focused() == "account/title");
  CHECK(desk.find(current) == nullptr);
  CHECK(desk.address() == "#/profile");
  desk.go_to("#/dashboard");
  CHECK(desk.shows("Welcome, Mara"));
  desk.press(button("Log out"));
  desk.sign_in(mara, chosen);
  CHECK(desk.shows("Welcome, Mara"));
}

TEST_CASE("promise 1: what is wrong with a new password is told at its field and in a summary") {
  Driver desk;
  open_profile(desk);
  desk.press(password_button);
  const int before = desk.requests_sent();
  desk.press(button("Save the password"));
  CHECK(desk.requests_sent() == before);
  CHECK(desk.find(link("Enter your current password")) != nullptr);
  CHECK(desk.find(link("Enter a new password")) != nullptr);
  CHECK(desk.focused() == "summary/title");
  desk.press(link("Enter a new password"));
  CHECK(desk.focused() == "account/new_password");

  desk.type(current, "not it");
  desk.type(new_password, chosen);
  desk.press(button("Save the password"));
  CHECK(desk.find(link("This password is not right")) != nullptr);
  CHECK(desk.find(current)->field.invalid);
  CHECK_FALSE(desk.find(new_password)->field.invalid);
  CHECK(desk.find(new_password)->field.value == chosen);

  desk.type(current, password_of(desk));
  desk.type(new_password, "Mara-Lind-26");
  desk.press(button("Save the password"));
  CHECK(desk.find(new_password)->field.invalid);
  CHECK_FALSE(desk.find(current)->field.invalid);
  CHECK(desk.shows("Leave your name, your e-mail address and the association's name out"));
}

TEST_CASE("promise 4: too many wrong passwords are told with the time to wait") {
  Driver desk;
  open_profile(desk);
  desk.press(password_button);
  desk.type(new_password, chosen);
  for (int i = 0; i < 11; ++i) {
    desk.type(current, "guess " + std::to_string(i));
    desk.press(button("Save the password"));
  }
  CHECK(desk.shows("Too many tries. Please wait"));
}

TEST_CASE("a new password is advised on, with what the page knows of the member") {
  Driver desk;
  open_profile(desk);
  desk.press(password_button);
  desk.type(new_password, "summer2026");
  REQUIRE(desk.advice_asked());
  CHECK(desk.advice_asked()->password == "summer2026");
  const auto& context = desk.advice_asked()->context;
  for (const std::string word : {"Mara", "Lind", "mara.lind@example.org"}) {
    CHECK(std::count(context.begin(), context.end(), word) == 1);
  }
  desk.advise(1, "dates");
  CHECK(desk.shows("Strength: weak"));
  desk.press(password_button);
  desk.advise(1, "dates");  // late
  desk.press(password_button);
  CHECK_FALSE(desk.shows("Strength: weak"));
}

TEST_CASE("promise 16: a change whose reply was lost is sent again, and is made once") {
  Driver desk;
  open_profile(desk);
  desk.press(password_button);
  desk.type(current, password_of(desk));
  desk.type(new_password, chosen);
  const auto cookies = desk.browser().cookies;
  desk.set_network(Network::lost);
  desk.press(button("Save the password"));
  CHECK(desk.shows("We cannot reach the server."));
  desk.browser().cookies = cookies;  // which came with the reply
  desk.set_network(Network::works);
  desk.press(button("Save the password"));
  CHECK(desk.shows("Your new password is saved."));
  CHECK(mails(desk.backend()).size() == 1);
}

TEST_CASE("promise 5: a new address is confirmed by its mail, in a browser that is signed in") {
  Driver desk;
  open_profile(desk);
  ask_for_address(desk, std::string(" ") + wanted);
  CHECK(desk.shows("We have sent an e-mail to mara.new@example.org."));
  CHECK(desk.focused() == "account/title");
  CHECK(desk.find(new_email) == nullptr);
  const int announced = desk.announcements();
  desk.open("#/email/confirm/" + confirmation_in_mail(desk.backend(), wanted));
  CHECK(desk.title() == "Confirm your e-mail address – my.ipma");
  desk.press(button("Confirm e-mail address"));
  CHECK(desk.shows("Your e-mail address is changed"));
  CHECK(desk.focused() == "page/title");
  CHECK(desk.announcements() == announced + 1);
  desk.go_to("#/profile");
  CHECK(node_at(desk, "account/present_email/value").name == wanted);
}

TEST_CASE("a new address is confirmed in a browser that is not signed in") {
  Driver desk;
  open_confirmation_elsewhere(desk);
  CHECK(desk.find(field("Password")) == nullptr);
  desk.press(button("Confirm e-mail address"));
  CHECK(desk.shows("This browser is not logged in to the account that asked for this."));
  CHECK(desk.shows("Close this page."));
  CHECK(desk.find(link("Register")) == nullptr);
  REQUIRE(desk.find(field("Password")) != nullptr);
  CHECK(desk.focused() == desk.find(field("Password"))->key);
  CHECK(desk.find(field("Password"))->field.autocomplete == "current-password");
  CHECK_FALSE(desk.shows("Enter your password"));  // nothing was wrong yet
  desk.press(button("Confirm e-mail address"));
  CHECK(desk.find(link("Enter your password")) != nullptr);
  desk.type(field("Password"), "red-heron-at-night");
  desk.press(button("Confirm e-mail address"));
  CHECK(desk.find(link("This password is not right")) != nullptr);
  desk.type(field("Password"), password_of(desk));
  desk.press(button("Confirm e-mail address"));
  CHECK(desk.shows("Your e-mail address is changed"));
  desk.go_to("#/profile");
  CHECK(desk.address() == "#/login");
  desk.sign_in(wanted, password_of(desk));
  CHECK(desk.address() == "#/profile");
}

TEST_CASE("what was typed to confirm an address is gone with its page") {
  Driver desk;
  open_confirmation_elsewhere(desk);
  desk.press(button("Confirm e-mail address"));
  desk.type(field("Password"), password_of(desk));
  CHECK(desk.kept().find(password_of(desk)) == std::string::npos);
  const std::string address = desk.address();
  desk.go_to("#/events");
  desk.go_to(address);
  CHECK(desk.find(field("Password")) == nullptr);
  desk.press(button("Confirm e-mail address"));
  REQUIRE(desk.find(field("Password")) != nullptr);
  CHECK(desk.find(field("Password"))->field.value.empty());
}

TEST_CASE("a link that does not work any more says so, and leads to where there is a new one") {
  Driver desk;
  desk.open("#/email/confirm/never-was");
  desk.press(button("Confirm e-mail address"));
  CHECK(desk.shows("This link does not work any more"));
  CHECK(desk.find(link("Edit your profile"))->href == "#/profile");
}

TEST_CASE("an address that was taken meanwhile is told plainly") {
  Driver desk;
  open_profile(desk);
  ask_for_address(desk, ana().email);
  const std::string token = confirmation_in_mail(desk.backend(), ana().email);
  desk.backend().clock.advance(std::chrono::minutes(1));
  Browser other(desk.backend());
  become_member(desk.backend(), other, ana());
  desk.open("#/email/confirm/" + token);
  desk.press(button("Confirm e-mail address"));
  CHECK(desk.shows("This e-mail address is taken"));
  CHECK(desk.find(button("Confirm e-mail address")) == nullptr);
}

TEST_CASE("promise 3: an address of another account looks like any other") {
  Driver desk;
  open_profile(desk);
  ask_for_address(desk, "hanako.yamada@example.org");
  CHECK(desk.shows("We have sent an e-mail to hanako.yamada@example.org."));
}

TEST_CASE("what is wrong with a new address is told at its field") {
  Driver desk;
  open_profile(desk);
  desk.press(email_button);
  const int before = desk.requests_sent();
  desk.press(button("Send the link"));
  CHECK(desk.find(link("Enter your e-mail address")) != nullptr);
  desk.type(new_email, "mara");
  desk.type(current, password_of(desk));
  desk.press(button("Send the link"));
  CHECK(desk.find(link("Enter an e-mail address like name@example.com")) != nullptr);
  CHECK(desk.requests_sent() == before);
  desk.type(new_email, "Mara.Lind@example.org");
  desk.press(button("Send the link"));
  CHECK(desk.find(link("This is your e-mail address already")) != nullptr);
  CHECK(desk.find(new_email)->field.invalid);
  CHECK_FALSE(desk.find(current)->field.invalid);
}

TEST_CASE("of the profile's form and the account's, the one that was sent last has the summary") {
  Driver desk;
  open_profile(desk);
  desk.type(field("First name"), "");
  desk.press(button("Save profile"));
  CHECK(desk.find(link("First name: Fill in this field")) != nullptr);
  desk.press(password_button);
  desk.press(button("Save the password"));
  CHECK(desk.find(link("First name: Fill in this field")) == nullptr);
  CHECK(desk.find(link("Enter a new password")) != nullptr);
  CHECK(desk.find(field("First name"))->field.value.empty());
  desk.press(button("Save profile"));
  CHECK(desk.find(link("Enter a new password")) == nullptr);
  CHECK(desk.find(link("First name: Fill in this field")) != nullptr);
}

TEST_CASE("passwords do not outlive the session or the screen") {
  Driver desk;
  open_profile(desk);
  desk.press(password_button);
  desk.type(current, password_of(desk));
  SUBCASE("a session that ends") {
    desk.type(new_password, chosen);
    desk.browser().cookies.clear();
    desk.press(button("Save the password"));
    CHECK(desk.shows("You have been logged out"));
    desk.sign_in(mara, password_of(desk));
    CHECK(desk.address() == "#/profile");
  }
  SUBCASE("another screen") {
    desk.go_to("#/dashboard");
    desk.go_to("#/profile");
  }
  CHECK(desk.find(current) == nullptr);
  desk.press(password_button);
  CHECK(desk.find(current)->field.value.empty());
  CHECK(desk.find(new_password)->field.value.empty());
}

TEST_CASE("a change that is still being sent is told when the member has come back") {
  Driver desk;
  open_profile(desk);
  desk.press(email_button);
  desk.type(new_email, wanted);
  desk.type(current, password_of(desk));
  desk.set_network(Network::held);
  desk.press(button("Send the link"));
  desk.go_to("#/dashboard");
  desk.go_to("#/profile");
  desk.set_network(Network::works);
  desk.release_replies();
  CHECK(desk.shows("We have sent an e-mail to mara.new@example.org."));
}
