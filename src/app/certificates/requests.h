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
};
[[nodiscard]] constexpr Feature feature_of(Purpose) { return Feature::certificates; }
[[nodiscard]] constexpr Audience audience_of(Purpose) { return Audience::member; }

enum class VerificationPurpose : std::uint8_t {
  read_verification,
};
[[nodiscard]] constexpr Feature feature_of(VerificationPurpose) { return Feature::verification; }
[[nodiscard]] constexpr Audience audience_of(VerificationPurpose) { return Audience::everybody; }

}  // namespace laurel::app::certificates
