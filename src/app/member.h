// What belongs to the member who is signed in, as a whole.
#pragma once

#include "app/model.h"

namespace laurel::app {

/// Empties MemberState and MemberDrafts: they are for no other member. A form of the profile that holds
/// something unsaved stays, and waits for its member. Belongs to the desk, without which there is
/// nothing to forget.
void forget_member(Model& model);

}  // namespace laurel::app
