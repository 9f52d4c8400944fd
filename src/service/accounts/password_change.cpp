// A member chooses another password.
#include "protocol/accounts/account.h"
#include "service/accounts/access.h"
#include "service/accounts/form_check.h"
#include "service/accounts/handlers.h"
#include "service/accounts/known_device.h"
#include "service/accounts/letters.h"
#include "service/accounts/member_call.h"
#include "service/accounts/membership.h"
#include "service/accounts/proven_change.h"
#include "service/accounts/records.h"
#include "service/kernel/call.h"
#include "service/kernel/services.h"

namespace laurel::service::accounts {
namespace {

base::Result<PersonName> read_name(kernel::Services& services, const Membership& membership,
                                   const domain::MemberId& member) {
  PersonName name;
  const auto status = services.store.read([&](ports::Transaction& transaction) -> base::Status {
    auto read = membership.name_of(transaction, member);
    if (!read) return tl::unexpected(read.error());
    name = std::move(*read);
    return {};
  });
  if (!status) return tl::unexpected(status.error());
  return name;
}

base::Result<FieldErrors> check_form(const kernel::Call& call, kernel::Services& services,
                                     const Membership& membership, const domain::Member& member,
                                     const std::string& password) {
  const auto name = read_name(services, membership, member.id);
  if (!name) return tl::unexpected(name.error());
  FieldErrors errors;
  check_password("new_password", password, {name->first_name, name->last_name, member.email},
                 *call.association, errors);
  return errors;
}

}  // namespace

kernel::OrProblem<kernel::WithCookies<protocol::Done>> change_password(
    const ProvingCall& call, kernel::Services& services, const Membership& membership,
    const protocol::PasswordChange& body) {
  std::string password_hash;
  std::optional<protocol::SetCookie> device;
  auto response = change_with_password(
      call, services,
      {.presented = call.presented,
       .purpose = "change password",
       .body = base::encode_json_without_secrets(body),
       .current_password = body.current_password,
       .password_after = body.new_password,
       .check =
           [&](const CurrentSession& current) {
             return check_form(call, services, membership, current.account.member,
                               body.new_password);
           },
       .prepare = [&]() -> base::Status {
         auto hash = services.hasher.hash_password(body.new_password);
         if (!hash) return tl::unexpected(hash.error());
         password_hash = std::move(*hash);
         return {};
       },
       .effect = [&](ports::Transaction& transaction,
                     AccountRecord& account) -> base::Result<std::optional<kernel::Refusal>> {
         auto saved = replace_password(transaction, services, account, password_hash,
                                       own_password_changed_mail(services, *call.association));
         if (!saved) return tl::unexpected(saved.error());
         auto remembered = remember_device(transaction, call, services, account);
         if (!remembered) return tl::unexpected(remembered.error());
         device = std::move(*remembered);
         return std::nullopt;
       }});
  if (response && device) response->cookies.push_back(std::move(*device));
  return response;
}

}  // namespace laurel::service::accounts
