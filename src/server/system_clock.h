// The machine's clock.
#pragma once

#include "ports/clock.h"

namespace laurel::server {

class SystemClock final : public ports::Clock {
 public:
  [[nodiscard]] base::Instant now() const override {
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
  }
};

}  // namespace laurel::server
