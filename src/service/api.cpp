#include "service/api.h"

#include <iterator>
#include <utility>

#include "service/accounts/endpoints.h"
#include "service/catalogue/endpoints.h"
#include "service/certificates/endpoints.h"
#include "service/dashboard/endpoints.h"
#include "service/kernel/endpoints.h"
#include "service/mail/endpoints.h"
#include "service/members/endpoints.h"
#include "service/newsletter/endpoints.h"
#include "service/certificates/summaries.h"
#include "service/membership.h"

namespace laurel::service {

kernel::Endpoints endpoints() {
  kernel::Endpoints all;
  const auto add = [&all](kernel::Endpoints some) {
    for (kernel::Endpoint& one : some) all.push_back(std::move(one));
  };
  add(kernel::endpoints());
  add(accounts::endpoints(membership));
  add(dashboard::endpoints());
  add(members::endpoints(certificates::linked_certificates));
  add(certificates::endpoints());
  add(catalogue::endpoints());
  add(newsletter::endpoints());
  add(mail::endpoints());
  return all;
}

}  // namespace laurel::service
