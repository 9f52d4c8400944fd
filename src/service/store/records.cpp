#include "service/store/records.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "domain/session_policy.h"

namespace laurel::service {

std::string expiry_key(base::Instant instant) {
  const long long milliseconds = std::max<long long>(instant.time_since_epoch().count(), 0);
  std::array<char, 24> text{};
  std::snprintf(text.data(), text.size(), "%015lld", milliseconds);
  return text.data();
}

std::string email_key(std::string_view association, std::string_view email) {
  return std::string(association) + " " + std::string(email);
}

std::string certificate_key(std::string_view association, std::string_view number) {
  return std::string(association) + " " + std::string(number);
}

std::string end_of_keys(std::string_view start) {
  return std::string(start) + "\xF4\x8F\xBF\xBF";
}

base::Instant SessionRecord::end() const {
  return domain::session_end(signed_in, last_seen,
                             remember ? domain::Remember::yes : domain::Remember::no);
}

}  // namespace laurel::service
