// A member chooses another password.
#include "protocol/accounts/account.h"
#include "service/accounts/access.h"
#include "service/accounts/known_device.h"
#include "service/accounts/proven_change.h"
#include "service/handlers.h"
#include "service/mail/messages.h"
#include "service/members/profile_records.h"

namespace laurel::service {
namespace {

base::Result<domain::Profile> profile_of(const domain::MemberId& account, Services& services) {
  domain::Profile profile;
  const auto status = services.store.read([&](ports::Transaction& transaction) -> base::Status {
    auto record = load_profile(transaction, account);
    if (!record) return tl::unexpected(record.error());
    profile = std::move(record->profile);
    return {};
  });
  if (!status) return tl::unexpected(status.error());
  return profile;
}

base::Result<FieldErrors> check_form(const Call& call, Services& services,
                                     const domain::Member& member, const std::string& password) {
  const auto profile = profile_of(member.id, services);
  if (!profile) return tl::unexpected(profile.error());
  FieldErrors errors;
  check_password("new_password", password,
                 {profile->first_name, profile->last_name, member.email}, *call.association,
                 errors);
  return errors;
}

}  // namespace

protocol::Response change_password(const Call& call, Services& services) {
  const auto presented = presented_session(call, services);
  if (!presented) return presented.error();
  const auto body = read_body<protocol::PasswordChange>(call);
  if (!body) return body.error();
  std::string password_hash;
  std::optional<protocol::SetCookie> device;
  protocol::Response response = change_with_password(
      call, services,
      {.presented = *presented,
       .purpose = "change password",
       .body = base::encode_json_without_secrets(*body),
       .current_password = body->current_password,
       .password_after = body->new_password,
       .check = [&](const CurrentSession& current) {
         return check_form(call, services, current.account.member, body->new_password);
       },
       .prepare = [&]() -> base::Status {
         auto hash = services.hasher.hash_password(body->new_password);
         if (!hash) return tl::unexpected(hash.error());
         password_hash = std::move(*hash);
         return {};
       },
       .effect = [&](ports::Transaction& transaction, AccountRecord& account)
           -> base::Result<std::optional<protocol::Response>> {
         auto saved = replace_password(transaction, services, account, password_hash,
                                       own_password_changed_mail(services, *call.association));
         if (!saved) return tl::unexpected(saved.error());
         auto remembered = remember_device(transaction, call, services, account);
         if (!remembered) return tl::unexpected(remembered.error());
         device = std::move(*remembered);
         return std::nullopt;
       }});
  if (response.status == 200 && device) response.cookies.push_back(std::move(*device));
  return response;
}

}  // namespace laurel::service
