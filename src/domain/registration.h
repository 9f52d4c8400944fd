// How long a registration that has begun can be gone on with: what the backend keeps of it, the link in its
// mail, and what the browser keeps of its forms.
#pragma once

#include <chrono>

namespace laurel::domain {

/// From its last step on.
inline constexpr std::chrono::hours registration_kept_for{24};

}  // namespace laurel::domain
