#include "service/kernel/idempotency.h"

#include <algorithm>
#include <cassert>

#include "base/bytes.h"
#include "service/kernel/tokens.h"
#include "service/store/records.h"

namespace laurel::service::kernel {
namespace {

constexpr std::size_t max_key_bytes = 255;

/// The header is a structured string (RFC 8941 section 3.3.3), "in quotes"; bare keys are common.
std::string_view without_quotes(std::string_view header) {
  if (header.size() < 2 || header.front() != '"' || header.back() != '"') return header;
  return header.substr(1, header.size() - 2);
}

bool is_visible_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < 0x7F; });
}

protocol::Response stored_reply(const IdempotencyRecord& record) {
  protocol::Response response;
  response.status = static_cast<int>(record.status);
  response.body = record.body;
  if (response.status >= 400) response.content_type = "application/problem+json";
  return response;
}

using KnownReply = std::optional<protocol::Response>;

/// Nothing for a request that is new or has no key.
base::Result<KnownReply> known_reply(ports::Transaction& transaction,
                                     const std::optional<IdempotencyKey>& key, base::Instant now) {
  if (!key) return std::nullopt;
  const auto record = find_record(transaction, *key, now);
  if (!record) return tl::unexpected(record.error());
  if (!*record) return std::nullopt;
  const bool same = (*record)->fingerprint == key->fingerprint;
  return same ? stored_reply(**record) : problem(protocol::ProblemCode::key_reused);
}

}  // namespace

OrResponse<std::optional<IdempotencyKey>> read_key(const Call& call, Services& services,
                                                   std::string_view scope, std::string_view body) {
  const protocol::Request& request = call.request;
  if (request.idempotency_key.empty()) return std::nullopt;
  const std::string_view key = without_quotes(request.idempotency_key);
  if (key.empty() || key.size() > max_key_bytes || !is_visible_ascii(key)) {
    return tl::unexpected(malformed("Idempotency-Key"));
  }
  const auto joined = [](std::string_view a, std::string_view b, std::string_view c) {
    return std::string(a) + "\n" + std::string(b) + "\n" + std::string(c);
  };
  return IdempotencyKey{
      hash_of(services, joined("key", scope, key)),
      hash_of(services, joined(base::name_of(request.method), request.path, body))};
}

base::Result<std::optional<IdempotencyRecord>> find_record(ports::Transaction& transaction,
                                                           const IdempotencyKey& key,
                                                           base::Instant now) {
  auto record = store::load<IdempotencyRecord>(transaction, key.id);
  if (record && *record && (*record)->expires <= now) return std::nullopt;
  return record;
}

base::Status remember_token(ports::Transaction& transaction, const IdempotencyKey& key, int status,
                            const std::string& session_id, base::Instant now) {
  const IdempotencyRecord record{key.id, key.fingerprint, status, "", session_id,
                                 now + idempotency_kept_for};
  return store::save(transaction, record);
}

protocol::Response once(const Call& call, Services& services, std::string_view scope,
                        std::string_view body, const Effect& effect, const Preparation& prepare) {
  const auto key = read_key(call, services, scope, body);
  if (!key) return key.error();
  const KeyInUse in_use(services.in_flight, *key);
  if (!in_use.granted()) return problem(protocol::ProblemCode::conflict);

  const base::Instant now = services.clock.now();
  if (prepare) {
    KnownReply known;
    const auto status = services.store.read([&](ports::Transaction& transaction) -> base::Status {
      auto reply = known_reply(transaction, *key, now);
      if (!reply) return tl::unexpected(reply.error());
      known = std::move(*reply);
      return {};
    });
    if (!status) return unavailable(services, status.error());
    if (!known) known = prepare();
    if (known) return *known;
  }
  protocol::Response response;
  const auto status = services.store.write([&](ports::Transaction& transaction) -> base::Status {
    auto known = known_reply(transaction, *key, now);
    if (!known) return tl::unexpected(known.error());
    if (*known) {
      response = std::move(**known);
      return {};
    }
    auto outcome = effect(transaction);
    if (!outcome) return tl::unexpected(outcome.error());
    response = std::move(*outcome);
    assert(response.cookies.empty());
    // "Try again later" means the same request.
    if (!*key || response.retry_after_s) return {};
    const IdempotencyRecord record{(*key)->id,    (*key)->fingerprint,
                                   response.status, response.body,
                                   "",            now + idempotency_kept_for};
    return store::save(transaction, record);
  });
  if (!status) return unavailable(services, status.error());
  return response;
}

}  // namespace laurel::service::kernel
