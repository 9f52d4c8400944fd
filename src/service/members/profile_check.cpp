#include "service/members/profile_check.h"

#include <array>

#include "domain/phone_number.h"

namespace laurel::service::members {
namespace {

using domain::Lines;
using domain::Profile;
using protocol::FieldCode;

constexpr std::array texts = {&Profile::first_name, &Profile::last_name, &Profile::country,
                              &Profile::country_of_origin, &Profile::member_association,
                              &Profile::mobile, &Profile::biography, &Profile::job_title,
                              &Profile::company, &Profile::industry, &Profile::interests};

void check_mobile(Profile& profile, accounts::FieldErrors& errors) {
  if (profile.mobile.empty()) {
    errors.push_back({"mobile", FieldCode::missing});
  } else if (auto number = domain::parse_phone_number(profile.mobile)) {
    profile.mobile = std::move(*number);
  } else {
    errors.push_back({"mobile", FieldCode::invalid});
  }
}

void check_range(std::string_view field, const std::optional<std::int64_t>& number,
                 std::int64_t minimum, std::int64_t maximum, accounts::FieldErrors& errors) {
  if (!number || (*number >= minimum && *number <= maximum)) return;
  errors.push_back({std::string(field), FieldCode::invalid});
}

}  // namespace

accounts::FieldErrors check_profile(Profile& profile, const domain::Content& content,
                                    base::Date today) {
  for (const auto text : texts) profile.*text = domain::tidy(profile.*text);
  accounts::FieldErrors errors;
  accounts::check_name("first_name", profile.first_name, errors);
  accounts::check_name("last_name", profile.last_name, errors);
  accounts::check_country("country", profile.country, errors);
  if (!profile.country_of_origin.empty()) {
    accounts::check_country("country_of_origin", profile.country_of_origin, errors);
  }
  accounts::check_member_association("member_association", profile.member_association, content,
                                     errors);
  check_mobile(profile, errors);
  accounts::check_text("biography", profile.biography, domain::max_biography_code_points,
                       Lines::many, errors);
  const std::int64_t this_year{static_cast<int>(std::chrono::year_month_day(today).year())};
  check_range("year_of_birth", profile.year_of_birth, domain::earliest_year_of_birth,
              this_year - domain::youngest_member_years, errors);
  accounts::check_text("job_title", profile.job_title, domain::max_line_code_points, Lines::one,
                       errors);
  accounts::check_text("company", profile.company, domain::max_line_code_points, Lines::one,
                       errors);
  accounts::check_text("industry", profile.industry, domain::max_line_code_points, Lines::one,
                       errors);
  check_range("years_of_experience", profile.years_of_experience, 0,
              domain::max_years_of_experience, errors);
  accounts::check_text("interests", profile.interests, domain::max_interests_code_points,
                       Lines::many, errors);
  return errors;
}

}  // namespace laurel::service::members
