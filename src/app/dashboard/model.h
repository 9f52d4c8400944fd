// The first screen after signing in.
#pragma once

#include <optional>

#include "app/trouble.h"
#include "protocol/dashboard.h"

namespace laurel::app {

struct Dashboard {
  std::optional<protocol::DashboardResponse> content;  // nothing while it is loading
  std::optional<Trouble> trouble;                      // why it could not be loaded
};

}  // namespace laurel::app
