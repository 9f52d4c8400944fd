// Invented courses, programmes and events, from some weeks ago to a year ahead.
#pragma once

#include <cstdint>
#include <string>

#include "base/time.h"
#include "domain/content.h"
#include "domain/offer.h"

namespace laurel::sample {

[[nodiscard]] domain::Offer make_offer(std::uint64_t seed, const std::string& association,
                                       const domain::Content& content, base::Date today,
                                       std::size_t index);

}  // namespace laurel::sample
