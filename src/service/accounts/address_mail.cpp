#include "service/accounts/address_mail.h"

#include "service/accounts/form_check.h"
#include "service/kernel/idempotency.h"
#include "service/kernel/limits.h"
#include "service/mail/limits.h"
#include "service/store/keys.h"

namespace laurel::service::accounts {

kernel::OrProblem<protocol::Done> mail_to_address(const kernel::Call& call,
                                                  kernel::Services& services,
                                                  std::string_view purpose,
                                                  std::string_view typed_email,
                                                  const WriteMail& write_mail) {
  FieldErrors errors;
  const std::string email = check_email("email", typed_email, errors);
  if (!errors.empty()) return kernel::invalid(std::move(errors));
  const std::string& association = call.association->id;
  const std::string scope = std::string(purpose) + " " + store::email_key(association, email);
  return kernel::once<protocol::Done>(
      call, services, scope, email,
      [&](ports::Transaction& transaction) -> base::Result<kernel::OrProblem<protocol::Done>> {
        const auto buckets =
            mail::mail_buckets(services, call.request, purpose, association, email);
        const auto retry_after = kernel::charge(transaction, buckets, services.clock.now());
        if (!retry_after) return tl::unexpected(retry_after.error());
        if (*retry_after) return kernel::too_many_tries(**retry_after);
        auto written = write_mail(transaction, email);
        if (!written) return tl::unexpected(written.error());
        return protocol::Done{};
      });
}

}  // namespace laurel::service::accounts
