#include "service/accounts/pending_registration.h"

#include "domain/registration.h"
#include "service/accounts/letters.h"
#include "service/kernel/tokens.h"
#include "service/mail/outbox.h"
#include "service/store/records.h"

namespace laurel::service::accounts {

base::Result<std::optional<RegistrationRecord>> find_registration(ports::Transaction& transaction,
                                                                  const kernel::Call& call,
                                                                  kernel::Services& services,
                                                                  const std::string& token_hash,
                                                                  const ports::Index& index) {
  auto registration = store::load_by<RegistrationRecord>(transaction, index, token_hash);
  if (!registration) return registration;
  if (!*registration || (*registration)->association != call.association->id ||
      (*registration)->expires <= services.clock.now()) {
    return std::nullopt;
  }
  return registration;
}

base::Status send_activation(ports::Transaction& transaction, const kernel::Call& call,
                             kernel::Services& services, RegistrationRecord& registration) {
  const auto account =
      store::load_by<AccountRecord>(transaction, schema::by_email,
                                    store::email_key(registration.association, registration.email));
  if (!account) return tl::unexpected(account.error());
  const std::string token = kernel::new_token(services);
  registration.activation_hash = *account ? "" : kernel::hash_of(services, token);
  registration.expires = services.clock.now() + domain::registration_kept_for;
  if (auto status = store::save(transaction, registration); !status) return status;
  ports::Mail mail = *account ? already_member_mail(services, *call.association)
                              : activation_mail(services, *call.association, token,
                                                registration.newsletter ? Newsletter::wanted
                                                                        : Newsletter::not_wanted);
  return mail::enqueue(transaction, services, std::move(mail), registration.email);
}

}  // namespace laurel::service::accounts
