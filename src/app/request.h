// Requests under way. The update asks by a command, the host sends it and posts the reply as an
// action. A newer request with the same purpose supersedes the older one, whose late reply is then
// dropped. So are the replies that somebody waited for who is not here any more (Audience).
#pragma once

#include <cassert>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "app/feature.h"
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

/// Whom the reply is for. Signing in, signing out and the end of a session drop what was for others
/// (accounts/session/update.cpp).
enum class Audience : std::uint8_t {
  everybody,            // of use whoever comes or goes
  member,               // who was signed in: for no other one, who may be here when it arrives
  registering_visitor,  // until somebody is signed in, or the registration ends
};

/// What a request is for, and with that what takes its reply: one value of an enum in the requests.h of
/// a feature, where `feature_of` and `audience_of` say the rest.
///
///   Purpose purpose = certificates::Purpose::read_calendar;
///   purpose.feature() == Feature::certificates
class Purpose {
 public:
  template <class Own>
    requires std::is_enum_v<Own>
  constexpr Purpose(Own own)
      : feature_(feature_of(own)), audience_(audience_of(own)),
        number_(static_cast<std::uint8_t>(own)) {}

  [[nodiscard]] constexpr Feature feature() const { return feature_; }
  [[nodiscard]] constexpr Audience audience() const { return audience_; }

  /// In the feature's own terms.
  template <class Own>
  [[nodiscard]] constexpr Own as() const {
    assert(feature_of(Own{}) == feature_);
    return static_cast<Own>(number_);
  }

  friend constexpr bool operator==(const Purpose&, const Purpose&) = default;

 private:
  Feature feature_;
  Audience audience_;
  std::uint8_t number_;
};

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
