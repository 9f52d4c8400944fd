// What the backend keeps, as typed records over the store's documents. A record states its fields once
// (base/codec.h), its collection, its id and the keys of its collection's indexes, in their order; it
// stands with its feature, as accounts/records.h shows.
//
//   const auto account = store::load<AccountRecord>(transaction, member_id.value);
//   if (!account) return tl::unexpected(account.error());
//   if (*account) …
//   return store::save(transaction, **account);
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/codec.h"
#include "ports/store.h"
#include "service/store/keys.h"

namespace laurel::service::store {

template <class R>
[[nodiscard]] base::Result<R> decode_record(const ports::Record& stored) {
  auto record = base::decode_json<R>(stored.document, {.max_bytes = 1024 * 1024});
  if (record) return record;
  return base::fail(base::ErrorCode::corrupt,
                    std::string(R::collection().name) + ": " + record.error().context);
}

template <class R>
[[nodiscard]] base::Result<std::optional<R>> load(ports::Transaction& transaction,
                                                  std::string_view id) {
  const auto stored = transaction.get(R::collection(), id);
  if (!stored) return tl::unexpected(stored.error());
  if (!*stored) return std::nullopt;
  auto record = decode_record<R>(**stored);
  if (!record) return tl::unexpected(record.error());
  return std::optional<R>(std::move(*record));
}

/// Up to `limit` records whose key in the index equals `key`.
template <class R>
[[nodiscard]] base::Result<std::vector<R>> load_all(ports::Transaction& transaction,
                                                    const ports::Index& index,
                                                    std::string_view key, std::size_t limit) {
  const auto stored = transaction.find(R::collection(), index, key, limit);
  if (!stored) return tl::unexpected(stored.error());
  std::vector<R> records;
  for (const ports::Record& one : *stored) {
    auto record = decode_record<R>(one);
    if (!record) return tl::unexpected(record.error());
    records.push_back(std::move(*record));
  }
  return records;
}

/// The one record with this key, for unique indexes.
template <class R>
[[nodiscard]] base::Result<std::optional<R>> load_by(ports::Transaction& transaction,
                                                     const ports::Index& index,
                                                     std::string_view key) {
  auto records = load_all<R>(transaction, index, key, 1);
  if (!records) return tl::unexpected(records.error());
  if (records->empty()) return std::nullopt;
  return std::optional<R>(std::move(records->front()));
}

template <class R>
[[nodiscard]] base::Status save(ports::Transaction& transaction, const R& record) {
  return transaction.put(R::collection(), {.id = record.id(),
                                           .document = base::encode_json(record),
                                           .keys = record.keys()});
}

template <class R>
[[nodiscard]] base::Status erase(ports::Transaction& transaction, const R& record) {
  return transaction.erase(R::collection(), record.id());
}

/// Erases every record whose key in the index equals `key`.
template <class R>
[[nodiscard]] base::Status erase_all(ports::Transaction& transaction, const ports::Index& index,
                                     std::string_view key) {
  constexpr std::size_t at_once = 200;
  for (;;) {
    const auto found = transaction.find(R::collection(), index, key, at_once);
    if (!found) return tl::unexpected(found.error());
    if (found->empty()) return {};
    for (const ports::Record& record : *found) {
      if (auto status = transaction.erase(R::collection(), record.id); !status) return status;
    }
  }
}

/// Erases a few records whose time is over. Called by whoever adds one, so that a collection never
/// grows by more than what is in force, without a job that runs by the clock.
template <class R>
[[nodiscard]] base::Status prune(ports::Transaction& transaction, base::Instant now) {
  constexpr std::size_t at_once = 4;
  const auto over = transaction.range(R::collection(), by_expiry, "", expiry_key(now), at_once);
  if (!over) return tl::unexpected(over.error());
  for (const ports::Record& record : *over) {
    if (auto status = transaction.erase(R::collection(), record.id); !status) return status;
  }
  return {};
}

}  // namespace laurel::service::store
