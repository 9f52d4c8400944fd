// The fields of the profile's form, each described once: the form's draft is made of the profile, the
// profile of the draft, and what is wrong finds its field by this list.
//
// One more field of the profile (domain/profile.h) is a key and a line here, a text in ProfileDraft
// (model.h), and its entry in ui/views/members/profile_form_view.cpp.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "app/members/profile/model.h"
#include "app/messages.h"

namespace laurel::app::keys {

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

}  // namespace laurel::app::keys

namespace laurel::app::members {

struct ProfileField {
  std::string_view name;  // in the API
  std::string_view key;   // in the semantic tree
  Message label;
  std::string ProfileDraft::*text;
  bool is_country = false;  // typed as a name, sent as a code
};

/// In the form's order.
inline constexpr std::array profile_fields = {
    ProfileField{"first_name", keys::profile_first_name, Message::registration_first_name,
                 &ProfileDraft::first_name},
    ProfileField{"last_name", keys::profile_last_name, Message::registration_last_name,
                 &ProfileDraft::last_name},
    ProfileField{"country", keys::profile_country, Message::registration_country,
                 &ProfileDraft::country, true},
    ProfileField{"mobile", keys::profile_mobile, Message::profile_mobile, &ProfileDraft::mobile},
    ProfileField{"biography", keys::profile_biography, Message::profile_biography,
                 &ProfileDraft::biography},
    ProfileField{"country_of_origin", keys::profile_country_of_origin,
                 Message::member_country_of_origin, &ProfileDraft::country_of_origin, true},
    ProfileField{"member_association", keys::profile_member_association,
                 Message::dashboard_member_association, &ProfileDraft::member_association},
    ProfileField{"gender", keys::profile_gender, Message::member_gender, &ProfileDraft::gender},
    ProfileField{"year_of_birth", keys::profile_year_of_birth, Message::member_year_of_birth,
                 &ProfileDraft::year_of_birth},
    ProfileField{"job_title", keys::profile_job_title, Message::profile_job_title,
                 &ProfileDraft::job_title},
    ProfileField{"company", keys::profile_company, Message::profile_company,
                 &ProfileDraft::company},
    ProfileField{"industry", keys::profile_industry, Message::member_industry,
                 &ProfileDraft::industry},
    ProfileField{"years_of_experience", keys::profile_years, Message::profile_years,
                 &ProfileDraft::years_of_experience},
    ProfileField{"interests", keys::profile_interests, Message::profile_interests,
                 &ProfileDraft::interests},
    ProfileField{"privacy", keys::profile_privacy, Message::profile_privacy,
                 &ProfileDraft::privacy}};

/// Null where there is none.
[[nodiscard]] constexpr const ProfileField* field_named(std::string_view name) {
  for (const ProfileField& field : profile_fields) {
    if (field.name == name) return &field;
  }
  return nullptr;
}

}  // namespace laurel::app::members
