// A member, as far as their privacy option lets them be seen.
#pragma once

#include "app/loaded.h"
#include "protocol/members.h"

namespace laurel::app::members {

using MemberPage = Loaded<protocol::VisibleProfile>;

}  // namespace laurel::app::members
