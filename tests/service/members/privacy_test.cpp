#include <array>
#include <map>
#include <set>

#include <doctest/doctest.h>

#include "base/json_reader.h"
#include "domain/privacy.h"
#include "service/members/profile_records.h"
#include "tests/support/profiles.h"

namespace laurel {
namespace {

using domain::Privacy;
using tests::Backend;
using tests::Browser;

/// The guide's three columns, word for word, with the fields that each of their lines means. Those of
/// the last lines are awarded by the association, which awards none yet.
const std::map<Privacy, std::vector<std::pair<std::string, std::set<std::string>>>> guide = {
    {Privacy::public_profile,
     {{"First and last name", {"first_name", "last_name"}},
      {"Email address", {"email"}},
      {"Job title and company where you work", {"job_title", "company"}},
      {"Industry", {"industry"}},
      {"Country of origin", {"country_of_origin"}},
      {"IPMA Member Association (MA) (if you are a member)", {"member_association"}},
      {"Year of birth (if you decided to add it)", {"year_of_birth"}},
      {"Gender", {"gender"}},
      {"Photo and Short bio", {"photo", "biography"}},
      {"Certification (if you decided to add it)", {"certificates"}},
      {"Awards, Certification, Events and REG", {}}}},
    {Privacy::general_profile,
     {{"First and last name", {"first_name", "last_name"}},
      {"Job title", {"job_title"}},
      {"IPMA Member Association (MA) (if you are a member)", {"member_association"}},
      {"Photo and Short bio", {"photo", "biography"}},
      {"Certification (if you decided to add it)", {"certificates"}},
      {"Certification and REG course / programme digital badges", {}}}},
    {Privacy::private_profile,
     {{"First and last name", {"first_name", "last_name"}},
      {"Photo and Short bio", {"photo", "biography"}},
      {"Certification (if you decided to add it", {"certificates"}},
      {"Certification digital badge", {}}}}};

constexpr std::array options = {Privacy::public_profile, Privacy::general_profile,
                                Privacy::private_profile};

std::set<std::string> fields_of(Privacy privacy) {
  std::set<std::string> fields = {"member_id"};
  for (const auto& [line, meant] : guide.at(privacy)) fields.insert(meant.begin(), meant.end());
  return fields;
}

/// What each field of the member's profile must not be found by, where it is hidden.
std::map<std::string, std::string> texts_of(const Backend& backend) {
  return {{"first_name", "\"Mara\""},      {"last_name", "\"Lind\""},
          {"email", backend.sample.email}, {"job_title", "Programme lead"},
          {"company", "Skyline Works"},    {"industry", "Construction"},
          {"country_of_origin", "\"SE\""}, {"member_association", "\"ZPM\""},
          {"year_of_birth", "1979"},       {"gender", "another"},
          {"photo", "photo-of-mara"},      {"biography", "Bridges first"},
          {"certificates", "DE-24-B-01877"}};
}

/// A member with every field, a photo and certificates, and another who looks at them.
struct Two {
  Two() {
    REQUIRE(mara.sign_in(backend.sample.email, backend.sample.password).status == 200);
    REQUIRE(hanako.sign_in("hanako.yamada@example.org", backend.sample.password).status == 200);
    id = tests::profile_of(mara).member_id.value;
    choose(Privacy::public_profile);
    REQUIRE(backend.memory.write([&](ports::Transaction& transaction) -> base::Status {
      auto record = service::members::load_profile(transaction, domain::MemberId(id));
      if (!record) return tl::unexpected(record.error());
      record->photo = "photo-of-mara";
      return service::members::save_profile(transaction, *record);
    }));
  }

  void choose(Privacy privacy) {
    domain::Profile profile = tests::full_profile();
    profile.privacy = privacy;
    tests::replace_profile(mara, profile);
  }

  Backend backend;
  Browser mara{backend};
  Browser hanako{backend};
  std::string id;
};

/// Of a response and the member in it.
void check_fields(const std::string& body, const base::JsonValue& member,
                  const std::set<std::string>& shown, const Backend& backend) {
  const auto texts = texts_of(backend);
  for (const auto& [field, text] : texts) {
    CAPTURE(field);
    const bool is_shown = shown.count(field) == 1;
    CHECK((body.find(text) != std::string::npos) == is_shown);
    if (field == "certificates") continue;  // a list is there, with nothing in it
    CHECK((member.find(field) != nullptr) == is_shown);
  }
  for (const char* never : {"46701234567", "mobile", "\"country\"", "\"NO\"", "interests", "Chess",
                            "years_of_experience", "privacy", "revision", "password"}) {
    CAPTURE(std::string(never));
    CHECK(body.find(never) == std::string::npos);
  }
}

void check_page(const protocol::Response& response, Privacy privacy, const Backend& backend) {
  CAPTURE(std::string(base::name_of(privacy)));
  REQUIRE(response.status == 200);
  const auto json = base::parse_json(response.body);
  REQUIRE(json);
  check_fields(response.body, *json, fields_of(privacy), backend);
}

TEST_CASE("the table is the guide's, option by option and field by field") {
  for (const Privacy privacy : options) {
    CAPTURE(std::string(base::name_of(privacy)));
    const std::set<std::string> shown = fields_of(privacy);
    for (const domain::Visibility& row : domain::visibilities) {
      CAPTURE(std::string(row.field));
      CHECK(domain::shows(privacy, row.field) == (shown.count(std::string(row.field)) == 1));
    }
    for (const std::string& field : shown) CHECK(domain::shows(privacy, field));
    CHECK_FALSE(domain::shows(privacy, "mobile"));
  }
}

TEST_CASE("what another member gets is what the option shows, field by field") {
  Two two;
  for (const Privacy privacy : options) {
    two.choose(privacy);
    check_page(two.hanako.get("/api/v1/ipma/members/" + two.id), privacy, two.backend);
  }
}

TEST_CASE("the preview of each option is what others would get") {
  Two two;
  for (const Privacy privacy : options) {
    two.choose(privacy);
    const auto others = two.hanako.get("/api/v1/ipma/members/" + two.id);
    two.choose(Privacy::private_profile);
    const auto preview =
        two.mara.get("/api/v1/ipma/profile/preview/" + std::string(base::name_of(privacy)));
    check_page(preview, privacy, two.backend);
    CHECK(preview.body == others.body);
  }
  CHECK(two.mara.get("/api/v1/ipma/profile/preview/secret").status == 404);
}

TEST_CASE("the directory shows of a member what the option does, field by field") {
  Two two;
  for (const Privacy privacy : options) {
    CAPTURE(std::string(base::name_of(privacy)));
    two.choose(privacy);
    const auto response = two.hanako.post("/api/v1/ipma/directory", R"({"words":"mara lind"})");
    REQUIRE(response.status == 200);
    const auto json = base::parse_json(response.body);
    REQUIRE(json);
    const auto* members = std::get_if<base::JsonArray>(&json->find("members")->data);
    REQUIRE(members != nullptr);
    REQUIRE(members->size() == 1);
    std::set<std::string> shown = fields_of(privacy);
    shown.erase("certificates");
    check_fields(response.body, members->front(), shown, two.backend);
  }
}

TEST_CASE("what was never given cannot be told from what is hidden") {
  Two two;
  domain::Profile bare;
  bare.first_name = "Mara";
  bare.last_name = "Lind";
  bare.country = "NO";
  bare.mobile = "+46701234567";
  const std::string page = "/api/v1/ipma/members/" + two.id;
  bare.privacy = Privacy::general_profile;
  tests::replace_profile(two.mara, bare);
  const auto general = two.hanako.get(page);
  bare.privacy = Privacy::private_profile;
  tests::replace_profile(two.mara, bare);
  CHECK(two.hanako.get(page).body == general.body);
}

TEST_CASE("promise 17: members are seen by members of the same association alone") {
  Two two;
  const std::string page = "/api/v1/ipma/members/" + two.id;
  Browser nobody(two.backend);
  CHECK(nobody.get(page).status == 401);
  CHECK(nobody.get("/api/v1/ipma/profile/preview/public").status == 401);
  Browser samuel(two.backend);
  REQUIRE(samuel.sign_in("samuel.okoro@example.org", two.backend.sample.password, false, "", "ima")
              .status == 200);
  CHECK(samuel.get(page).status == 401);
  const auto foreign = samuel.get("/api/v1/ima/members/" + two.id);
  CHECK(foreign.status == 404);
  CHECK(foreign.body == samuel.get("/api/v1/ima/members/nobody").body);
  CHECK(two.mara.get(page).status == 200);
}

}  // namespace
}  // namespace laurel
