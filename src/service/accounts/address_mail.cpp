#include "service/accounts/address_mail.h"

#include "service/accounts/form_check.h"
#include "service/kernel/idempotency.h"
#include "service/mail/limits.h"

namespace laurel::service {

protocol::Response mail_to_address(const Call& call, Services& services, std::string_view purpose,
                                   std::string_view typed_email, const WriteMail& write_mail) {
  FieldErrors errors;
  const std::string email = check_email("email", typed_email, errors);
  if (!errors.empty()) return invalid(std::move(errors));
  const std::string& association = call.association->id;
  const std::string scope = std::string(purpose) + " " + email_key(association, email);
  return once(call, services, scope, email,
              [&](ports::Transaction& transaction) -> base::Result<protocol::Response> {
                const auto buckets =
                    mail_buckets(services, call.request, purpose, association, email);
                const auto retry_after = charge(transaction, buckets, services.clock.now());
                if (!retry_after) return tl::unexpected(retry_after.error());
                if (*retry_after) return too_many_tries(**retry_after);
                auto written = write_mail(transaction, email);
                if (!written) return tl::unexpected(written.error());
                return done(202);
              });
}

}  // namespace laurel::service
