#include "sample/people.h"

#include <set>

#include <doctest/doctest.h>

#include "domain/country.h"
#include "domain/email.h"
#include "domain/phone_number.h"
#include "sample/member_associations.h"
#include "sample/names.h"

namespace laurel::sample {
namespace {

TEST_CASE("names come in ten scripts, each with the letters of an address") {
  CHECK(name_groups().size() == 10);
  for (const NameGroup& group : name_groups()) {
    CAPTURE(group.script);
    for (const auto& country : group.countries) CHECK(domain::is_country(country));
    for (const auto& list : {group.given, group.family}) {
      CHECK(list.size() >= 8);
      for (const Name& name : list) {
        CHECK_FALSE(domain::name_fault(name.written));
        CHECK(name.latin.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == std::string_view::npos);
      }
    }
  }
}

TEST_CASE("every address is one of a domain for examples, and nobody else's") {
  std::set<std::string> seen;
  for (const char* what : {"member", "holder"}) {
    for (std::size_t i = 0; i < 3000; ++i) {
      const std::string email = make_person(1, what, i).email;
      CHECK(domain::parse_email(email) == email);
      const std::string_view at = std::string_view(email).substr(email.find('@'));
      CHECK((at == "@example.org" || at == "@example.com" || at == "@example.net"));
      CHECK(seen.insert(email).second);
    }
  }
}

TEST_CASE("profiles are complete, bare and in between, with every privacy option") {
  domain::Content content;
  add_member_associations(content, 70);
  CHECK(content.member_associations.size() == 70);
  const domain::ProfileSurroundings around{.has_photo = true, .has_member_associations = true};
  std::size_t complete = 0;
  std::size_t bare = 0;
  std::set<domain::Privacy> options;
  std::set<std::int64_t> years;
  for (std::size_t i = 0; i < 300; ++i) {
    Random random(1, "profile", i);
    const domain::Profile profile = make_profile(random, make_person(1, "member", i), content, 2026);
    const std::size_t missing = domain::missing_fields(profile, around).size();
    complete += missing == 0 ? 1 : 0;
    bare += missing == 10 ? 1 : 0;
    options.insert(profile.privacy);
    if (profile.year_of_birth) years.insert(*profile.year_of_birth);
    CHECK((profile.mobile.empty() || domain::parse_phone_number(profile.mobile) == profile.mobile));
    CHECK(profile.mobile.rfind(profile.mobile.empty() ? "" : "+999", 0) == 0);
  }
  CHECK(complete > 60);
  CHECK(bare > 60);
  CHECK(complete + bare < 260);
  CHECK(options.size() == 3);
  CHECK(years.size() > 30);
}

TEST_CASE("member associations that are there stay") {
  domain::Content content;
  content.member_associations.push_back({"GPM", "Deutsche Gesellschaft", "DE", ""});
  add_member_associations(content, 1);
  CHECK(content.member_associations.size() == 1);
  add_member_associations(content, 70);
  CHECK(content.member_associations.size() == 70);
  CHECK(content.member_associations.front().short_name == "GPM");
  std::set<std::string> names;
  for (const auto& one : content.member_associations) {
    CHECK(domain::is_country(one.country));
    names.insert(one.short_name);
  }
  CHECK(names.size() == 70);
}

}  // namespace
}  // namespace laurel::sample
