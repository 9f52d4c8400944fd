// What was typed and not sent survives a reload and a killed tab; a password never does.

#include <doctest/doctest.h>

#include <string>

#include "tests/support/registering.h"
#include "tests/ui/accounts/registering.h"

using namespace laurel;
using namespace laurel::tests;

namespace {

std::string value_of(const Driver& desk, const char* label) {
  return desk.find(field(label))->field.value;
}

}  // namespace

TEST_CASE("step 1 after a reload: all that was typed is there, but the password") {
  Driver desk;
  desk.open("#/register");
  fill_step_1(desk);
  CHECK(desk.kept().find(anas_password) == std::string::npos);
  desk.open("#/register");
  CHECK(value_of(desk, "First name") == "Ana");
  CHECK(value_of(desk, "Last name") == "Kos");
  CHECK(value_of(desk, "E-mail address") == "ana.kos@example.org");
  CHECK(value_of(desk, "Country") == "Slovenia");
  CHECK(value_of(desk, "Password").empty());
  CHECK(desk.find(box(agreement))->field.checked);
}

TEST_CASE("step 2 after a reload: what was found and ticked is there, and the account can be made") {
  Driver desk;
  reach_step_2(desk);
  desk.type(field("Certificate number"), "SI-23-C-00417");
  desk.press(button("Search for certificates"));
  desk.tick(box("IPMA Level C – Certified Project Manager, number SI-23-C-00417"), true);
  desk.tick(box("Subscribe to the my.ipma newsletter to receive updates on what's new"), true);
  desk.open("#/register/certificates");
  CHECK(desk.address() == "#/register/certificates");
  CHECK(desk.find(box("IPMA Level C – Certified Project Manager, number SI-23-C-00417"))
            ->field.checked);
  CHECK(value_of(desk, "Certificate number") == "SI-23-C-00417");
  desk.press(button("Create account"));
  CHECK(desk.address() == "#/register/activate");
  CHECK(desk.shows("ana.kos@example.org"));
}

TEST_CASE("a reload on a later step, when nothing is kept, begins with step 1") {
  Driver desk;
  desk.open("#/register/certificates");
  CHECK(desk.address() == "#/register");
}

TEST_CASE("what is typed before the kept drafts arrive is newer and stays") {
  const std::string kept = [] {
    Driver desk;
    desk.open("#/register");
    desk.type(field("First name"), "Ana");
    desk.type(field("Last name"), "Kos");
    return desk.kept();
  }();
  Driver desk;
  desk.open("#/register");
  desk.type(field("First name"), "Eva");
  desk.restore(kept);
  CHECK(value_of(desk, "First name") == "Eva");
  CHECK(value_of(desk, "Last name") == "Kos");
}

TEST_CASE("kept drafts that are of another version or damaged are left alone") {
  for (const char* kept : {"{}", "rubbish", R"({"registration":7})", ""}) {
    CAPTURE(kept);
    Driver desk;
    desk.open("#/register");
    desk.restore(kept);
    CHECK(value_of(desk, "First name").empty());
  }
}

TEST_CASE("promise 27: nothing typed is kept after activating, signing in or signing out") {
  Driver desk;
  reach_step_2(desk);
  desk.press(button("Create account"));
  CHECK_FALSE(desk.kept().empty());
  desk.open("#/activate/" + token_in_mail(desk.backend(), "activate"));
  desk.press(button("Activate account"));
  CHECK(desk.kept().empty());

  desk.open("#/register");
  fill_step_1(desk);
  desk.go_to("#/login");
  desk.sign_in("ana.kos@example.org", anas_password);
  CHECK(desk.kept().empty());
  desk.press(button("Log out"));
  CHECK(desk.kept().empty());
}

TEST_CASE("a registration that took too long begins again with what was typed") {
  Driver desk;
  reach_step_2(desk);
  desk.backend().clock.advance(std::chrono::hours(25));
  desk.press(button("Create account"));
  CHECK(desk.address() == "#/register");
  CHECK(desk.shows("Your registration took too long"));
  CHECK(value_of(desk, "First name") == "Ana");
}

TEST_CASE("advice on a password: asked as it is typed, shown for the newest text alone") {
  Driver desk;
  desk.open("#/register");
  desk.type(field("First name"), "Ana");
  desk.type(field("Password"), "Ana2026");
  REQUIRE(desk.advice_asked());
  CHECK(desk.advice_asked()->password == "Ana2026");
  CHECK(desk.advice_asked()->context.front() == "Ana");
  desk.advise(0, "userInputs");
  CHECK(desk.shows("Strength: very weak"));
  CHECK(desk.shows("Leave out what others know of you."));

  const app::AskPasswordAdvice older = *desk.advice_asked();
  desk.type(field("Password"), anas_password);
  desk.advise(4, "");
  CHECK(desk.shows("Strength: strong"));
  desk.post(app::PasswordAdvised{older.question, 0, "topTen"});
  CHECK(desk.shows("Strength: strong"));
  desk.type(field("Password"), "");
  CHECK_FALSE(desk.shows("Strength"));
}
