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

inline constexpr std::string_view profile_photo = "photo/file";
inline constexpr std::string_view profile_photo_title = "photo/title";
inline constexpr std::string_view profile_conflict_title = "edit_profile/conflict/title";
inline constexpr std::string_view profile_leaving_title = "edit_profile/leaving/title";

}  // namespace laurel::app::keys
