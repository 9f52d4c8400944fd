// What is asked about certificates.
#pragma once

#include <cstdint>

#include "app/feature.h"
#include "app/request.h"

namespace laurel::app::certificates {

enum class Purpose : std::uint8_t {
  read_certificates,
  search_my_certificates,
  claim_certificates,
  read_calendar,
  read_verification,
};
[[nodiscard]] constexpr Feature feature_of(Purpose) { return Feature::certificates; }
[[nodiscard]] constexpr Audience audience_of(Purpose purpose) {
  return purpose == Purpose::read_verification ? Audience::everybody : Audience::member;
}

}  // namespace laurel::app::certificates
