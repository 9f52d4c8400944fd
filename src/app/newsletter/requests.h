// What is asked for the newsletter.
#pragma once

#include <cstdint>

#include "app/feature.h"
#include "app/request.h"

namespace laurel::app::newsletter {

enum class Purpose : std::uint8_t {
  subscribe_newsletter,
};
[[nodiscard]] constexpr Feature feature_of(Purpose) { return Feature::newsletter; }
[[nodiscard]] constexpr Audience audience_of(Purpose) { return Audience::everybody; }

}  // namespace laurel::app::newsletter
