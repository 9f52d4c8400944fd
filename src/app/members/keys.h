// Keys of the members' nodes that updates name too: to give them the focus, to say at which field
// something is wrong.
#pragma once

#include <string>
#include <string_view>

namespace laurel::app::keys {

/// How many members were found, and the link to one of them.
inline constexpr std::string_view members_count = "members/count";
[[nodiscard]] inline std::string member_link(std::string_view member_id) {
  return "member/" + std::string(member_id) + "/name";
}

inline constexpr std::string_view profile_first_name = "edit_profile/first_name";
inline constexpr std::string_view profile_last_name = "edit_profile/last_name";
inline constexpr std::string_view profile_country = "edit_profile/country";
inline constexpr std::string_view profile_mobile = "edit_profile/mobile";
inline constexpr std::string_view profile_biography = "edit_profile/biography";
inline constexpr std::string_view profile_country_of_origin = "edit_profile/country_of_origin";
inline constexpr std::string_view profile_member_association = "edit_profile/member_association";
inline constexpr std::string_view profile_gender = "edit_profile/gender";
inline constexpr std::string_view profile_year_of_birth = "edit_profile/year_of_birth";
inline constexpr std::string_view profile_job_title = "edit_profile/job_title";
inline constexpr std::string_view profile_company = "edit_profile/company";
inline constexpr std::string_view profile_industry = "edit_profile/industry";
inline constexpr std::string_view profile_years = "edit_profile/years_of_experience";
inline constexpr std::string_view profile_interests = "edit_profile/interests";
inline constexpr std::string_view profile_privacy = "edit_profile/privacy";
inline constexpr std::string_view profile_photo = "photo/file";
inline constexpr std::string_view profile_photo_title = "photo/title";
inline constexpr std::string_view profile_conflict_title = "edit_profile/conflict/title";
inline constexpr std::string_view profile_leaving_title = "edit_profile/leaving/title";

}  // namespace laurel::app::keys
