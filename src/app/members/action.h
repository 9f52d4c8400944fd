// What can happen to a profile, and among members who look for each other.
#pragma once

#include <variant>

namespace laurel::app::members {

struct DirectorySearchPressed {};
struct MoreMembersPressed {};  // the next page of those who were found
struct ProfileSavePressed {};
struct OwnVersionChosen {};    // of two versions of the profile: the one in this form
struct OtherVersionChosen {};  // and the one that is saved
struct StayPressed {};         // does not leave the form after all
struct DiscardPressed {};      // leaves it, and what was typed
struct PreviewPressed {};      // shows or hides the profile as others see it
struct PrivacyChosen {};
struct PhotoChosen {};  // a file, whatever it holds
struct PhotoSavePressed {};
struct PhotoRemovePressed {};

using Action = std::variant<DirectorySearchPressed, MoreMembersPressed, ProfileSavePressed,
                            OwnVersionChosen, OtherVersionChosen, StayPressed, DiscardPressed,
                            PreviewPressed, PrivacyChosen, PhotoChosen, PhotoSavePressed,
                            PhotoRemovePressed>;

}  // namespace laurel::app::members
