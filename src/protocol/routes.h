// The addresses of the API, stated once for both sides: the client builds paths from them, the
// service matches paths against them, the OpenAPI document lists them.
//
//   protocol::path_of(protocol::session_create, {"ipma"}) == "/api/v1/ipma/session"
//
// To add an endpoint: a Route here, its messages beside protocol/accounts/session.h, its handler in the
// table of service/endpoints.cpp, a test in tests/service.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "protocol/http.h"

namespace laurel::protocol {

struct Route {
  Method method;
  std::string_view path;  // segments in braces are parameters; {token}, {verification} are secret
  std::string_view summary;
};

inline constexpr Route health{Method::get, "/api/v1/health", "Whether the server can work"};
inline constexpr Route openapi{Method::get, "/api/v1/openapi.json", "This description of the API"};
inline constexpr Route dev_mailbox{Method::get, "/api/v1/dev/mailbox",
                                   "The mails of a server for development, and of the demo"};
inline constexpr Route session_create{Method::post, "/api/v1/{association}/session", "Sign in"};
inline constexpr Route session_read{Method::get, "/api/v1/{association}/session",
                                    "Who is signed in"};
inline constexpr Route session_delete{Method::delete_, "/api/v1/{association}/session", "Sign out"};
inline constexpr Route sessions_list{Method::get, "/api/v1/{association}/sessions",
                                     "The devices on which the member is signed in"};
inline constexpr Route sessions_revoke{Method::delete_, "/api/v1/{association}/sessions/{session}",
                                       "Sign out on one device"};
inline constexpr Route dashboard_read{Method::get, "/api/v1/{association}/dashboard",
                                      "The member's dashboard"};

inline constexpr Route registration_create{Method::post, "/api/v1/{association}/registrations",
                                           "Register, step 1: who you are"};
inline constexpr Route registration_search{Method::post,
                                           "/api/v1/{association}/registrations/search",
                                           "Register, step 2: look for certificates"};
inline constexpr Route registration_complete{Method::post,
                                             "/api/v1/{association}/registrations/complete",
                                             "Register, step 2: make the account"};
inline constexpr Route registration_mail{Method::post,
                                         "/api/v1/{association}/registrations/mail",
                                         "Register, step 3: send the activation mail again"};
inline constexpr Route activation_create{Method::post, "/api/v1/{association}/activations",
                                         "Activate an account"};
inline constexpr Route password_reset_create{Method::post,
                                             "/api/v1/{association}/password-resets",
                                             "Ask for a mail to choose a new password"};
inline constexpr Route password_reset_complete{Method::post,
                                               "/api/v1/{association}/password-resets/complete",
                                               "Choose a new password"};

inline constexpr Route password_change{Method::post, "/api/v1/{association}/password",
                                       "Change the member's own password"};
inline constexpr Route email_change{Method::post, "/api/v1/{association}/email",
                                    "Ask for a mail that changes the member's e-mail address"};
inline constexpr Route email_confirm{Method::post, "/api/v1/{association}/email/confirmations",
                                     "Change the e-mail address, proven by that mail"};

inline constexpr Route certificates_list{Method::get, "/api/v1/{association}/certificates",
                                         "The member's certificates"};
inline constexpr Route certificates_search{Method::post,
                                           "/api/v1/{association}/certificates/search",
                                           "Look for certificates to link"};
inline constexpr Route certificates_claim{Method::post, "/api/v1/{association}/certificates/claims",
                                          "Link certificates, or ask staff to"};
inline constexpr Route certificate_calendar{
    Method::get, "/api/v1/{association}/certificates/{number}/calendar",
    "The days of one of the member's certificates, as a calendar file"};
inline constexpr Route verification_read{Method::get,
                                         "/api/v1/{association}/verifications/{verification}",
                                         "What a certificate's verification page shows"};

inline constexpr Route profile_read{Method::get, "/api/v1/{association}/profile",
                                    "The member's own profile"};
inline constexpr Route profile_save{Method::put, "/api/v1/{association}/profile",
                                    "Save the member's own profile"};
inline constexpr Route profile_preview{Method::get,
                                       "/api/v1/{association}/profile/preview/{privacy}",
                                       "The member's own profile as others would see it"};
inline constexpr Route photo_save{Method::put, "/api/v1/{association}/profile/photo",
                                  "Give the member's own profile a photo"};
inline constexpr Route photo_remove{Method::delete_, "/api/v1/{association}/profile/photo",
                                    "Take the photo off the member's own profile"};
inline constexpr Route photo_read{Method::get, "/api/v1/{association}/photos/{photo}",
                                  "A member's photo"};
inline constexpr Route directory_search{Method::post, "/api/v1/{association}/directory",
                                        "Look for members"};
inline constexpr Route member_read{Method::get, "/api/v1/{association}/members/{member}",
                                   "A member, as far as their privacy option lets them be seen"};

inline constexpr Route text_read{Method::get, "/api/v1/{association}/texts/{text}",
                                 "One of the association's texts"};
inline constexpr Route education_list{Method::get, "/api/v1/{association}/education",
                                      "Courses and programmes to come"};
inline constexpr Route events_list{Method::get, "/api/v1/{association}/events", "Events to come"};
inline constexpr Route member_associations_list{Method::get,
                                                "/api/v1/{association}/member-associations",
                                                "The national associations"};
inline constexpr Route organisations_list{Method::get, "/api/v1/{association}/organisations",
                                          "The organisations that the association works with"};
inline constexpr Route search{Method::get, "/api/v1/{association}/search/{words}",
                              "Look for words in all that everybody may read"};

inline constexpr Route newsletter_create{Method::post,
                                         "/api/v1/{association}/newsletter/subscriptions",
                                         "Ask for the mail that leads to the newsletter"};
inline constexpr Route newsletter_confirm{Method::post,
                                          "/api/v1/{association}/newsletter/confirmations",
                                          "Subscribe to the newsletter"};
inline constexpr Route newsletter_cancel{Method::post,
                                         "/api/v1/{association}/newsletter/cancellations",
                                         "Unsubscribe from the newsletter"};
inline constexpr Route newsletter_one_click{
    Method::post, "/api/v1/{association}/newsletter/one-click/{token}",
    "Unsubscribe as mail programs do (RFC 8058)"};

/// RFC 3986 section 2: every character that is not unreserved becomes "%XX".
[[nodiscard]] std::string percent_encoded(std::string_view text);
/// Nothing where `text` holds what no segment of a path may hold, bad percent-encoding or bad UTF-8.
[[nodiscard]] std::optional<std::string> percent_decoded(std::string_view text);

/// Fills the parameters in order. Asserts that there are as many as the path has. Every character
/// that RFC 3986 does not call unreserved is percent-encoded.
[[nodiscard]] std::string path_of(const Route& route,
                                  std::initializer_list<std::string_view> parameters);

/// The parameters' values, percent-decoded, or nothing where `path` is none of the route's. A path
/// with an empty parameter, a character that RFC 3986 wants encoded, bad percent-encoding or bad UTF-8
/// never matches.
[[nodiscard]] std::optional<std::vector<std::string>> match_path(const Route& route,
                                                                 std::string_view path);

/// For logs: where the route has a parameter that is secret and `path` is the route's up to there, the
/// path with the parameter's name in place of everything from its value on, also of what does not
/// match.
[[nodiscard]] std::optional<std::string> path_without_secret(const Route& route,
                                                             std::string_view path);

}  // namespace laurel::protocol
