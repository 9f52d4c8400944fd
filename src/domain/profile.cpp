#include "domain/profile.h"

namespace laurel::domain {
namespace {

struct Asked {
  std::string_view field;
  bool (*is_given)(const Profile&, const ProfileSurroundings&);
};

template <std::string Profile::*text>
bool is_written(const Profile& profile, const ProfileSurroundings&) {
  return !(profile.*text).empty();
}

constexpr std::array asked = {
    Asked{"photo", [](const Profile&, const ProfileSurroundings& around) {
            return around.has_photo;
          }},
    Asked{"biography", is_written<&Profile::biography>},
    Asked{"country_of_origin", is_written<&Profile::country_of_origin>},
    Asked{"member_association", [](const Profile& profile, const ProfileSurroundings& around) {
            return !around.has_member_associations || !profile.member_association.empty();
          }},
    Asked{"mobile", is_written<&Profile::mobile>},
    Asked{"gender", [](const Profile& profile, const ProfileSurroundings&) {
            return profile.gender.has_value();
          }},
    Asked{"job_title", is_written<&Profile::job_title>},
    Asked{"company", is_written<&Profile::company>},
    Asked{"industry", is_written<&Profile::industry>},
    Asked{"years_of_experience", [](const Profile& profile, const ProfileSurroundings&) {
            return profile.years_of_experience.has_value();
          }},
    Asked{"interests", is_written<&Profile::interests>}};

static_assert(asked.size() == asked_fields);

}  // namespace

std::vector<std::string_view> missing_fields(const Profile& profile,
                                             const ProfileSurroundings& around) {
  std::vector<std::string_view> missing;
  for (const Asked& one : asked) {
    if (!one.is_given(profile, around)) missing.push_back(one.field);
  }
  return missing;
}

}  // namespace laurel::domain
