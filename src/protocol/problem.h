// What every endpoint answers when it cannot do what was asked: problem details (RFC 9457), media
// type application/problem+json. The client chooses its words by `code`; `detail` is for developers
// and holds neither a secret nor what a member typed.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

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
  invalid,             // 400: what a member typed breaks a rule; `errors` says what and where
  gone,                // 410: a link or a registration that was used, has expired or never was
  changed,             // 412: what was to be saved has changed since it was read
  taken,               // 422: the e-mail address has come to belong to another account
};

constexpr std::array<std::string_view, 14> enum_names(ProblemCode) {
  return {"malformed",          "wrong_credentials", "not_signed_in", "forbidden",
          "not_found",          "method_not_allowed", "conflict",     "key_reused",
          "too_many_tries",     "unavailable",        "invalid",      "gone",
          "changed",            "taken"};
}

/// What is wrong with one field of a form.
enum class FieldCode {
  missing,
  invalid,          // not of the form that the field asks for
  too_long,
  too_short,
  too_common,       // a password that many people use
  too_personal,     // a password made of names, the e-mail address or the association
  outdated,         // agreement to policies that have changed since
  too_large,        // a file of too many bytes
  not_a_picture,    // no JPEG or PNG, damaged, or not of the kind that its name says
  too_many_pixels,
  unsupported,      // a picture that this host cannot read, as the demo in an old browser
  wrong,            // not the member's current password
  unchanged,        // what the member has already
};

constexpr std::array<std::string_view, 13> enum_names(FieldCode) {
  return {"missing",      "invalid",  "too_long",  "too_short",     "too_common",
          "too_personal", "outdated", "too_large", "not_a_picture", "too_many_pixels",
          "unsupported",  "wrong",    "unchanged"};
}

struct FieldError {
  std::string field;  // its name in the request
  FieldCode code = FieldCode::invalid;

  static constexpr auto fields() {
    return std::tuple{base::field("field", &FieldError::field),
                      base::field("code", &FieldError::code)};
  }
  friend bool operator==(const FieldError&, const FieldError&) = default;
};

struct Problem {
  std::int64_t status = 500;
  ProblemCode code = ProblemCode::unavailable;
  std::string title;
  std::optional<std::string> detail;
  std::optional<std::int64_t> retry_after_s;
  std::optional<std::vector<FieldError>> errors = std::nullopt;  // with `invalid`

  static constexpr auto fields() {
    return std::tuple{base::field("status", &Problem::status, {.minimum = 400, .maximum = 599}),
                      base::field("code", &Problem::code), base::field("title", &Problem::title),
                      base::field("detail", &Problem::detail),
                      base::field("retry_after_s", &Problem::retry_after_s, {.minimum = 0}),
                      base::field("errors", &Problem::errors, {.max_items = 100})};
  }
};

}  // namespace laurel::protocol
