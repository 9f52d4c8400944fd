// The first screen after signing in: of a member of one minute, and of one of many years.

#include <doctest/doctest.h>

#include <string>

#include "tests/support/profiles.h"
#include "tests/ui/driver.h"

using namespace laurel;
using namespace laurel::tests;

namespace {

void sign_in(Driver& desk, const char* email) {
  desk.open("#/login");
  desk.sign_in(email, desk.backend().sample.password);
}

std::string href_of(const Driver& desk, const char* name) {
  const ui::Node* node = desk.find(link(name));
  INFO("looking for: ", name);
  REQUIRE(node != nullptr);
  return node->href;
}

}  // namespace

TEST_CASE("a new member learns what to do first") {
  Driver desk;
  sign_in(desk, "new.member@example.org");
  CHECK(desk.shows("First steps"));
  CHECK(href_of(desk, "Complete your profile") == "#/profile");
  CHECK(href_of(desk, "Link your certificates") == "#/certificates");
  CHECK(href_of(desk, "Look at the events") == "#/events");
  CHECK_FALSE(desk.shows("For your attention"));  // the first step says it
}

TEST_CASE("the dashboard says how complete the profile is, and leads to what is missing") {
  Driver desk;
  sign_in(desk, "new.member@example.org");
  CHECK(desk.shows("Your profile is 9% complete"));
  CHECK(href_of(desk, "Profile photo") == "#/profile");
  CHECK(desk.shows("and 6 more"));
  replace_profile(desk.browser(), full_profile());
  desk.go_to("#/events");
  desk.go_to("#/dashboard");
  CHECK(desk.shows("Your profile is 90% complete"));
  CHECK(href_of(desk, "Profile photo") == "#/profile");
  CHECK(desk.find(link("Short professional biography")) == nullptr);
  for (const ui::Node& node : desk.nodes()) CHECK(node.key != "profile/missing/more");
  CHECK_FALSE(desk.shows("First steps"));
}

TEST_CASE("a member of many years sees at once what needs attention") {
  Driver desk;
  sign_in(desk, "mara.lind@example.org");
  CHECK_FALSE(desk.shows("First steps"));
  CHECK(desk.shows("IPMA Level C – Certified Project Manager has expired. "
                   "It can be renewed until 6 March 2027."));
  CHECK(desk.shows("Certified Senior Agile Leader is valid only until 10 February 2027."));
  CHECK(desk.shows("Your profile lacks your mobile number."));
  CHECK(href_of(desk, "What renewal needs: IPMA Level C – Certified Project Manager") ==
        "#/certificates");
  CHECK(href_of(desk, "Add your mobile number") == "#/profile");
  CHECK(desk.shows("Valid until 17 March 2029"));
}

TEST_CASE("each certificate of the dashboard leads to its page") {
  Driver desk;
  sign_in(desk, "mara.lind@example.org");
  CHECK(href_of(desk, "IPMA Level C – Certified Project Manager") ==
        "#/certificates/DE-21-C-09358");
  desk.go_to("#/certificates/DE-21-C-09358");
  CHECK(desk.title() == "IPMA Level C – Certified Project Manager – my.ipma");
}

TEST_CASE("where nothing needs attention, nothing asks for it") {
  Driver desk;
  sign_in(desk, "hanako.yamada@example.org");
  CHECK(desk.shows("For your attention"));
  replace_profile(desk.browser(), full_profile());
  desk.go_to("#/events");
  desk.go_to("#/dashboard");
  CHECK_FALSE(desk.shows("For your attention"));
}

TEST_CASE("a request that staff has not decided is told, also to a new member") {
  Driver desk;
  sign_in(desk, "new.member@example.org");
  desk.go_to("#/certificates");
  desk.type(field("Certificate number"), "SI-23-C-00417");
  desk.press(button("Search for certificates"));
  desk.tick(box("IPMA Level C – Certified Project Manager, number SI-23-C-00417"), true);
  desk.press(button("Link certificates"));
  desk.go_to("#/dashboard");
  CHECK(desk.shows("Our staff is looking at your request of 20 November 2026 for IPMA Level C – "
                   "Certified Project Manager, number SI-23-C-00417."));
  CHECK_FALSE(desk.shows("First steps"));
}

TEST_CASE("the next courses and events, those of the member's own association marked") {
  Driver desk;
  sign_in(desk, "mara.lind@example.org");
  CHECK(href_of(desk, "All events") == "#/events");
  CHECK(href_of(desk, "All courses and programmes") == "#/education");
  std::vector<std::string> marked;
  std::vector<std::string> courses;
  for (const ui::Node& node : desk.nodes()) {
    if (node.name == "Your association") marked.push_back(node.key);
    const bool is_title = node.key.starts_with("offer/") && node.key.ends_with("/title");
    if (is_title && node.parent >= 0) courses.push_back(node.name);
  }
  CHECK(marked == std::vector<std::string>{"offer/regional-meeting/own",
                                           "offer/level-c-preparation/own"});
  CHECK(courses.size() == 10);
}

TEST_CASE("an association without offers says so, and where to learn of them") {
  Driver desk("ima");
  desk.open("#/login");
  desk.sign_in("samuel.okoro@example.org", desk.backend().sample.password);
  CHECK(desk.shows("No event is announced at the moment."));
  CHECK(desk.shows("No course or programme is announced at the moment."));
}

TEST_CASE("a member sees their own page as others do") {
  Driver desk;
  sign_in(desk, "mara.lind@example.org");
  desk.go_to(href_of(desk, "See it as others do"));
  CHECK(desk.title() == "Mara Lind – my.ipma");
}
