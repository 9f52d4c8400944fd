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
  CHECK(desk.shows("No certificate was found"));
  CHECK(desk.focused() == "certificates/found/title");
  search_number(desk, "");
  CHECK_FALSE(desk.shows("No certificate was found"));  // of what is not asked for any more
  search_number(desk, "SI-23-C-00417");
  CHECK(desk.shows("Certificates found"));
  CHECK(desk.focused() == "certificates/found/title");
  desk.press(button("Link certificates"));
  CHECK(desk.shows("Tick the certificates that are yours"));
}

TEST_CASE("level and domain stand in the list") {
  Driver desk;
  open_as(desk, "mara.lind@example.org");
  CHECK(desk.shows("Level"));
  CHECK(desk.shows("Agile leader"));
  CHECK(desk.shows("Recertification needs 175 hours of training and 30 months of practice."));
}

TEST_CASE("level and domain are left out where an association has none") {
  Driver ima("ima");
  open_as(ima, "mara.lind@example.org");
  CHECK(ima.shows("CMA-0071442"));
  CHECK_FALSE(ima.shows("Level"));
  CHECK_FALSE(ima.shows("Domain"));
}

// ---- one certificate ----

TEST_CASE("the list leads to a page of each certificate, which tells what its renewal needs") {
  Driver desk;
  open_as(desk, "mara.lind@example.org");
  const ui::Node* to = desk.find(link("IPMA Level C – Certified Project Manager"));
  REQUIRE(to != nullptr);
  CHECK(to->href == "#/certificates/DE-21-C-09358");
  desk.go_to(to->href);
  CHECK(desk.find({ui::Role::heading, "IPMA Level C – Certified Project Manager"})->level == 1);
  for (const char* words : {"DE-21-C-09358", "Mara Lind", "GPM", "7 September 2021",
                            "6 September 2026", "Expired, renewal possible", "Project",
                            "Recertification needs 175 hours of training and 30 months of practice.",
                            "It can be renewed until 6 March 2027, exceptionally until "
                            "6 September 2027."}) {
    CHECK(desk.shows(words));
  }
  REQUIRE(desk.find(link("Verification page")) != nullptr);
  CHECK(desk.find(link("Verification page"))->href.starts_with("#/verify/"));
  CHECK(desk.find(link("All my certificates"))->href == "#/certificates");
}

TEST_CASE("a certificate's page says how long it is valid, and invents no rule of renewal") {
  Driver desk;
  open_as(desk, "mara.lind@example.org");
  desk.go_to("#/certificates/DE-22-A-00412");
  CHECK(desk.shows("This certificate ends in 2 months."));
  desk.go_to("#/certificates/DE-16-D-22140");
  CHECK(desk.shows("No recertification is stated for level D."));
  CHECK(desk.shows("support@ipma.example"));
  CHECK_FALSE(desk.shows("175"));
  CHECK_FALSE(desk.shows("can be renewed"));
}

TEST_CASE("a certificate without a level invents no rule of renewal either") {
  Driver ima("ima");
  open_as(ima, "mara.lind@example.org");
  ima.go_to("#/certificates/CMA-0071442");
  CHECK(ima.shows("What a renewal of this certificate needs is not recorded here."));
  CHECK_FALSE(ima.shows("175"));
}

TEST_CASE("a deep link to a certificate survives signing in; one to no certificate of theirs finds none") {
  Driver desk;
  desk.open("#/certificates/DE%2D24%2DB%2D01877");
  CHECK(desk.shows("Log in"));
  desk.sign_in("mara.lind@example.org", desk.backend().sample.password);
  CHECK(desk.address() == "#/certificates/DE-24-B-01877");
  CHECK(desk.shows("IPMA Level B – Certified Senior Project Manager"));
  for (const char* number : {"JP-23-C-00031", "never-was", "DE-24-B-0187"}) {
    desk.open(std::string("#/certificates/") + number);
    CHECK(desk.shows("Page not found"));
    CHECK_FALSE(desk.shows("IPMA Level"));
    CHECK_FALSE(desk.shows(number));
  }
}

TEST_CASE("a certificate's page that cannot be read says so, and is read again") {
  Driver desk;
  open_as(desk, "mara.lind@example.org");
  desk.set_network(Network::down);
  desk.open("#/certificates/DE-24-B-01877");
  CHECK_FALSE(desk.shows("Page not found"));
  desk.set_network(Network::works);
  desk.press(button("Try again"));
  CHECK(desk.shows("17 March 2029"));
}

// ---- its calendar file and its proof ----

TEST_CASE("the days of a certificate are saved as a calendar file") {
  Driver desk;
  open_as(desk, "mara.lind@example.org");
  desk.go_to("#/certificates/DE-24-B-01877");
  desk.set_network(Network::down);
  desk.press(button("Add to calendar"));
  CHECK(desk.shows("We cannot reach the server."));
  CHECK_FALSE(desk.saved_file());
  desk.set_network(Network::works);
  desk.press(button("Add to calendar"));
  CHECK_FALSE(desk.shows("We cannot reach the server."));
  REQUIRE(desk.saved_file());
  CHECK(desk.saved_file()->name == "DE-24-B-01877.ics");
  CHECK(desk.saved_file()->content_type == "text/calendar");
  CHECK(desk.saved_file()->content.starts_with("BEGIN:VCALENDAR\r\n"));
}

TEST_CASE("the proof says what was awarded to whom, and carries the address that verifies it") {
  Driver desk;
  open_as(desk, "mara.lind@example.org");
  desk.go_to("#/certificates/DE-24-B-01877");
  const std::string token =
      desk.find(link("Verification page"))->href.substr(std::string("#/verify/").size());
  desk.go_to(desk.find(link("Print proof"))->href);
  for (const char* words : {"The International Project Management Association has awarded to",
                            "Mara Lind", "DE-24-B-01877", "18 March 2024", "17 March 2029", "GPM",
                            "Project"}) {
    CHECK(desk.shows(words));
  }
  const std::string address = origin() + "/ipma/#/verify/" + token;
  CHECK(desk.shows(address));
  CHECK(desk.qr_wanted() == address);
  const Target code{ui::Role::image, "QR code: " + address};
  CHECK(desk.find(code) == nullptr);
  desk.post(app::QrCodeMade{"another", "M0 0h1v1h-1z", 9});
  CHECK(desk.find(code) == nullptr);
  desk.post(app::QrCodeMade{address, "M4 4h1v1h-1z", 9});
  REQUIRE(desk.find(code) != nullptr);
  CHECK(desk.find(code)->path == "M4 4h1v1h-1z");
  CHECK(desk.find(code)->path_size == 9);
  desk.press(button("Print"));
  CHECK(desk.pages_printed() == 1);
  CHECK(desk.find(link("Back to the certificate"))->href == "#/certificates/DE-24-B-01877");
}

TEST_CASE("a deep link to a proof survives signing in; nobody else's is proven") {
  Driver desk;
  desk.open("#/proof/DE-24-B-01877");
  desk.sign_in("mara.lind@example.org", desk.backend().sample.password);
  CHECK(desk.address() == "#/proof/DE-24-B-01877");
  CHECK(desk.shows("DE-24-B-01877"));
  CHECK(desk.qr_wanted().find("#/verify/") != std::string::npos);
  desk.go_to("#/proof/JP-23-C-00031");
  CHECK(desk.shows("Page not found"));
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
