// A forgotten password. The first answer is the same for known and unknown addresses; the mail tells
// the rest.
#pragma once

#include <string>

#include "base/codec.h"
#include "protocol/endpoint.h"

namespace laurel::protocol {

struct PasswordResetRequest {
  std::string email;

  static constexpr auto fields() {
    return std::tuple{base::field("email", &PasswordResetRequest::email, {.max_bytes = 254})};
  }
};

/// Redeems the token of the mail's link. Every session of the account ends.
struct PasswordResetCompletion {
  std::string token;
  std::string password;

  static constexpr auto fields() {
    return std::tuple{
        base::field("token", &PasswordResetCompletion::token, {.max_bytes = 100, .secret = true}),
        base::field("password", &PasswordResetCompletion::password,
                    {.max_bytes = 1024, .secret = true})};
  }
};

// ---- endpoints ----

inline constexpr Endpoint<Audience::visitor, PasswordResetRequest, Done> password_reset_create{
    {Method::post, "/api/v1/{association}/password-resets",
     "Ask for a mail to choose a new password", "askForNewPassword", "account"},
    202,
    {ProblemCode::invalid, ProblemCode::too_many_tries}};

inline constexpr Endpoint<Audience::visitor, PasswordResetCompletion, Done> password_reset_complete{
    {Method::post, "/api/v1/{association}/password-resets/complete", "Choose a new password",
     "chooseNewPassword", "account"},
    200,
    {ProblemCode::invalid, ProblemCode::gone}};

}  // namespace laurel::protocol
