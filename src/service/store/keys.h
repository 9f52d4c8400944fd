// The keys under which stores find records.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "ports/store.h"

namespace laurel::service::store {

using Keys = std::vector<std::optional<std::string>>;

/// When a record's time is over: see `expiry_key`. What `prune` goes by.
inline constexpr ports::Index by_expiry{"expiry"};

/// Points in time as text that sorts as they do: milliseconds since 1970, 15 digits.
[[nodiscard]] std::string expiry_key(base::Instant instant);

[[nodiscard]] std::string email_key(std::string_view association, std::string_view email);

/// Greater than every key that begins with `start`.
[[nodiscard]] std::string end_of_keys(std::string_view start);

}  // namespace laurel::service::store
