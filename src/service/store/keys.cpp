#include "service/store/keys.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace laurel::service::store {

std::string expiry_key(base::Instant instant) {
  const long long milliseconds = std::max<long long>(instant.time_since_epoch().count(), 0);
  std::array<char, 24> text{};
  std::snprintf(text.data(), text.size(), "%015lld", milliseconds);
  return text.data();
}

std::string email_key(std::string_view association, std::string_view email) {
  return std::string(association) + " " + std::string(email);
}

std::string end_of_keys(std::string_view start) {
  return std::string(start) + "\xF4\x8F\xBF\xBF";
}

}  // namespace laurel::service::store
