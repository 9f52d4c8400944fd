// How long a session lasts. OWASP ASVS 5.0.0 7.3.1 and 7.3.2 ask for a limit of inactivity and an
// absolute one; the figures follow NIST SP 800-63B section 4 (30 minutes and 12 hours), with longer
// ones for members who tick "Remember me" on a device of their own.
#pragma once

#include <chrono>

#include "base/time.h"

namespace laurel::domain {

struct SessionLimits {
  std::chrono::milliseconds idle;      // since the last request
  std::chrono::milliseconds absolute;  // since signing in
};

enum class Remember { no, yes };

[[nodiscard]] constexpr SessionLimits session_limits(Remember remember) {
  if (remember == Remember::yes) {
    return {.idle = std::chrono::hours(24 * 14), .absolute = std::chrono::hours(24 * 90)};
  }
  return {.idle = std::chrono::minutes(30), .absolute = std::chrono::hours(12)};
}

/// The first moment at which the session is over, unless it is used before.
[[nodiscard]] constexpr base::Instant session_end(base::Instant signed_in, base::Instant last_seen,
                                                  Remember remember) {
  const SessionLimits limits = session_limits(remember);
  const base::Instant idle_end = last_seen + limits.idle;
  const base::Instant absolute_end = signed_in + limits.absolute;
  return idle_end < absolute_end ? idle_end : absolute_end;
}

/// Being seen is noted at most once a minute, so that reading does not cost a write each time; a
/// session may thus end a minute early, never late.
[[nodiscard]] constexpr bool should_note_seen(base::Instant last_seen, base::Instant now) {
  return now - last_seen >= std::chrono::minutes(1);
}

}  // namespace laurel::domain
