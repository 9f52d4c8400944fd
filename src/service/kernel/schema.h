// What the kernel keeps.
// Rename nothing: names are in members' databases.
#pragma once

#include <array>

#include "ports/store.h"
#include "service/store/keys.h"

namespace laurel::service::kernel::schema {

inline constexpr std::array expiry_index{store::by_expiry};

inline constexpr ports::Collection rate_buckets{"rate_buckets", expiry_index};
inline constexpr ports::Collection idempotency_keys{"idempotency_keys", expiry_index};

}  // namespace laurel::kernel::schema
