// A member changes how they sign in: their password, their e-mail address. Both need the current
// password once more, and give this browser's session a new token; what is wrong is told at the fields.
#pragma once

#include <optional>
#include <string>

#include "base/codec.h"
#include "protocol/endpoint.h"

namespace laurel::protocol {

/// Every other session of the account ends.
struct PasswordChange {
  std::string current_password;
  std::string new_password;

  static constexpr auto fields() {
    return std::tuple{base::field("current_password", &PasswordChange::current_password,
                                  {.max_bytes = 1024, .secret = true}),
                      base::field("new_password", &PasswordChange::new_password,
                                  {.max_bytes = 1024, .secret = true})};
  }
};

/// Changes nothing yet: the link in the mail to the new address does. The answer is the same for an
/// address that belongs to another account; the mail tells.
struct EmailChange {
  std::string email;
  std::string current_password;

  static constexpr auto fields() {
    return std::tuple{base::field("email", &EmailChange::email, {.max_bytes = 254}),
                      base::field("current_password", &EmailChange::current_password,
                                  {.max_bytes = 1024, .secret = true})};
  }
};

/// Redeems the token of that mail's link. The link proves the address, but not who has asked for it,
/// which anybody with an account can do: a session of the account does, or else its current password.
/// Every session of the account ends but this browser's. `taken` where the address has come to belong
/// to another account meanwhile.
struct EmailConfirmation {
  std::string token;
  std::optional<std::string> password = std::nullopt;  // asked for by `password missing`

  static constexpr auto fields() {
    return std::tuple{
        base::field("token", &EmailConfirmation::token, {.max_bytes = 100, .secret = true}),
        base::field("password", &EmailConfirmation::password,
                    {.max_bytes = 1024, .secret = true})};
  }
};

// ---- endpoints ----

inline constexpr Endpoint<Audience::proving_member, PasswordChange, Done> password_change{
    {Method::post, "/api/v1/{association}/password", "Change the member's own password",
     "changePassword", "account"},
    200,
    {ProblemCode::invalid, ProblemCode::too_many_tries}};

inline constexpr Endpoint<Audience::proving_member, EmailChange, Done> email_change{
    {Method::post, "/api/v1/{association}/email",
     "Ask for a mail that changes the member's e-mail address", "askForEmailChange", "account"},
    202,
    {ProblemCode::invalid, ProblemCode::too_many_tries}};

inline constexpr Endpoint<Audience::visitor, EmailConfirmation, Done> email_confirm{
    {Method::post, "/api/v1/{association}/email/confirmations",
     "Change the e-mail address, proven by that mail", "confirmEmailChange", "account"},
    200,
    {ProblemCode::invalid, ProblemCode::gone, ProblemCode::taken, ProblemCode::too_many_tries}};

}  // namespace laurel::protocol
