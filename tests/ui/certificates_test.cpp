// Keeping track of certificates after registration (my-ipma-account, "Keeping track of your IPMA
// certificates"): linking more, and the page that proves one.

#include <doctest/doctest.h>

#include <string>

#include "tests/ui/driver.h"

using namespace laurel;
using namespace laurel::tests;

namespace {

void open_as(Driver& desk, const char* email) {
  desk.open("#/certificates");
  desk.sign_in(email, desk.backend().sample.password);
}

void search_number(Driver& desk, const char* number) {
  desk.type(field("Certificate number"), number);
  desk.press(button("Search for certificates"));
}

}  // namespace

TEST_CASE("a deep link to the certificates survives signing in") {
  Driver desk;
  open_as(desk, "mara.lind@example.org");
  CHECK(desk.address() == "#/certificates");
  CHECK(desk.shows("My certificates"));
  CHECK(desk.shows("DE-24-B-01877"));
}

TEST_CASE("a certificate of somebody else is shown masked, and asked for instead of linked") {
  Driver desk;
  open_as(desk, "new.member@example.org");
  search_number(desk, "SI-23-C-00417");
  CHECK_FALSE(desk.shows("Ana Kos"));
  CHECK(desk.shows("Our staff looks at it"));
  desk.tick(box("IPMA Level C – Certified Project Manager, number SI-23-C-00417"), true);
  desk.press(button("Link certificates"));
  CHECK(desk.shows("Certificates that our staff looks at: 1."));
  CHECK(desk.shows("Waiting for our staff"));
  search_number(desk, "SI-23-C-00417");
  CHECK(desk.shows("Our staff looks at it already"));
}

TEST_CASE("nothing asked, nothing found and nothing ticked are told") {
  Driver desk;
  open_as(desk, "new.member@example.org");
  desk.press(button("Search for certificates"));
  CHECK(desk.shows("Enter a certificate number, an e-mail address or a date"));
  search_number(desk, "XX-00-00000");
  CHECK(desk.shows("No certificate was found."));
  search_number(desk, "SI-23-C-00417");
  desk.press(button("Link certificates"));
  CHECK(desk.shows("Tick the certificates that are yours"));
}

TEST_CASE("the verification page shows a certificate to whoever has its address") {
  Driver desk;
  open_as(desk, "mara.lind@example.org");
  const ui::Node* proof =
      desk.find(link("Verification page: IPMA Level B – Certified Senior Project Manager"));
  REQUIRE(proof != nullptr);
  const std::string address = proof->href;
  CHECK(address.size() > std::string("#/verify/").size() + 20);
  desk.press(button("Log out"));
  desk.open(address);
  CHECK(desk.shows("Verify a certificate"));
  CHECK(desk.shows("Mara Lind"));
  CHECK(desk.shows("DE-24-B-01877"));
  desk.open("#/verify/never-was");
  CHECK(desk.shows("No certificate here"));
}

TEST_CASE("promise 10: the certificates say so when the session has ended meanwhile") {
  Driver desk;
  open_as(desk, "mara.lind@example.org");
  desk.backend().clock.advance(std::chrono::hours(24 * 365));
  search_number(desk, "SI-23-C-00417");
  CHECK(desk.address() == "#/login");
  CHECK(desk.shows("your session has ended"));
}
