// The first screen after signing in.
#pragma once

#include "app/loaded.h"
#include "protocol/dashboard.h"

namespace laurel::app::dashboard {

using Dashboard = Loaded<protocol::DashboardResponse>;

}  // namespace laurel::app::dashboard
