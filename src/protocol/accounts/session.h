// Signing in and out, and who is signed in.
#pragma once

#include <string>
#include <vector>

#include "base/codec.h"
#include "domain/member.h"
#include "protocol/endpoint.h"

namespace laurel::protocol {

struct SignInRequest {
  std::string email;
  std::string password;
  bool remember = false;  // keep the session when the browser is closed

  static constexpr auto fields() {
    return std::tuple{
        base::field("email", &SignInRequest::email, {.max_bytes = 254}),
        base::field("password", &SignInRequest::password, {.max_bytes = 1024, .secret = true}),
        base::field("remember", &SignInRequest::remember)};
  }
};

/// The signed-in member, as the head of every screen shows them.
struct SessionResponse {
  domain::MemberId member_id;
  std::string first_name;
  std::string last_name;
  std::string email;

  static constexpr auto fields() {
    return std::tuple{base::field("member_id", &SessionResponse::member_id),
                      base::field("first_name", &SessionResponse::first_name),
                      base::field("last_name", &SessionResponse::last_name),
                      base::field("email", &SessionResponse::email)};
  }
  friend bool operator==(const SessionResponse&, const SessionResponse&) = default;
};

struct SessionEntry {
  std::string session_id;  // names the session; it cannot be used to sign in
  std::string device;      // such as "Firefox on Linux"
  base::Instant signed_in;
  base::Instant last_seen;
  bool current = false;

  static constexpr auto fields() {
    return std::tuple{base::field("session_id", &SessionEntry::session_id),
                      base::field("device", &SessionEntry::device),
                      base::field("signed_in", &SessionEntry::signed_in),
                      base::field("last_seen", &SessionEntry::last_seen),
                      base::field("current", &SessionEntry::current)};
  }
};

struct SessionsResponse {
  std::vector<SessionEntry> sessions;

  static constexpr auto fields() {
    return std::tuple{base::field("sessions", &SessionsResponse::sessions)};
  }
};

// ---- endpoints ----

inline constexpr Endpoint<Audience::visitor, SignInRequest, SessionResponse> session_create{
    {Method::post, "/api/v1/{association}/session", "Sign in", "signIn", "sessions"},
    200,
    {ProblemCode::wrong_credentials, ProblemCode::too_many_tries}};

inline constexpr Endpoint<Audience::member, Nothing, SessionResponse> session_read{
    {Method::get, "/api/v1/{association}/session", "Who is signed in", "readSession", "sessions"}};

inline constexpr Endpoint<Audience::visitor, Nothing, NoContent> session_delete{
    {Method::delete_, "/api/v1/{association}/session", "Sign out", "signOut", "sessions"}, 204};

inline constexpr Endpoint<Audience::member, Nothing, SessionsResponse> sessions_list{
    {Method::get, "/api/v1/{association}/sessions", "The devices on which the member is signed in",
     "listSessions", "sessions"}};

inline constexpr Endpoint<Audience::member, Nothing, NoContent> sessions_revoke{
    {Method::delete_, "/api/v1/{association}/sessions/{session}", "Sign out on one device",
     "endSession", "sessions"},
    204,
    {ProblemCode::not_found}};

}  // namespace laurel::protocol
