#include "service/store/reindex.h"

#include <optional>
#include <string>

#include "base/codec.h"

namespace laurel::service::store {
namespace {

constexpr std::size_t records_at_once = 500;

/// How the keys of a collection's records were made when they were last all written.
struct IndexStateRecord {
  std::string of;     // the collection's name
  std::string state;  // see `state_of`

  static constexpr auto fields() {
    return std::tuple{base::field("of", &IndexStateRecord::of),
                      base::field("state", &IndexStateRecord::state)};
  }
  static const ports::Collection& collection() { return schema::index_states; }
  [[nodiscard]] std::string id() const { return of; }
  [[nodiscard]] Keys keys() const { return {}; }
};

/// "1: number, address"
std::string state_of(const RewrittenCollection& rewritten) {
  std::string state = std::to_string(rewritten.version) + ":";
  const char* separator = " ";
  for (const ports::Index& index : rewritten.collection.indexes) {
    state += separator + std::string(index.name);
    separator = ", ";
  }
  return state;
}

IndexStateRecord state_record(const RewrittenCollection& rewritten) {
  return {std::string(rewritten.collection.name), state_of(rewritten)};
}

base::Result<bool> is_up_to_date(ports::Store& store, Rewritten table) {
  bool up_to_date = true;
  const auto status = store.read([&](ports::Transaction& transaction) -> base::Status {
    up_to_date = true;
    for (const RewrittenCollection& rewritten : table) {
      const auto known = load<IndexStateRecord>(transaction, rewritten.collection.name);
      if (!known) return tl::unexpected(known.error());
      up_to_date = up_to_date && *known && (*known)->state == state_of(rewritten);
    }
    return {};
  });
  if (!status) return tl::unexpected(status.error());
  return up_to_date;
}

/// Writes the records after the id, and gives the last one's; nothing when there are no more.
base::Result<std::optional<std::string>> rewrite_some(ports::Transaction& transaction,
                                                      const RewrittenCollection& rewritten,
                                                      ports::Entropy& entropy,
                                                      const std::string& after) {
  const auto records = transaction.list(rewritten.collection, after, records_at_once);
  if (!records) return tl::unexpected(records.error());
  for (const ports::Record& record : *records) {
    if (auto status = rewritten.rewrite(transaction, record, entropy); !status) {
      return tl::unexpected(status.error());
    }
  }
  if (records->empty()) return std::nullopt;
  return records->back().id;
}

base::Status rewrite_all(ports::Store& store, ports::Entropy& entropy,
                         const RewrittenCollection& rewritten,
                         const std::function<void(std::string_view)>& on_rewrite) {
  std::optional<std::string> last = "";
  for (bool first = true; last; first = false) {
    std::optional<std::string> next;
    const auto status = store.write([&](ports::Transaction& transaction) -> base::Status {
      const auto known = load<IndexStateRecord>(transaction, rewritten.collection.name);
      if (!known) return tl::unexpected(known.error());
      next.reset();
      if (*known && (*known)->state == state_of(rewritten)) return {};
      auto reached = rewrite_some(transaction, rewritten, entropy, *last);
      if (!reached) return tl::unexpected(reached.error());
      next = std::move(*reached);
      return next ? base::Status{} : save(transaction, state_record(rewritten));
    });
    if (!status) return status;
    if (first && next) on_rewrite(rewritten.collection.name);
    last = std::move(next);
  }
  return {};
}

}  // namespace

base::Status reindex(ports::Store& store, ports::Entropy& entropy, Rewritten table,
                     const std::function<void(std::string_view collection)>& on_rewrite) {
  const auto up_to_date = is_up_to_date(store, table);
  if (!up_to_date) return tl::unexpected(up_to_date.error());
  if (*up_to_date) return {};
  for (const RewrittenCollection& rewritten : table) {
    auto status = rewrite_all(store, entropy, rewritten, on_rewrite);
    if (!status) return status;
  }
  return {};
}

}  // namespace laurel::service::store
