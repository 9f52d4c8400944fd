// What is asked for the dashboard.
#pragma once

#include <cstdint>

#include "app/feature.h"
#include "app/request.h"

namespace laurel::app::dashboard {

enum class Purpose : std::uint8_t {
  read_dashboard,
};
[[nodiscard]] constexpr Feature feature_of(Purpose) { return Feature::dashboard; }
[[nodiscard]] constexpr Audience audience_of(Purpose) { return Audience::member; }

}  // namespace laurel::app::dashboard
