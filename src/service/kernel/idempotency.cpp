#include "service/kernel/idempotency.h"

#include <algorithm>

#include "base/bytes.h"
#include "base/codec.h"
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

using Answer = OrProblem<std::string>;
using KnownAnswer = std::optional<Answer>;

base::Result<Answer> stored_answer(const IdempotencyRecord& record) {
  if (record.status < 400) return Answer(record.body);
  const auto stored = base::decode_json<protocol::Problem>(record.body);
  if (!stored) return tl::unexpected(stored.error());
  return Answer(Refusal(*stored));
}

/// Nothing for a request that is new or has no key.
base::Result<KnownAnswer> known_answer(ports::Transaction& transaction,
                                       const std::optional<IdempotencyKey>& key,
                                       base::Instant now) {
  if (!key) return std::nullopt;
  const auto record = find_record(transaction, *key, now);
  if (!record) return tl::unexpected(record.error());
  if (!*record) return std::nullopt;
  if ((*record)->fingerprint != key->fingerprint) {
    return KnownAnswer(problem(protocol::ProblemCode::key_reused));
  }
  auto answer = stored_answer(**record);
  if (!answer) return tl::unexpected(answer.error());
  return KnownAnswer(std::move(*answer));
}

base::Status remember(ports::Transaction& transaction, const IdempotencyKey& key,
                      const Answer& answer, int success_status, base::Instant now) {
  IdempotencyRecord record{key.id, key.fingerprint,           success_status, "",
                           "",     now + idempotency_kept_for};
  if (answer) {
    record.body = *answer;
  } else {
    record.status = answer.error().status;
    record.body = base::encode_json(answer.error());
  }
  if (auto saved = store::save(transaction, record); !saved) return saved;
  return store::prune<IdempotencyRecord>(transaction, now);
}

}  // namespace

OrProblem<std::optional<IdempotencyKey>> read_key(const Call& call, Services& services,
                                                  std::string_view scope, std::string_view body) {
  const protocol::Request& request = call.request;
  if (request.idempotency_key.empty()) return std::nullopt;
  const std::string_view key = without_quotes(request.idempotency_key);
  if (key.empty() || key.size() > max_key_bytes || !is_visible_ascii(key)) {
    return malformed("Idempotency-Key");
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
  if (auto status = store::save(transaction, record); !status) return status;
  return store::prune<IdempotencyRecord>(transaction, now);
}

OrProblem<std::string> detail::once_encoded(const Call& call, Services& services,
                                            std::string_view scope, std::string_view body,
                                            const Effect<std::string>& effect,
                                            const Preparation& prepare) {
  const auto key = read_key(call, services, scope, body);
  if (!key) return Refusal(key.error());
  const KeyInUse in_use(services.in_flight, *key);
  if (!in_use.granted()) return problem(protocol::ProblemCode::conflict);

  const base::Instant now = services.clock.now();
  KnownAnswer answer;
  if (prepare) {
    const auto status = services.store.read([&](ports::Transaction& transaction) -> base::Status {
      auto known = known_answer(transaction, *key, now);
      if (!known) return tl::unexpected(known.error());
      answer = std::move(*known);
      return {};
    });
    if (!status) return unavailable(services, status.error());
    if (answer) return *answer;
    if (auto refused = prepare()) return *refused;
  }
  const auto status = services.store.write([&](ports::Transaction& transaction) -> base::Status {
    auto known = known_answer(transaction, *key, now);
    if (!known) return tl::unexpected(known.error());
    answer = std::move(*known);
    if (answer) return {};
    auto outcome = effect(transaction);
    if (!outcome) return tl::unexpected(outcome.error());
    answer = std::move(*outcome);
    const bool to_be_tried_again = !*answer && answer->error().retry_after_s;
    if (!*key || to_be_tried_again) return {};
    return remember(transaction, **key, *answer, call.success_status, now);
  });
  if (!status) return unavailable(services, status.error());
  return *answer;
}

}  // namespace laurel::service::kernel
