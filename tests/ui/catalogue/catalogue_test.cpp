// What everybody may read: navigation, lists, texts and the search.

#include <doctest/doctest.h>

#include <string>

#include "tests/ui/driver.h"

using namespace laurel;
using namespace laurel::tests;

namespace {

/// The addresses that the navigation leads to.
std::vector<std::string> navigation(const Driver& desk) {
  std::vector<std::string> addresses;
  for (const ui::Node& node : desk.nodes()) {
    if (node.key.rfind("navigation/", 0) == 0) addresses.push_back(node.href);
  }
  return addresses;
}

/// The addresses that the search has found.
std::vector<std::string> found(const Driver& desk) {
  std::vector<std::string> addresses;
  for (const ui::Node& node : desk.nodes()) {
    if (node.key.starts_with("hit/") && !node.href.empty()) addresses.push_back(node.href);
  }
  return addresses;
}

}  // namespace

TEST_CASE("the navigation leads to every list, and says which page is shown") {
  Driver desk;
  desk.open("#/");
  const std::vector<std::string> addresses = navigation(desk);
  CHECK(addresses == std::vector<std::string>{"#/", "#/education", "#/events",
                                              "#/member-associations", "#/organisations"});
  for (const std::string& address : addresses) {
    CAPTURE(address);
    desk.go_to(address);
    int current = 0;
    for (const ui::Node& node : desk.nodes()) {
      if (!node.current) continue;
      ++current;
      CHECK(node.href == address);
    }
    CHECK(current == 1);
    CHECK_FALSE(desk.shows("Something went wrong"));
    CHECK_FALSE(desk.shows("Loading…"));
  }
}

TEST_CASE("where the navigation has no room, a button shows and hides it") {
  Driver desk;
  desk.surroundings().page_width = 390;
  desk.open("#/");
  CHECK(navigation(desk).empty());
  CHECK(desk.find(field("Search")) == nullptr);
  desk.press(button("Menu"));
  CHECK(desk.find(button("Menu"))->expanded == true);
  CHECK(navigation(desk).size() == 5);
  CHECK(desk.find(field("Search")) != nullptr);
  desk.go_to("#/events");
  CHECK(navigation(desk).empty());
  CHECK(desk.find(button("Menu"))->expanded == false);
}

TEST_CASE("the phone's menu closes on the link to the page that is shown, too") {
  Driver desk;
  desk.surroundings().page_width = 390;
  desk.open("#/events");
  desk.press(button("Menu"));
  desk.press(link("Events"));
  CHECK(desk.find(button("Menu"))->expanded == false);
  CHECK(desk.address() == "#/events");
}

TEST_CASE("lists show what the association offers, and with whom") {
  Driver desk;
  desk.open("#/education");
  CHECK(desk.shows("Programme"));
  CHECK(desk.shows("Course"));
  desk.go_to("#/member-associations");
  CHECK(desk.shows("GPM"));
  CHECK(desk.shows("Germany"));
  desk.go_to("#/organisations");
  CHECK_FALSE(desk.shows("No organisation is listed yet."));
}

// my-ipma-account, "Creating your own personalised IPMA account"; ima-customer-id, step 2.
TEST_CASE("the first page says what the desk of this association is for") {
  SUBCASE("IPMA's") {
    Driver desk;
    desk.open("#/");
    CHECK(desk.shows("offer you a wide variety of IPMA REG education and training courses"));
    CHECK_FALSE(desk.shows("CPE"));
  }
  SUBCASE("IMA's") {
    Driver desk("ima");
    desk.open("#/");
    CHECK(desk.shows("let you select from an array of courses at no cost"));
    CHECK(desk.shows("give you access to the myIMA Network"));
    CHECK_FALSE(desk.shows("IPMA"));
  }
}

TEST_CASE("an association without lists says so instead of showing nothing") {
  Driver desk("ima");
  desk.open("#/member-associations");
  CHECK(desk.shows("No member association is listed yet."));
}

TEST_CASE("the policies that a member agrees to are there to read, with their version") {
  Driver desk;
  desk.open("#/register");
  for (const char* name : {"User Agreement", "Privacy Policy", "Cookie Policy"}) {
    CAPTURE(name);
    std::string address;
    for (const ui::Node& node : desk.nodes()) {
      const bool beside_the_box = node.key.rfind("registration/", 0) == 0;
      if (node.role == ui::Role::link && node.name == name && beside_the_box) address = node.href;
    }
    REQUIRE_FALSE(address.empty());
    desk.go_to(address);
    CHECK(desk.shows("Version 2026-11"));
    desk.go_to("#/register");
  }
}

TEST_CASE("every text of the footer is there") {
  Driver desk;
  desk.open("#/");
  std::vector<std::string> addresses;
  for (const ui::Node& node : desk.nodes()) {
    if (node.href.rfind("#/about/", 0) == 0) addresses.push_back(node.href);
  }
  CHECK(addresses.size() == 6);
  for (const std::string& address : addresses) {
    CAPTURE(address);
    desk.go_to(address);
    CHECK_FALSE(desk.shows("Page not found"));
    CHECK_FALSE(desk.shows("Something went wrong"));
  }
  desk.go_to("#/about/nothing-of-the-kind");
  CHECK(desk.shows("Page not found"));
}

TEST_CASE("the search finds texts and lists, by the beginnings of words") {
  Driver desk;
  desk.open("#/");
  desk.type(field("Search"), "  PRIVA poli ");
  desk.press(button("Search"));
  CHECK(desk.address() == "#/search/PRIVA%20poli");
  CHECK(desk.shows("For “PRIVA poli”"));
  CHECK(found(desk) == std::vector<std::string>{"#/about/privacy-policy"});
  CHECK(desk.focused() == "page/title");
}

TEST_CASE("the search's address can be opened, and says when nothing is found") {
  Driver desk;
  desk.open("#/search/zzyzx%20qwq");
  CHECK(desk.shows("Nothing was found."));
  CHECK(desk.find(field("Search"))->field.value == "zzyzx qwq");
}

TEST_CASE("an empty search goes nowhere and leaves the focus in its field") {
  Driver desk;
  desk.open("#/login");
  desk.press(button("Search"));
  CHECK(desk.address() == "#/login");
  CHECK(desk.focused() == "header/search");
}

TEST_CASE("a list that cannot be read says why, and is read when tried again") {
  Driver desk;
  desk.open("#/");
  for (const Network network : {Network::down, Network::rubbish}) {
    desk.set_network(network);
    desk.go_to("#/events");
    CHECK(desk.shows("Something went wrong"));
    desk.set_network(Network::works);
    desk.press(button("Try again"));
    CHECK_FALSE(desk.shows("Something went wrong"));
    desk.go_to("#/");
  }
}

TEST_CASE("a late answer to another search is dropped") {
  Driver desk;
  desk.open("#/");
  desk.set_network(Network::held);
  desk.go_to("#/search/privacy");
  desk.go_to("#/search/zzyzx");
  desk.release_replies(Arrival::newest_first);
  CHECK(desk.shows("Nothing was found."));
}
