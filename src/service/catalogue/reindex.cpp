#include "service/catalogue/reindex.h"

#include <array>

#include "service/catalogue/offers.h"
#include "service/catalogue/schema.h"

namespace laurel::service::catalogue {
namespace {

constexpr std::array table = {
    store::RewrittenCollection{schema::offers, store::rewrite<OfferRecord>},
};

}  // namespace

std::span<const store::RewrittenCollection> rewritten_collections() { return table; }

}  // namespace laurel::service::catalogue
