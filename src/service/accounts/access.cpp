#include "service/accounts/access.h"

#include <chrono>
#include <utility>

#include "domain/session_policy.h"
#include "service/accounts/cookies.h"
#include "service/accounts/link_records.h"
#include "service/mail/outbox.h"
#include "service/store/records.h"

namespace laurel::service::accounts {

base::Status end_access(ports::Transaction& transaction, const domain::Member& member) {
  auto status = store::erase_all<SessionRecord>(transaction, schema::by_account, member.id.value);
  if (!status) return status;
  status = store::erase_all<PasswordResetRecord>(
      transaction, schema::by_address, store::email_key(member.association, member.email));
  if (!status) return status;
  return store::erase_all<EmailChangeRecord>(transaction, schema::by_account, member.id.value);
}

base::Status replace_password(ports::Transaction& transaction, kernel::Services& services,
                              AccountRecord& account, std::string password_hash, ports::Mail mail) {
  account.password_hash = std::move(password_hash);
  account.password_changed = services.clock.now();
  if (auto status = store::save(transaction, account); !status) return status;
  if (auto status = end_access(transaction, account.member); !status) return status;
  return mail::enqueue(transaction, services, std::move(mail), account.member.email);
}

protocol::SetCookie session_cookie(const SessionRecord& session, std::string token,
                                   base::Instant now) {
  std::optional<long> age_s;
  if (session.remember) {
    const auto limits = domain::session_limits(domain::Remember::yes);
    const auto left = session.signed_in + limits.absolute - now;
    age_s = static_cast<long>(std::chrono::duration_cast<std::chrono::seconds>(left).count());
  }
  return {session_cookie_name(session.association), std::move(token), age_s};
}

}  // namespace laurel::service::accounts
