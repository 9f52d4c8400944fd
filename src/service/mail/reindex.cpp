#include "service/mail/reindex.h"

#include <array>

#include "service/mail/records.h"
#include "service/mail/schema.h"

namespace laurel::service::mail {
namespace {

constexpr std::array table = {
    store::RewrittenCollection{schema::outbox, store::rewrite<OutboxRecord>},
};

}  // namespace

std::span<const store::RewrittenCollection> rewritten_collections() { return table; }

}  // namespace laurel::service::mail
