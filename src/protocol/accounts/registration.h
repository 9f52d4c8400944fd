// Becoming a member in three steps: who you are, which certificates are yours, and the button that a
// mail leads to. Every answer is the same for an address that has an account already; the mail tells
// the rest.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/codec.h"
#include "protocol/endpoint.h"

namespace laurel::protocol {

struct RegistrationRequest {
  std::string first_name;
  std::string last_name;
  std::string email;
  std::string country;  // ISO 3166-1 alpha-2
  std::string password;
  std::string agreed_to;  // the version of the policies that the member has agreed to

  static constexpr auto fields() {
    return std::tuple{
        base::field("first_name", &RegistrationRequest::first_name, {.max_bytes = 400}),
        base::field("last_name", &RegistrationRequest::last_name, {.max_bytes = 400}),
        base::field("email", &RegistrationRequest::email, {.max_bytes = 254}),
        base::field("country", &RegistrationRequest::country, {.max_bytes = 2}),
        base::field("password", &RegistrationRequest::password,
                    {.max_bytes = 1024, .secret = true}),
        base::field("agreed_to", &RegistrationRequest::agreed_to, {.max_bytes = 40})};
  }
};

/// `registration` names the pending registration in the following steps; whoever has it can go on.
struct RegistrationResponse {
  std::string registration;

  static constexpr auto fields() {
    return std::tuple{
        base::field("registration", &RegistrationResponse::registration, {.secret = true})};
  }
};

/// The end of step 2: makes the account and sends the mail.
struct RegistrationCompletion {
  std::string registration;
  std::vector<std::string> certificates;  // numbers that the member has ticked
  bool newsletter = false;

  static constexpr auto fields() {
    return std::tuple{
        base::field("registration", &RegistrationCompletion::registration, {.secret = true}),
        base::field("certificates", &RegistrationCompletion::certificates,
                    {.max_bytes = 64, .max_items = 50}),
        base::field("newsletter", &RegistrationCompletion::newsletter)};
  }
};

/// Sends the activation mail again.
struct ActivationMailRequest {
  std::string registration;

  static constexpr auto fields() {
    return std::tuple{
        base::field("registration", &ActivationMailRequest::registration, {.secret = true})};
  }
};

/// The button on the page that the mail's link opens. The link proves the address, but not who has
/// registered with it, which anybody can do: the browser's registration does, or else the password.
struct ActivationRequest {
  std::string token;
  std::optional<std::string> registration = std::nullopt;  // of step 1, where this browser has one
  std::optional<std::string> password = std::nullopt;      // asked for by `password missing`

  static constexpr auto fields() {
    return std::tuple{
        base::field("token", &ActivationRequest::token, {.max_bytes = 100, .secret = true}),
        base::field("registration", &ActivationRequest::registration,
                    {.max_bytes = 100, .secret = true}),
        base::field("password", &ActivationRequest::password,
                    {.max_bytes = 1024, .secret = true})};
  }
};

// ---- endpoints ----

inline constexpr Endpoint<Audience::visitor, RegistrationRequest, RegistrationResponse>
    registration_create{{Method::post, "/api/v1/{association}/registrations",
                         "Register, step 1: who you are", "register", "registration"},
                        201,
                        {ProblemCode::invalid, ProblemCode::too_many_tries}};

inline constexpr Endpoint<Audience::visitor, RegistrationCompletion, Done> registration_complete{
    {Method::post, "/api/v1/{association}/registrations/complete",
     "Register, step 2: make the account", "completeRegistration", "registration"},
    202,
    {ProblemCode::gone, ProblemCode::too_many_tries}};

inline constexpr Endpoint<Audience::visitor, ActivationMailRequest, Done> registration_mail{
    {Method::post, "/api/v1/{association}/registrations/mail",
     "Register, step 3: send the activation mail again", "sendActivationMail", "registration"},
    202,
    {ProblemCode::gone, ProblemCode::too_many_tries}};

inline constexpr Endpoint<Audience::visitor, ActivationRequest, Done> activation_create{
    {Method::post, "/api/v1/{association}/activations", "Activate an account", "activate",
     "registration"},
    200,
    {ProblemCode::invalid, ProblemCode::gone, ProblemCode::too_many_tries}};

}  // namespace laurel::protocol
