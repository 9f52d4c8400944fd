// Members who look for each other: the directory, and a member's page.

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "app/members/requests.h"
#include "tests/support/people.h"
#include "tests/support/profiles.h"
#include "tests/ui/driver.h"

using namespace laurel;
using namespace laurel::tests;

namespace {

void open_as(Driver& desk, const char* fragment, const char* email = "mara.lind@example.org") {
  desk.open(fragment);
  desk.sign_in(email, desk.backend().sample.password);
}

std::vector<std::string> listed(const Driver& desk) {
  std::vector<std::string> names;
  for (const ui::Node& node : desk.nodes()) {
    const bool is_name = node.role == ui::Role::link && node.href.starts_with("#/members/");
    if (is_name) names.push_back(node.name);
  }
  return names;
}

using Names = std::vector<std::string>;

constexpr std::size_t sample_members = 9;

/// Enough for three pages.
void add_many(Driver& desk) {
  std::vector<domain::Profile> people;
  for (int i = 10; i < 52; ++i) people.push_back(person("Ada", "A" + std::to_string(i)));
  add_people(desk.backend(), people);
}

domain::Profile somebody() {
  domain::Profile profile = person("Ida", "Berg");
  profile.job_title = "Programme lead";
  profile.company = "Skyline Works";
  profile.country_of_origin = "SE";
  profile.member_association = "ZPM";
  profile.biography = "Bridges first.\nThen tunnels.";
  profile.year_of_birth = 1979;
  profile.gender = domain::Gender::another;
  return profile;
}

}  // namespace

TEST_CASE("the members are for members: a visitor signs in first and comes where they wanted") {
  Driver desk;
  desk.open("#/");
  CHECK(desk.find(link("Members")) == nullptr);
  open_as(desk, "#/members?words=lind");
  CHECK(desk.address() == "#/members?words=lind");
  CHECK(listed(desk) == Names{"Mara Lind"});
  REQUIRE(desk.find(link("Members")) != nullptr);
  CHECK(desk.find(link("Members"))->href == "#/members");
}

TEST_CASE("the directory lists everybody by last name, each with a page") {
  Driver desk;
  open_as(desk, "#/members");
  CHECK(listed(desk) == Names{"Reto Ammann", "Lucía Fernández Rojas", "Samir Haddad", "Mara Lind",
                              "Zoë Ødegård-Núñez", "Wei Ling Tan", "Anneke Vermeer",
                              "Michał Wiśniewski", "山田 花子"});
  CHECK(desk.shows("9 members"));
  CHECK(desk.find(button("Show more")) == nullptr);
}

TEST_CASE("what is looked for stands in the address, and the address shows it again") {
  Driver desk;
  open_as(desk, "#/members");
  desk.type(field("Name"), "  núñez o ");
  desk.press(button("Search members"));
  CHECK(desk.address() == "#/members?words=n%C3%BA%C3%B1ez%20o");
  CHECK(listed(desk) == Names{"Zoë Ødegård-Núñez"});
  CHECK(desk.shows("One member"));
  CHECK(desk.focused() == "members/count");
  desk.go_to("#/members");
  CHECK(listed(desk).size() == sample_members);
  CHECK(desk.find(field("Name"))->field.value.empty());
  desk.open("#/members?words=n%C3%BA%C3%B1ez%20o");
  CHECK(listed(desk) == Names{"Zoë Ødegård-Núñez"});
  CHECK(desk.find(field("Name"))->field.value == "núñez o");
}

TEST_CASE("members with a valid certificate alone") {
  Driver desk;
  open_as(desk, "#/members");
  desk.tick(box("Only members with a valid certificate"), true);
  desk.press(button("Search members"));
  CHECK(desk.address() == "#/members?certified=yes");
  CHECK(listed(desk) ==
        Names{"Reto Ammann", "Lucía Fernández Rojas", "Mara Lind", "山田 花子"});
  desk.open("#/members?certified=yes");
  CHECK(desk.find(box("Only members with a valid certificate"))->field.checked);
}

TEST_CASE("members of a country and of a member association") {
  Driver desk;
  domain::Profile other = person("Ivo", "Dahl");
  other.country_of_origin = "SE";
  add_people(desk.backend(), {somebody(), other});
  open_as(desk, "#/members");
  desk.type(select("Country of origin"), "SE");
  desk.press(button("Search members"));
  CHECK(desk.address() == "#/members?country=SE");
  CHECK(listed(desk) == Names{"Ida Berg", "Ivo Dahl"});
  desk.type(select("Member association"), "ZPM");
  desk.press(button("Search members"));
  CHECK(desk.address() == "#/members?country=SE&association=ZPM");
  CHECK(listed(desk) == Names{"Ida Berg"});
  CHECK(desk.shows("Programme lead · Skyline Works"));
  desk.open("#/members?country=SE&association=ZPM");
  CHECK(desk.find(select("Country of origin"))->field.value == "SE");
  CHECK(desk.find(select("Member association"))->field.value == "ZPM");
}

TEST_CASE("where there are no member associations, there is none to choose") {
  Driver desk("ima");
  open_as(desk, "#/members");
  CHECK(listed(desk) == Names{"Mara Lind", "Samuel Okoro"});
  CHECK(desk.find(select("Member association")) == nullptr);
}

TEST_CASE("an address with a country or an association that is not there finds nobody") {
  Driver desk;
  open_as(desk, "#/members?country=XX");
  for (const char* address : {"#/members?country=XX", "#/members?association=nobody",
                              "#/members?words=zzyzx"}) {
    CAPTURE(address);
    desk.go_to(address);
    CHECK(desk.shows("Nobody was found"));
    CHECK(desk.shows("leave a filter out"));
    REQUIRE(desk.find(link("Show all members")) != nullptr);
    CHECK(desk.find(link("Show all members"))->href == "#/members");
  }
}

TEST_CASE("an address with filters that are none of ours lists everybody") {
  Driver desk;
  open_as(desk, "#/members?colour=red&words&certified=perhaps&country=%ZZ");
  CHECK(listed(desk).size() == sample_members);
}

TEST_CASE("there is more to show until there is no more, and the focus goes to what came") {
  Driver desk;
  add_many(desk);
  open_as(desk, "#/members");
  CHECK(desk.shows("The first 20 members"));
  desk.press(button("Show more"));
  CHECK(desk.shows("The first 40 members"));
  CHECK(desk.focused() == "member/p21/name");
  desk.press(button("Show more"));
  CHECK(desk.shows("51 members"));
  CHECK(desk.find(button("Show more")) == nullptr);
  const Names names = listed(desk);
  CHECK(names.size() == 51);
  CHECK(std::is_sorted(names.begin(), names.begin() + 42));
}

TEST_CASE("an empty page that says where to go on is gone on from until there is no more") {
  Driver driver;  // for its association
  app::Desk desk(driver.backend().associations.at("ipma"));
  std::vector<app::SendRequest> asked;
  const auto post = [&](const app::Action& action) {
    desk.post(action);
    for (const app::Command& command : desk.take_commands()) {
      const auto* request = std::get_if<app::SendRequest>(&command);
      if (request != nullptr) asked.push_back(*request);
    }
  };
  const auto reply = [&](const std::string& body) {
    post(app::ReplyArrived{asked.back().id, {true, 200, body}});
  };
  post(app::Started{"#/members", "page-1", true});
  reply(base::encode_json(protocol::SessionResponse{domain::MemberId("p1"), "Ada", "A", "a@b.c"}));
  REQUIRE(asked.back().path == "/api/v1/ipma/directory");
  reply(R"({"members":[],"after":"here"})");
  CHECK(asked.back().body.find(R"("after":"here")") != std::string::npos);
  CHECK(desk.model().member.directory.found.content->members.empty());
  reply(R"({"members":[],"after":"there"})");
  CHECK(asked.back().body.find(R"("after":"there")") != std::string::npos);
  const std::size_t before = asked.size();
  reply(R"({"members":[]})");
  CHECK(asked.size() == before);
  CHECK_FALSE(desk.model().requests.is_pending(app::members::Purpose::search_directory));
}

TEST_CASE("a page that cannot be read leaves those that were, and trying again goes on") {
  Driver desk;
  add_many(desk);
  open_as(desk, "#/members");
  desk.set_network(Network::down);
  desk.press(button("Show more"));
  CHECK(listed(desk).size() == 20);
  CHECK(desk.shows("We cannot reach the server."));
  CHECK(desk.find(button("Show more")) == nullptr);
  desk.set_network(Network::works);
  desk.press(button("Try again"));
  CHECK(listed(desk).size() == 40);
  CHECK_FALSE(desk.shows("Something went wrong"));
}

TEST_CASE("while the members are looked for, it says so; where it fails, it says why") {
  Driver desk;
  open_as(desk, "#/dashboard");
  desk.set_network(Network::held);
  desk.go_to("#/members");
  CHECK(desk.shows("Searching…"));
  desk.release_replies();
  CHECK(listed(desk).size() == sample_members);
  desk.go_to("#/dashboard");
  for (const Network network : {Network::down, Network::rubbish}) {
    desk.set_network(network);
    desk.go_to("#/members");
    CHECK(desk.shows("Something went wrong"));
    CHECK_FALSE(desk.shows("Nobody was found"));
    desk.set_network(Network::works);
    desk.press(button("Try again"));
    CHECK(listed(desk).size() == sample_members);
    desk.go_to("#/dashboard");
  }
}

TEST_CASE("back from a member's page, the members found are there without being asked for") {
  Driver desk;
  add_many(desk);
  open_as(desk, "#/members?words=ada");
  desk.press(button("Show more"));
  desk.go_to("#/members/p21");
  CHECK(desk.find(link("Back to the members"))->href == "#/members?words=ada");
  const int before = desk.requests_sent();
  desk.go_to("#/members?words=ada");
  CHECK(listed(desk).size() == 40);
  CHECK(desk.requests_sent() == before);
  desk.go_to("#/dashboard");
  desk.go_to("#/members?words=ada");
  CHECK(listed(desk).size() == 20);
}

TEST_CASE("a late answer to another search of members is dropped") {
  Driver desk;
  open_as(desk, "#/dashboard");
  desk.set_network(Network::held);
  desk.go_to("#/members?words=lin");
  desk.go_to("#/members?words=zo");
  desk.release_replies(Arrival::newest_first);
  CHECK(listed(desk) == Names{"Zoë Ødegård-Núñez"});
}

TEST_CASE("an answer that finds the search left is not shown as what another one has found") {
  Driver desk;
  open_as(desk, "#/dashboard");
  desk.set_network(Network::held);
  desk.go_to("#/members?words=zo");
  desk.go_to("#/events");
  desk.release_replies();
  desk.go_to("#/members");
  CHECK(listed(desk).size() == sample_members);
}

TEST_CASE("promise 10: the members say so when the session has ended meanwhile") {
  Driver desk;
  open_as(desk, "#/members");
  desk.backend().clock.advance(std::chrono::hours(24 * 365));
  desk.press(button("Search members"));
  CHECK(desk.address() == "#/login");
  CHECK(desk.shows("your session has ended"));
}

TEST_CASE("nothing of the members found is left when somebody else signs in") {
  Driver desk;
  open_as(desk, "#/members?words=lind");
  desk.press(button("Log out"));
  CHECK(desk.address() == "#/login");
  desk.set_network(Network::held);
  desk.sign_in("hanako.yamada@example.org", desk.backend().sample.password);
  desk.go_to("#/members?words=lind");
  CHECK(listed(desk).empty());
  desk.release_replies();
  CHECK(listed(desk) == Names{"Mara Lind"});
}

TEST_CASE("a member's page shows what they let be seen") {
  Driver desk;
  domain::Profile profile = somebody();
  add_people(desk.backend(), {profile});
  open_as(desk, "#/members/p1");
  CHECK(desk.shows("Ida Berg"));
  CHECK(desk.shows("Programme lead · Skyline Works"));
  CHECK(desk.shows("Sweden"));
  CHECK(desk.shows("ZPM · "));  // with the association's name
  CHECK(desk.shows("1979"));
  const auto is_paragraph = [&](const std::string& text) {
    return std::any_of(desk.nodes().begin(), desk.nodes().end(), [&](const ui::Node& node) {
      return node.role == ui::Role::paragraph && node.name == text;
    });
  };
  CHECK(is_paragraph("Bridges first."));
  CHECK(is_paragraph("Then tunnels."));
  REQUIRE(desk.find(link("p1@example.org")) != nullptr);
  CHECK(desk.find(link("p1@example.org"))->href == "mailto:p1@example.org");
  CHECK(desk.title() == "Ida Berg – my.ipma");
  CHECK(desk.focused() == "page/title");
}

TEST_CASE("a private profile shows a name, and that there is no more to see") {
  Driver desk;
  domain::Profile profile = somebody();
  profile.biography.clear();
  profile.privacy = domain::Privacy::private_profile;
  add_people(desk.backend(), {profile});
  open_as(desk, "#/members/p1");
  CHECK(desk.shows("Ida Berg"));
  CHECK(desk.shows("This member shows no more of their profile."));
  for (const char* hidden : {"Programme lead", "Sweden", "ZPM", "1979", "p1@example.org"}) {
    CAPTURE(hidden);
    CHECK_FALSE(desk.shows(hidden));
  }
}

TEST_CASE("a member's page shows their certificates with their states") {
  Driver desk;
  open_as(desk, "#/dashboard");
  desk.go_to(desk.find(link("See it as others do"))->href);
  CHECK(desk.shows("IPMA Level B – Certified Senior Project Manager"));
  for (const char* state : {"Valid", "Expires soon", "Expired, renewal possible", "Expired"}) {
    CAPTURE(state);
    CHECK(desk.shows(state));
  }
}

TEST_CASE("a member who is not there is a page that is not there") {
  Driver desk;
  open_as(desk, "#/members/nobody");
  CHECK(desk.shows("Page not found"));
  CHECK(desk.address() == "#/members/nobody");
}

TEST_CASE("a member's page that cannot be read says why, and is read when tried again") {
  Driver desk;
  add_people(desk.backend(), {somebody()});
  open_as(desk, "#/members");
  desk.set_network(Network::down);
  desk.go_to("#/members/p1");
  CHECK(desk.shows("We cannot reach the server."));
  desk.set_network(Network::works);
  desk.press(button("Try again"));
  CHECK(desk.shows("Ida Berg"));
}
