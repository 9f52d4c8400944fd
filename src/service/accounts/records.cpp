#include "service/accounts/records.h"

#include "domain/session_policy.h"

namespace laurel::service::accounts {

base::Instant SessionRecord::end() const {
  return domain::session_end(signed_in, last_seen,
                             remember ? domain::Remember::yes : domain::Remember::no);
}

}  // namespace laurel::service::accounts
