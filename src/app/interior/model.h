// The interior: every feature that is not here at once (app/feature.h). It is loaded when one of its
// screens is wanted. Until it is here, none of those features may be called; app/features.cpp,
// app/navigation.cpp and ui/views/desk_view.cpp see to that.
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
