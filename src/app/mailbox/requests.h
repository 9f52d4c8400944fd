// What is asked of the mailbox.
#pragma once

#include <cstdint>

#include "app/feature.h"
#include "app/request.h"

namespace laurel::app::mailbox {

enum class Purpose : std::uint8_t {
  read_mailbox,
};
[[nodiscard]] constexpr Feature feature_of(Purpose) { return Feature::mailbox; }
[[nodiscard]] constexpr Audience audience_of(Purpose) { return Audience::everybody; }

}  // namespace laurel::app::mailbox
