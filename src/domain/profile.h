// What a member says of themselves, and how much of it other members see. Source: my-ipma-account,
// "Update the individual profile" and "Privacy options of the individual profile".
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/codec.h"

namespace laurel::domain {

enum class Gender { female, male, another };

constexpr std::array<std::string_view, 3> enum_names(Gender) {
  return {"female", "male", "another"};
}

inline constexpr std::size_t max_line_code_points = 100;  // job title, company, industry
inline constexpr std::size_t max_biography_code_points = 1200;
inline constexpr std::size_t max_interests_code_points = 1000;
inline constexpr std::int64_t earliest_year_of_birth = 1900;
inline constexpr std::int64_t youngest_member_years = 14;
inline constexpr std::int64_t max_years_of_experience = 70;

/// The guide's options 1 to 3.
enum class Privacy { public_profile, general_profile, private_profile };

constexpr std::array<std::string_view, 3> enum_names(Privacy) {
  return {"public", "general", "private"};
}

struct Profile {
  std::string first_name;
  std::string last_name;
  std::string country;             // the registration's, ISO 3166-1 alpha-2; only its owner sees it
  std::string country_of_origin;   // the same form; empty until the member tells it
  std::string member_association;  // short name, one of the association's list; empty for none
  std::string mobile;              // E.164, "+38640123456"; never shown to other members
  std::string biography;           // short and professional
  std::optional<Gender> gender;
  std::optional<std::int64_t> year_of_birth;
  std::string job_title;
  std::string company;
  std::string industry;
  std::optional<std::int64_t> years_of_experience;
  std::string interests;
  Privacy privacy = Privacy::general_profile;

  /// With room for what breaks the form's rules, so that it is told at its field.
  static constexpr auto fields() {
    return std::tuple{
        base::field("first_name", &Profile::first_name),
        base::field("last_name", &Profile::last_name),
        base::field("country", &Profile::country),
        base::field("country_of_origin", &Profile::country_of_origin),
        base::field("member_association", &Profile::member_association, {.max_bytes = 64}),
        base::field("mobile", &Profile::mobile),
        base::field("biography", &Profile::biography, {.max_bytes = 32 * 1024}),
        base::field("gender", &Profile::gender),
        base::field("year_of_birth", &Profile::year_of_birth),
        base::field("job_title", &Profile::job_title),
        base::field("company", &Profile::company),
        base::field("industry", &Profile::industry),
        base::field("years_of_experience", &Profile::years_of_experience),
        base::field("interests", &Profile::interests, {.max_bytes = 16 * 1024}),
        base::field("privacy", &Profile::privacy)};
  }
};

/// What a profile cannot say of itself.
struct ProfileSurroundings {
  bool has_photo = false;
  bool has_member_associations = false;  // the association has some, so that a member may be of one
};

/// The fields that a complete profile has and this one lacks, by their names, in the form's order.
/// Everything that the guide names counts alike, but the year of birth, which it calls a member's own
/// decision; names and the country are always there and the privacy option always has a value.
[[nodiscard]] std::vector<std::string_view> missing_fields(const Profile& profile,
                                                           const ProfileSurroundings& around);

inline constexpr std::size_t asked_fields = 11;

/// Of a profile that lacks so many of them, in percent.
[[nodiscard]] constexpr std::size_t completeness_percent(std::size_t missing) {
  return missing >= asked_fields ? 0 : (asked_fields - missing) * 100 / asked_fields;
}

}  // namespace laurel::domain
