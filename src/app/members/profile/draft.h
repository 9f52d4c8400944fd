// The form of the profile and the profile itself, one made of the other.
//
//   ProfileDraft draft = draft_of(response);          // what the form shows at first
//   auto profile = profile_of(draft);                 // what is sent, or what is wrong
#pragma once

#include <string>
#include <vector>

#include "app/form.h"
#include "app/members/profile/model.h"
#include "base/result.h"

namespace laurel::app::members {

[[nodiscard]] ProfileDraft draft_of(const protocol::ProfileResponse& response);

/// The profile, or the fields that cannot even be sent: no country of that name, no number. What
/// rules a profile has, the backend says.
[[nodiscard]] tl::expected<domain::Profile, FormProblems> profile_of(const ProfileDraft& draft);

/// Lets every problem say at which field it is.
void label_problems(FormProblems& problems);

/// Whether the form holds something that is not saved. Not before the profile has been read.
[[nodiscard]] bool has_unsaved_profile(const ProfileDraft& draft, const Profile& profile);

/// Whether it is known that nothing in the form is worth keeping.
[[nodiscard]] bool is_saved(const ProfileDraft& draft, const Profile& profile);

/// A field in which two versions of the form differ.
struct ProfileDifference {
  std::string_view key;  // of the field in the semantic tree
  Message label;
  std::string here;
  std::string there;
};
[[nodiscard]] std::vector<ProfileDifference> differences(const ProfileDraft& here,
                                                         const ProfileDraft& there);

}  // namespace laurel::app::members
