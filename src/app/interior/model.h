// The second part of the program: every screen but the first ones. It is loaded when one of its
// screens is wanted. Until it is here, nothing of interior/update.cpp and ui/views/interior_view.cpp
// may be called; app/update.cpp and ui/views/desk_view.cpp see to that.
#pragma once

#include <optional>

#include "app/trouble.h"

namespace laurel::app {

struct Interior {
  bool here = false;
  bool asked = false;              // the host is loading it
  std::optional<Trouble> trouble;  // why it could not be loaded
};

}  // namespace laurel::app
