// What every endpoint answers when it cannot do what was asked: problem details (RFC 9457), media
// type application/problem+json. The client chooses its words by `code`; `detail` is for developers
// and holds neither a secret nor what a member typed.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/codec.h"

namespace laurel::protocol {

enum class ProblemCode {
  malformed,           // 400: not JSON, too large, a field missing or of another type
  wrong_credentials,   // 401: unknown member or wrong password; nobody learns which
  not_signed_in,       // 401: no session, or one that has ended
  forbidden,           // 403: a foreign origin, a content type other than JSON
  not_found,           // 404
  method_not_allowed,  // 405
  conflict,            // 409: the same request is being worked on
  key_reused,          // 422: an Idempotency-Key that came with another request before
  too_many_tries,      // 429: see retry_after_s
  unavailable,         // 503: storage is down or there is too much to do; try again
};

constexpr std::array<std::string_view, 10> enum_names(ProblemCode) {
  return {"malformed", "wrong_credentials",  "not_signed_in", "forbidden",  "not_found",
          "method_not_allowed", "conflict", "key_reused", "too_many_tries", "unavailable"};
}

struct Problem {
  std::int64_t status = 500;
  ProblemCode code = ProblemCode::unavailable;
  std::string title;
  std::optional<std::string> detail;
  std::optional<std::int64_t> retry_after_s;

  static constexpr auto fields() {
    return std::tuple{base::field("status", &Problem::status, {.minimum = 400, .maximum = 599}),
                      base::field("code", &Problem::code), base::field("title", &Problem::title),
                      base::field("detail", &Problem::detail),
                      base::field("retry_after_s", &Problem::retry_after_s, {.minimum = 0})};
  }
};

}  // namespace laurel::protocol
