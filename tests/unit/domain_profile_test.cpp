#include "domain/profile.h"

#include <doctest/doctest.h>

#include "domain/country.h"
#include "domain/free_text.h"

namespace laurel::domain {
namespace {

std::string joined(const std::vector<std::string_view>& words) {
  std::string text;
  for (const std::string_view word : words) text += (text.empty() ? "" : " ") + std::string(word);
  return text;
}

TEST_CASE("a complete profile has everything that the guide names, but a year of birth") {
  Profile profile;
  CHECK(joined(missing_fields(profile, {.has_photo = false, .has_member_associations = true})) ==
        "photo biography country_of_origin member_association mobile gender job_title company "
        "industry years_of_experience interests");
  profile.biography = "I lead projects.";
  profile.country_of_origin = "SI";
  profile.member_association = "ZPM";
  profile.mobile = "+38640123456";
  profile.gender = Gender::another;
  profile.job_title = "Lead";
  profile.company = "Bridges";
  profile.industry = "Construction";
  profile.years_of_experience = 0;
  profile.interests = "Chess";
  CHECK(missing_fields(profile, {.has_photo = true, .has_member_associations = true}).empty());
  CHECK(joined(missing_fields(profile, {.has_photo = false, .has_member_associations = true})) ==
        "photo");
}

TEST_CASE("where the association has no member associations, none is missing") {
  Profile profile;
  const auto missing =
      missing_fields(profile, {.has_photo = true, .has_member_associations = false});
  CHECK(joined(missing).find("member_association") == std::string::npos);
}

TEST_CASE("text is counted as a person counts, and holds nothing that disturbs other text") {
  CHECK_FALSE(text_fault("", 0, Lines::one));
  CHECK_FALSE(text_fault("žaba", 4, Lines::one));
  CHECK(text_fault("žabas", 4, Lines::one) == TextFault::too_long);
  CHECK_FALSE(text_fault("one\ntwo", 100, Lines::many));
  CHECK(text_fault("one\ntwo", 100, Lines::one) == TextFault::invalid);
  for (const char* text : {"a\tb", "a\r\nb", "a\x7F", "a\u202E", "a\u2066", "a\u2028", "a\xFF"}) {
    CAPTURE(text);
    CHECK(text_fault(text, 100, Lines::many) == TextFault::invalid);
  }
  CHECK(tidy("  one\r\ntwo\rthree\n\n ") == "one\ntwo\nthree");
}

TEST_CASE("countries are those of ISO 3166-1") {
  CHECK(is_country("SI"));
  CHECK(is_country("AD"));
  CHECK(is_country("ZW"));
  for (const char* code : {"", "S", "si", "XX", "SVN", "S\0I"}) {
    CAPTURE(code);
    CHECK_FALSE(is_country(code));
  }
}

}  // namespace
}  // namespace laurel::domain
