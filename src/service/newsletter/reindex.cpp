#include "service/newsletter/reindex.h"

#include <array>

#include "service/newsletter/records.h"
#include "service/newsletter/schema.h"

namespace laurel::service::newsletter {
namespace {

constexpr std::array table = {
    store::RewrittenCollection{schema::newsletters, store::rewrite<NewsletterRecord>},
    store::RewrittenCollection{schema::newsletter_requests,
                               store::rewrite<NewsletterRequestRecord>},
    store::RewrittenCollection{schema::ended_newsletters, store::rewrite<EndedNewsletterRecord>},
};

}  // namespace

std::span<const store::RewrittenCollection> rewritten_collections() { return table; }

}  // namespace laurel::service::newsletter
