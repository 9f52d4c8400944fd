// Where the member is logged in: every session of theirs, and the way to end it.
#pragma once

#include <string>

#include "app/form.h"
#include "app/loaded.h"
#include "protocol/accounts/session.h"

namespace laurel::app::accounts {

struct Devices {
  Loaded<protocol::SessionsResponse> sessions;
  std::string ending;     // the session whose end has been asked for
  std::string ended;      // the device that has just been logged out
  FormProblems problems;
};

}  // namespace laurel::app::accounts
