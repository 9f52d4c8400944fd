#include "service/mail/limits.h"

#include "service/kernel/tokens.h"
#include "service/store/keys.h"

namespace laurel::service::mail {

std::vector<kernel::Bucket> mail_buckets(kernel::Services& services,
                                         const protocol::Request& request, std::string_view purpose,
                                         std::string_view association, std::string_view email) {
  const std::string address =
      std::string(purpose) + " mails to " + store::email_key(association, email);
  return {kernel::network_bucket(services, request, "mails", mails_of_network_limit),
          kernel::Bucket{kernel::hash_of(services, address), mails_to_address_limit}};
}

}  // namespace laurel::service::mail
