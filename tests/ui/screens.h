// Every screen and state that a member can meet, for what holds on all of them.
//
//   for (const Screen& screen : all_screens()) { Driver desk; screen.reach(desk); … }
#pragma once

#include <vector>

#include "tests/ui/driver.h"

namespace laurel::tests {

struct Screen {
  const char* name;
  void (*reach)(Driver&);
};

[[nodiscard]] const std::vector<Screen>& all_screens();

}  // namespace laurel::tests
