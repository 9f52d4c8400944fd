#include <doctest/doctest.h>

#include "protocol/dashboard.h"
#include "tests/support/profiles.h"
#include "tests/support/registering.h"

namespace laurel {
namespace {

using tests::Backend;
using tests::Browser;
using tests::full_profile;
using tests::profile_of;
using tests::save_profile;

const std::string path = "/api/v1/ipma/profile";

struct Member {
  Member() {
    REQUIRE(browser.sign_in(backend.sample.email, backend.sample.password).status == 200);
  }
  Backend backend;
  Browser browser{backend};
};

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

TEST_CASE("a profile begins with what registration asked for, and says what it lacks") {
  Member member;
  const auto read = profile_of(member.browser);
  CHECK(read.profile.first_name == "Mara");
  CHECK(read.profile.last_name == "Lind");
  CHECK(read.profile.country == "DE");
  CHECK(read.profile.country_of_origin.empty());
  CHECK(read.profile.member_association == "GPM");
  CHECK(read.profile.privacy == domain::Privacy::general_profile);
  CHECK(read.email == member.backend.sample.email);
  CHECK(read.revision == 1);
  CHECK_FALSE(read.photo);
  CHECK(joined(read.missing) ==
        "photo biography country_of_origin mobile gender job_title company industry "
        "years_of_experience interests");
}

TEST_CASE("who registers has a profile from the first minute") {
  Backend backend;
  Browser browser(backend);
  tests::become_member(backend, browser, tests::ana());
  REQUIRE(browser.sign_in("ana.kos@example.org", "blue-heron-at-dawn").status == 200);
  const auto read = profile_of(browser);
  CHECK(read.profile.first_name == "Ana");
  CHECK(read.profile.country == "SI");
  CHECK(read.profile.member_association.empty());
}

TEST_CASE("what is saved is read again, in one form, and every screen shows the new name at once") {
  Member member;
  domain::Profile typed = full_profile();
  typed.first_name = "  Marija ";
  typed.mobile = "0046 (0)70-123 45 67";
  typed.biography = "\r\nBridges first.\r\nThen tunnels.\r\n";
  const auto saved = tests::message_in<protocol::ProfileResponse>(
      save_profile(member.browser, typed, 1));
  CHECK(saved.revision == 2);
  CHECK(joined(saved.missing) == "photo");
  domain::Profile expected = full_profile();
  expected.first_name = "Marija";
  CHECK(base::encode_json(saved.profile) == base::encode_json(expected));
  CHECK(base::encode_json(profile_of(member.browser)) == base::encode_json(saved));

  const auto session = tests::message_in<protocol::SessionResponse>(
      member.browser.get("/api/v1/ipma/session"));
  CHECK(session.first_name == "Marija");
  const auto dashboard = tests::message_in<protocol::DashboardResponse>(
      member.browser.get("/api/v1/ipma/dashboard"));
  CHECK(dashboard.member.first_name == "Marija");
  CHECK(dashboard.country == "NO");
  CHECK(dashboard.member_association == "ZPM");
  Browser again(member.backend);
  const auto signed_in = tests::message_in<protocol::SessionResponse>(
      again.sign_in(member.backend.sample.email, member.backend.sample.password));
  CHECK(signed_in.first_name == "Marija");
}

TEST_CASE("each rule of the form is told at its field, and nothing is written") {
  Member member;
  const int writes = member.backend.store.counts.write_transactions;
  const auto errors = [&](const auto& change) {
    domain::Profile profile = full_profile();
    change(profile);
    return tests::errors_in(save_profile(member.browser, profile, 1));
  };
  CHECK(errors([](auto& p) { p = domain::Profile{}; }) ==
        "first_name missing, last_name missing, country missing, mobile missing");
  CHECK(errors([](auto& p) { p.first_name = " \n "; }) == "first_name missing");
  CHECK(errors([](auto& p) { p.last_name = std::string(101, 'x'); }) == "last_name too_long");
  CHECK(errors([](auto& p) { p.last_name = "K\r\nBcc: x"; }) == "last_name invalid");
  CHECK(errors([](auto& p) { p.country = "se"; }) == "country invalid");
  CHECK(errors([](auto& p) { p.country = "XX"; }) == "country invalid");
  CHECK(errors([](auto& p) { p.country_of_origin = "XX"; }) == "country_of_origin invalid");
  CHECK(errors([](auto& p) { p.member_association = "zpm"; }) == "member_association invalid");
  CHECK(errors([](auto& p) { p.mobile = "070 123 45 67"; }) == "mobile invalid");
  CHECK(errors([](auto& p) { p.year_of_birth = 1899; }) == "year_of_birth invalid");
  CHECK(errors([](auto& p) { p.job_title = "a\nb"; }) == "job_title invalid");
  CHECK(errors([](auto& p) { p.company = std::string(101, 'x'); }) == "company too_long");
  CHECK(errors([](auto& p) { p.industry = "\u202Exslx"; }) == "industry invalid");
  CHECK(errors([](auto& p) { p.years_of_experience = -1; }) == "years_of_experience invalid");
  CHECK(errors([](auto& p) { p.years_of_experience = 71; }) == "years_of_experience invalid");
  CHECK(errors([](auto& p) { p.interests = std::string(1001, 'x'); }) == "interests too_long");
  CHECK(member.backend.store.counts.write_transactions == writes);
  CHECK(profile_of(member.browser).revision == 1);
}

TEST_CASE("a biography has 1,200 characters, whatever their bytes") {
  Member member;
  domain::Profile profile = full_profile();
  profile.biography.clear();
  for (int i = 0; i < 1200; ++i) profile.biography += "漢";
  CHECK(save_profile(member.browser, profile, 1).status == 200);
  profile.biography += "字";
  CHECK(tests::errors_in(save_profile(member.browser, profile, 2)) == "biography too_long");
}

TEST_CASE("what is pasted at great length is told at its field") {
  Member member;
  std::string name;
  for (int i = 0; i < 500; ++i) name += "😀";
  domain::Profile profile = full_profile();
  profile.first_name = name;
  profile.mobile += std::string(100, ' ') + "or ask at the desk";
  profile.biography = std::string(30'000, 'x');
  profile.company = name;
  profile.interests = std::string(15'000, 'x');
  CHECK(tests::errors_in(save_profile(member.browser, profile, 1)) ==
        "first_name too_long, mobile invalid, biography too_long, company too_long, "
        "interests too_long");
}

TEST_CASE("members are at least 14 in the year") {
  Member member;
  const std::chrono::year_month_day today(base::date_of(member.backend.clock.now()));
  const std::int64_t this_year{static_cast<int>(today.year())};
  domain::Profile profile = full_profile();
  profile.year_of_birth = this_year - 13;
  CHECK(tests::errors_in(save_profile(member.browser, profile, 1)) == "year_of_birth invalid");
  profile.year_of_birth = this_year - 14;
  CHECK(save_profile(member.browser, profile, 1).status == 200);
  profile.year_of_birth = 1900;
  CHECK(save_profile(member.browser, profile, 2).status == 200);
  profile.year_of_birth.reset();
  CHECK(save_profile(member.browser, profile, 3).status == 200);
}

TEST_CASE("the second of two saves is told, and nothing of it is written") {
  Member member;
  Browser other_tab(member.backend);
  other_tab.cookies = member.browser.cookies;
  domain::Profile first = full_profile();
  domain::Profile second = full_profile();
  second.company = "Elsewhere";
  CHECK(save_profile(member.browser, first, 1).status == 200);
  const int puts = member.backend.store.counts.puts;
  const auto refused = save_profile(other_tab, second, 1);
  CHECK(refused.status == 412);
  CHECK(tests::problem_in(refused).code == protocol::ProblemCode::changed);
  CHECK(save_profile(other_tab, second, 3).status == 412);  // nor one that never was
  CHECK(member.backend.store.counts.puts == puts);
  CHECK(profile_of(other_tab).profile.company == "Skyline Works");
  CHECK(save_profile(other_tab, second, 2).status == 200);
  CHECK(profile_of(member.browser).profile.company == "Elsewhere");
}

TEST_CASE("promise 16: a save that is sent twice takes effect once") {
  Member member;
  const auto first = save_profile(member.browser, full_profile(), 1, "save-1");
  CHECK(first.status == 200);
  const auto again = save_profile(member.browser, full_profile(), 1, "save-1");
  CHECK(again.status == 200);
  CHECK(again.body == first.body);
  CHECK(profile_of(member.browser).revision == 2);
  CHECK(save_profile(member.browser, full_profile(), 2, "save-1").status == 422);
  CHECK(save_profile(member.browser, full_profile(), 1, "save-2").status == 412);
}

TEST_CASE("promise 16: a save that the store refuses is not remembered as done") {
  Member member;
  member.backend.store.writes_fail = true;
  CHECK(save_profile(member.browser, full_profile(), 1, "save-1").status == 503);
  member.backend.store.writes_fail = false;
  CHECK(profile_of(member.browser).revision == 1);
  CHECK(save_profile(member.browser, full_profile(), 1, "save-1").status == 200);
}

TEST_CASE("promise 17: a profile is its owner's, at one association") {
  Backend backend;
  Browser nobody(backend);
  CHECK(nobody.get(path).status == 401);
  CHECK(save_profile(nobody, full_profile(), 1).status == 401);

  Browser mara(backend);
  REQUIRE(mara.sign_in(backend.sample.email, backend.sample.password).status == 200);
  CHECK(mara.get("/api/v1/ima/profile").status == 401);
  CHECK(mara.put("/api/v1/ima/profile",
                 base::encode_json(protocol::ProfileUpdate{full_profile(), 1}))
            .status == 401);
  Browser hanako(backend);
  REQUIRE(hanako.sign_in("hanako.yamada@example.org", backend.sample.password).status == 200);
  tests::replace_profile(mara, full_profile());
  CHECK(profile_of(hanako).profile.last_name == "山田");
  CHECK(profile_of(hanako).revision == 1);
  Browser at_ima(backend);
  REQUIRE(at_ima.sign_in(backend.sample.email, backend.sample.password, false, "", "ima").status ==
          200);
  const auto other = tests::message_in<protocol::ProfileResponse>(at_ima.get("/api/v1/ima/profile"));
  CHECK(other.profile.mobile.empty());
}

TEST_CASE("promise 17: what a save may not change is ignored") {
  Member member;
  const auto before = profile_of(member.browser);
  std::string body = base::encode_json(protocol::ProfileUpdate{full_profile(), 1});
  body.insert(1, R"("member_id":"other","email":"x@example.org","photo":"p","association":"ima",)"
                 R"("missing":[],)");
  const auto saved =
      tests::message_in<protocol::ProfileResponse>(member.browser.put(path, body));
  CHECK(saved.member_id == before.member_id);
  CHECK(saved.email == before.email);
  CHECK_FALSE(saved.photo);
  CHECK(joined(saved.missing) == "photo");
}

TEST_CASE("where an association has no member associations, members are of none") {
  Backend backend;
  Browser browser(backend);
  REQUIRE(browser.sign_in("samuel.okoro@example.org", backend.sample.password, false, "", "ima")
              .status == 200);
  const auto read = tests::message_in<protocol::ProfileResponse>(browser.get("/api/v1/ima/profile"));
  CHECK(joined(read.missing).find("member_association") == std::string::npos);
  const auto response = browser.put(
      "/api/v1/ima/profile", base::encode_json(protocol::ProfileUpdate{full_profile(), 1}));
  CHECK(tests::errors_in(response) == "member_association invalid");
}

TEST_CASE("promise 19: a body that is no profile is malformed") {
  Member member;
  for (const char* body : {"", "{}", R"({"profile":{},"revision":1})", R"({"revision":1})"}) {
    CHECK(member.browser.put(path, body).status == 400);
  }
  std::string body = base::encode_json(protocol::ProfileUpdate{full_profile(), 1});
  body.replace(body.find("\"another\""), 9, "\"unknown\"");
  CHECK(member.browser.put(path, body).status == 400);
}

}  // namespace
}  // namespace laurel
