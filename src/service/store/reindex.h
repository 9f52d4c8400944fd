// Old records in new indexes. The keys of a record are written when it is saved; so those that were
// saved before a collection got an index, or before keys were made in another way, would never be
// found by it. This writes them anew, once: what the store holds of each collection is compared
// with what this program makes. service/reindex.h joins what each feature has to rewrite.
//
// To change how a record's keys are made, raise its version in its feature's reindex.cpp.
#pragma once

#include <functional>
#include <span>
#include <string_view>

#include "ports/entropy.h"
#include "ports/store.h"
#include "service/store/records.h"

namespace laurel::service::store {

namespace schema {

inline constexpr ports::Collection index_states{"index_states", {}};

}  // namespace schema

/// Writes one record as this program would. The entropy is for names that older versions did not
/// give.
using Rewrite = base::Status (*)(ports::Transaction&, const ports::Record&, ports::Entropy&);

struct RewrittenCollection {
  const ports::Collection& collection;
  Rewrite rewrite;
  int version = 1;
};

using Rewritten = std::span<const RewrittenCollection>;

/// For records whose keys alone are made anew.
template <class R>
base::Status rewrite(ports::Transaction& transaction, const ports::Record& stored,
                     ports::Entropy&) {
  const auto record = decode_record<R>(stored);
  if (!record) return tl::unexpected(record.error());
  return save(transaction, *record);
}

/// Does nothing but read where everything is up to date. In steps that are transactions of their
/// own: what is killed midway begins with that collection again. `on_rewrite` gets each collection
/// whose records are being written, for a log. Errors: `corrupt` for a record that cannot be read,
/// `conflict` for two that now have the same unique key, and whatever the store says.
[[nodiscard]] base::Status reindex(
    ports::Store& store, ports::Entropy& entropy, Rewritten table,
    const std::function<void(std::string_view collection)>& on_rewrite);

}  // namespace laurel::service::store
