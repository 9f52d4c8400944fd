// A request that is sent twice takes effect once (draft-ietf-httpapi-idempotency-key-header-06).
//
// A client may send an Idempotency-Key with every request that changes something, and send the same
// request with the same key again when it has not learnt what became of the first:
//
//   the same request again       the stored reply
//   another request, same key    422 key_reused: told by the fingerprint, SHA-256 over method, path
//                                and the body without its secrets
//   the first is still running   409 conflict
//
// The record is written in the transaction of the effect and kept for two days. Keys are scoped:
// the same key of another member is another key.
//
// Signing in is special, since a stored reply may not hold a token, nor a fingerprint the password.
// There (service/accounts/sign_in.cpp) the password is verified each time, a failure stores nothing, and a
// repeated sign-in gives a new token for the same session: one key never makes two sessions. So do
// changes that need the password once more (service/accounts/proven_change.h).
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include "base/codec.h"
#include "service/kernel/call.h"
#include "service/kernel/problem.h"
#include "service/kernel/schema.h"
#include "service/kernel/services.h"
#include "service/store/keys.h"

namespace laurel::service::kernel {

inline constexpr std::chrono::hours idempotency_kept_for{48};
inline constexpr std::size_t max_stored_reply_bytes = 256 * 1024;

/// The reply to a request that came with an Idempotency-Key (idempotency.h).
struct IdempotencyRecord {
  std::string key;          // a hash of the key and of who used it
  std::string fingerprint;  // of the request, secrets left out
  std::int64_t status = 0;
  std::string body;
  std::string session_id;  // of a session or registration, where the reply is made anew; else empty
  base::Instant expires;

  static constexpr auto fields() {
    return std::tuple{
        base::field("key", &IdempotencyRecord::key),
        base::field("fingerprint", &IdempotencyRecord::fingerprint),
        base::field("status", &IdempotencyRecord::status),
        base::field("body", &IdempotencyRecord::body, {.max_bytes = max_stored_reply_bytes}),
        base::field("session_id", &IdempotencyRecord::session_id),
        base::field("expires", &IdempotencyRecord::expires)};
  }
  static const ports::Collection& collection() { return schema::idempotency_keys; }
  [[nodiscard]] std::string id() const { return key; }
  [[nodiscard]] store::Keys keys() const { return {store::expiry_key(expires)}; }
};

struct IdempotencyKey {
  std::string id;           // of its record
  std::string fingerprint;  // of this request
};

/// The request's key, if it has one; 400 where it is empty, longer than 255 bytes or no visible
/// ASCII. `scope` is who uses it, such as "ipma 4Nc…".
[[nodiscard]] OrProblem<std::optional<IdempotencyKey>> read_key(const Call& call,
                                                                Services& services,
                                                                std::string_view scope,
                                                                std::string_view body);

/// Keeps the key among those being worked on for as long as it lives.
class KeyInUse {
 public:
  KeyInUse(InFlight& in_flight, const std::optional<IdempotencyKey>& key)
      : in_flight_(in_flight), id_(key ? key->id : ""), granted_(!key || in_flight.add(id_)) {}
  ~KeyInUse() {
    if (granted_ && !id_.empty()) in_flight_.remove(id_);
  }
  KeyInUse(const KeyInUse&) = delete;
  KeyInUse& operator=(const KeyInUse&) = delete;

  /// False when another request with this key is being worked on.
  [[nodiscard]] bool granted() const { return granted_; }

 private:
  InFlight& in_flight_;
  std::string id_;
  bool granted_;
};

/// The key's record, unless its time is over.
[[nodiscard]] base::Result<std::optional<IdempotencyRecord>> find_record(
    ports::Transaction& transaction, const IdempotencyKey& key, base::Instant now);

/// Keeps that the request was answered with `status` and a token of the session or registration
/// with this id: a repeat makes a new token for the same one.
[[nodiscard]] base::Status remember_token(ports::Transaction& transaction,
                                          const IdempotencyKey& key, int status,
                                          const std::string& session_id, base::Instant now);

/// Changes the store and says what to answer. Its answer is stored: it holds no secret.
template <class Message>
using Effect = std::function<base::Result<OrProblem<Message>>(ports::Transaction&)>;

/// What takes too long for a transaction, before it. A refusal is given instead of the effect, and is
/// not kept.
using Preparation = std::function<std::optional<Refusal>()>;

namespace detail {

/// `once` with messages in the form in which they are stored; empty for one without a body.
[[nodiscard]] OrProblem<std::string> once_encoded(const Call& call, Services& services,
                                                  std::string_view scope, std::string_view body,
                                                  const Effect<std::string>& effect,
                                                  const Preparation& prepare);

template <class Message>
[[nodiscard]] std::string encoded(const Message& message) {
  if constexpr (std::is_same_v<Message, protocol::NoContent>) return {};
  else return base::encode_json(message);
}

template <class Message>
[[nodiscard]] base::Result<Message> decoded(const std::string& body) {
  if constexpr (std::is_same_v<Message, protocol::NoContent>) return Message{};
  else return base::decode_json<Message>(body, {.max_bytes = max_stored_reply_bytes});
}

}  // namespace detail

/// Runs the effect in a transaction, once for each key; repeats get the same answer. "Try again later"
/// is not kept: it means the same request. `body` is the request without its secrets. The preparation,
/// if there is one, runs before, but not for what has its stored answer already.
template <class Message>
[[nodiscard]] OrProblem<Message> once(const Call& call, Services& services, std::string_view scope,
                                      std::string_view body, const Effect<Message>& effect,
                                      const Preparation& prepare = {}) {
  const auto encode = [&](ports::Transaction& transaction) -> base::Result<OrProblem<std::string>> {
    const auto outcome = effect(transaction);
    if (!outcome) return tl::unexpected(outcome.error());
    if (!*outcome) return OrProblem<std::string>(Refusal(outcome->error()));
    return OrProblem<std::string>(detail::encoded(**outcome));
  };
  const auto answer = detail::once_encoded(call, services, scope, body, encode, prepare);
  if (!answer) return Refusal(answer.error());
  auto message = detail::decoded<Message>(*answer);
  if (!message) return unavailable(services, message.error());
  return std::move(*message);
}

}  // namespace laurel::service::kernel
