#include "service/reindex.h"

#include <span>

#include "service/accounts/reindex.h"
#include "service/catalogue/reindex.h"
#include "service/certificates/reindex.h"
#include "service/kernel/reindex.h"
#include "service/mail/reindex.h"
#include "service/members/reindex.h"
#include "service/newsletter/reindex.h"

namespace laurel::service {

std::vector<store::RewrittenCollection> rewritten_collections() {
  std::vector<store::RewrittenCollection> all;
  for (const std::span<const store::RewrittenCollection> some :
       {accounts::rewritten_collections(), kernel::rewritten_collections(),
        certificates::rewritten_collections(), mail::rewritten_collections(),
        newsletter::rewritten_collections(), catalogue::rewritten_collections(),
        members::rewritten_collections()}) {
    for (const store::RewrittenCollection& one : some) all.push_back(one);
  }
  return all;
}

base::Status reindex(ports::Store& store, ports::Entropy& entropy,
                     const std::function<void(std::string_view collection)>& on_rewrite) {
  return store::reindex(store, entropy, rewritten_collections(), on_rewrite);
}

}  // namespace laurel::service
