// Forms and what is made of them: the profile's, and the directory's filters in an address.

#include <doctest/doctest.h>

#include <string>

#include "app/members/directory/model.h"
#include "app/members/profile/draft.h"
#include "app/members/profile/fields.h"
#include "tests/support/full_profile.h"

using namespace laurel;
using namespace laurel::app;

namespace {

protocol::ProfileResponse response() {
  protocol::ProfileResponse response;
  response.member_id = domain::MemberId{"mara"};
  response.profile = tests::full_profile();
  response.profile.years_of_experience = 0;  // not the same as nothing said
  response.profile.privacy = domain::Privacy::private_profile;
  return response;
}

}  // namespace

TEST_CASE("the form of a profile gives that profile back, whatever is filled in") {
  for (const bool filled : {true, false}) {
    protocol::ProfileResponse read = response();
    if (!filled) read.profile = {};
    const auto sent = members::profile_of(members::draft_of(read));
    REQUIRE(sent);
    CHECK(base::encode_json(*sent) == base::encode_json(read.profile));
  }
}

TEST_CASE("a country is taken by name or code, a number with blanks around it") {
  members::ProfileDraft draft = members::draft_of(response());
  draft.country = " slovenia ";
  draft.country_of_origin = "no";
  draft.year_of_birth = " 1980 ";
  const auto sent = members::profile_of(draft);
  REQUIRE(sent);
  CHECK(sent->country == "SI");
  CHECK(sent->country_of_origin == "NO");
  CHECK(sent->year_of_birth == 1980);
}

TEST_CASE("what cannot even be sent is told at its field, all of it at once") {
  members::ProfileDraft draft = members::draft_of(response());
  draft.country_of_origin = "Atlantis";
  draft.year_of_birth = "19x9";
  draft.years_of_experience = "99999999999999999999";
  const auto sent = members::profile_of(draft);
  REQUIRE_FALSE(sent);
  CHECK(sent.error().fields.size() == 3);
  CHECK(sent.error().of(keys::profile_country_of_origin));
  CHECK(sent.error().of(keys::profile_year_of_birth));
  CHECK(sent.error().of(keys::profile_years));
}

TEST_CASE("two versions of a form differ in exactly the fields that a member sees differ") {
  const members::ProfileDraft here = members::draft_of(response());
  CHECK(members::differences(here, here).empty());
  members::ProfileDraft there = here;
  there.job_title = "Portfolio director";
  there.privacy = "public";
  const auto found = members::differences(here, there);
  REQUIRE(found.size() == 2);
  CHECK(found[0].key == keys::profile_job_title);
  CHECK(found[0].here == "Programme lead");
  CHECK(found[0].there == "Portfolio director");
  CHECK(found[1].key == keys::profile_privacy);
}

TEST_CASE("the filters of the directory come back out of the address that holds them") {
  const members::DirectoryFilters all{.words = "ana & kos=?#%", .country = "SI", .member_association = "Ž+M",
                             .certified = true};
  CHECK(members::filters_of(members::query_of(all)) == all);
  CHECK(members::filters_of(members::query_of({})) == members::DirectoryFilters{});
  CHECK(members::query_of({}).empty());
  members::DirectoryFilters words;
  words.words = "  ana kos ";
  CHECK(members::query_of(words) == "words=ana%20kos");
}

TEST_CASE("what is in no query of ours is passed over") {
  CHECK(members::query_of(members::filters_of("words=ana&sort=down&&country&=&certified=maybe&words")) == "words=ana");
  CHECK(members::query_of(members::filters_of("words=%zz&country=SI")) == "country=SI");
}
