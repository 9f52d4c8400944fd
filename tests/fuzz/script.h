// What one browser asks for, as text that a fuzzer can take apart and people can read:
//
//   POST /api/v1/ipma/session
//   Origin: https://desk.example
//   Content-Type: application/json
//
//   {"email":"mara.lind@example.org","password":"…","remember":true}
//   ===
//   Wait: 60
//   Cookies: kept
//   GET /api/v1/ipma/dashboard
//
// Lines of an unknown form are ignored; the first line without ": " is the method and path.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "protocol/http.h"

namespace laurel::fuzz {

/// What becomes of the cookies that earlier responses have set.
enum class KeptCookies {
  not_sent,
  sent,   // "Cookies: kept"
  first,  // "Cookies: first": the first value of each, as if none had been removed or replaced
  mixed,  // "Cookies: mixed": each session as that of every association
};

struct Step {
  std::string method;                // as sent: also one that `protocol::Method` has no word for
  protocol::Request request;         // but for its method
  KeptCookies cookies = KeptCookies::not_sent;
  std::chrono::seconds wait_before{0};
};

/// At most `max_steps`; what follows is ignored.
[[nodiscard]] std::vector<Step> parse_script(std::string_view text);

inline constexpr std::size_t max_steps = 16;

}  // namespace laurel::fuzz
