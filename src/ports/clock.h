// What time it is. Tests turn a clock of their own.
#pragma once

#include "base/time.h"

namespace laurel::ports {

class Clock {
 public:
  virtual ~Clock() = default;
  [[nodiscard]] virtual base::Instant now() const = 0;
};

}  // namespace laurel::ports
