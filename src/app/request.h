// Requests under way. The update asks by a command, the host sends it and posts the reply as an
// action. A newer request with the same purpose supersedes the older one, whose late reply is then
// dropped. So are the replies that somebody waited for who is not here any more (Audience).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/route.h"
#include "app/trouble.h"
#include "base/codec.h"
#include "protocol/http.h"
#include "protocol/problem.h"

namespace laurel::app {

struct RequestId {
  std::int64_t value = 0;
  friend bool operator==(RequestId, RequestId) = default;
};

enum class Purpose {
  read_session,
  check_session,  // of the member who was signed in when this page was seen last
  sign_in,
  sign_out,
  read_dashboard,
  register_member,
  search_certificates,
  complete_registration,
  send_activation_mail,
  ask_for_new_password,
  set_new_password,
  press_mail_link,
  subscribe_newsletter,
  read_education,
  read_events,
  read_member_associations,
  read_organisations,
  read_text,
  search,
  read_mailbox,
  read_certificates,
  search_my_certificates,
  claim_certificates,
  read_verification,
  search_directory,
  read_member,
  read_profile,
  save_profile,
  read_other_profile,  // after a save that came second
  read_preview,
  save_photo,
  remove_photo,
  read_calendar,
  change_email,
  change_password,
  read_devices,
  end_session,
};

/// Whom the reply is for. Signing in, signing out and the end of a session drop what was for others
/// (accounts/session/update.cpp).
enum class Audience {
  everybody,            // of use whoever comes or goes
  member,               // who was signed in: for no other one, who may be here when it arrives
  registering_visitor,  // until somebody is signed in, or the registration ends
};
[[nodiscard]] Audience audience_of(Purpose purpose);

struct Request {
  RequestId id;
  Purpose purpose;
  Route asked_on;  // the screen that was shown then; another one may be when the reply arrives
};

/// What came back, as the transport saw it. The body is anything at all until it is decoded.
struct Reply {
  bool arrived = false;  // false: no connection, time-out, or the reply was cut off
  int status = 0;
  std::string body;
};

class Requests {
 public:
  /// `client_key` makes the idempotency keys unique among all clients; the host draws it at random.
  void start(std::string client_key) { client_key_ = std::move(client_key); }

  /// A new request for this purpose; replies to older ones will be dropped. `content` is what it
  /// asks for: where the same was asked before and no answer came, it gets the same idempotency key,
  /// since the backend may have done it.
  RequestId begin(Purpose purpose, std::string content, Route asked_on);

  /// The request, which is over now; nothing when it was superseded or dropped. `answered` says
  /// whether it is known what became of it.
  std::optional<Request> finish(RequestId id, bool answered);

  /// Drops the replies to these requests and forgets what they asked for: asking the same again is
  /// a new request with a new idempotency key.
  void drop(Purpose purpose);
  void drop(Audience audience);

  [[nodiscard]] bool is_pending(Purpose purpose) const;
  [[nodiscard]] bool is_pending(Purpose purpose, const Route& asked_on) const;

  /// Of the latest request for this purpose, which has not been answered yet (asserted).
  [[nodiscard]] std::string idempotency_key(Purpose purpose) const;

 private:
  struct Unanswered {
    Purpose purpose;
    std::string content;
    std::int64_t key;  // the number in the idempotency key of its first try
  };

  std::vector<Request> pending_;
  std::vector<Unanswered> unanswered_;  // one for each purpose at most
  std::string client_key_;
  std::int64_t last_id_ = 0;
};

/// Whether it is known what became of the request: a server or a proxy that fails may have carried
/// it out, and so does one that is still at work on the same.
[[nodiscard]] bool is_answered(const Reply& reply);

/// Whether the request was carried out.
[[nodiscard]] bool is_done(const Reply& reply);

/// The problem that the backend states, or nothing where it states none.
[[nodiscard]] std::optional<protocol::Problem> problem_of(const Reply& reply);

/// What a reply that is no success means to the member.
[[nodiscard]] Trouble trouble_of(const Reply& reply);

/// Whether the backend states this problem.
[[nodiscard]] bool is_problem(const Reply& reply, protocol::ProblemCode code);

/// Room for the longest list that the backend may send (base::FieldRule::max_items).
inline constexpr base::JsonLimits reply_limits{.max_bytes = 1024 * 1024, .max_values = 100'000};

/// The reply's content, or nothing where it is no success or breaks the contract (`trouble_of` tells
/// the two apart).
template <class T>
[[nodiscard]] std::optional<T> content_of(const Reply& reply) {
  if (!is_done(reply)) return std::nullopt;
  auto content = base::decode_json<T>(reply.body, reply_limits);
  if (!content) return std::nullopt;
  return std::move(*content);
}

}  // namespace laurel::app
