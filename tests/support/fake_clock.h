// A clock that a test turns.
#pragma once

#include <atomic>

#include "ports/clock.h"

namespace laurel::tests {

class FakeClock final : public ports::Clock {
 public:
  [[nodiscard]] base::Instant now() const override {
    return base::Instant(std::chrono::milliseconds(now_ms_.load()));
  }
  void advance(std::chrono::milliseconds by) { now_ms_ += by.count(); }

 private:
  // 2026-11-20T09:00:00Z: the sample certificates are in every state then.
  std::atomic<std::int64_t> now_ms_{
      std::chrono::milliseconds(
          base::Instant(std::chrono::sys_days(std::chrono::November / 20 / 2026) +
                        std::chrono::hours(9))
              .time_since_epoch())
          .count()};
};

}  // namespace laurel::tests
