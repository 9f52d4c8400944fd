// A member takes another e-mail address: asking sends a mail to the new address and one to the old, and
// the link in the first changes it. Whether the new address belongs to another account changes neither
// the answer nor what it costs; the mail tells.
//
// The link goes to whoever owns the new address, and any member may have asked for it, in the hope that
// the owner presses it and the member's account comes to stand under a stranger's address, with all that
// the registry links to it. So whoever presses it has to be that member (activation.cpp asks for
// the same): this browser has a session of the account, or the account's password is asked for.
#include <chrono>

#include "protocol/accounts/account.h"
#include "service/accounts/access.h"
#include "service/accounts/cookies.h"
#include "service/accounts/form_check.h"
#include "service/accounts/handlers.h"
#include "service/accounts/letters.h"
#include "service/accounts/link_records.h"
#include "service/accounts/member_call.h"
#include "service/accounts/password_proof.h"
#include "service/accounts/proven_change.h"
#include "service/accounts/records.h"
#include "service/accounts/schema.h"
#include "service/kernel/call.h"
#include "service/kernel/idempotency.h"
#include "service/kernel/limits.h"
#include "service/kernel/problem.h"
#include "service/kernel/services.h"
#include "service/kernel/tokens.h"
#include "service/mail/limits.h"
#include "service/mail/outbox.h"
#include "service/store/keys.h"
#include "service/store/records.h"

namespace laurel::service::accounts {
namespace {

using protocol::ProblemCode;

constexpr std::chrono::hours change_link_lasts{1};

base::Result<bool> belongs_to_account(ports::Transaction& transaction,
                                      const std::string& association, const std::string& email) {
  const auto account = store::load_by<AccountRecord>(transaction, schema::by_email,
                                                     store::email_key(association, email));
  if (!account) return tl::unexpected(account.error());
  return account->has_value();
}

base::Status send_mails(ports::Transaction& transaction, const kernel::Call& call,
                        kernel::Services& services, const domain::Member& member,
                        const std::string& email) {
  const auto taken = belongs_to_account(transaction, member.association, email);
  if (!taken) return tl::unexpected(taken.error());
  auto status =
      store::erase_all<EmailChangeRecord>(transaction, schema::by_account, member.id.value);
  if (!status) return status;
  const base::Instant now = services.clock.now();
  const std::string token = kernel::new_token(services);
  const EmailChangeRecord link{kernel::hash_of(services, token), member.association, member.id,
                               email, now + change_link_lasts};
  if (status = store::save(transaction, link); !status) return status;
  if (status = store::prune<EmailChangeRecord>(transaction, now); !status) return status;
  ports::Mail mail = *taken ? email_taken_mail(services, *call.association)
                            : email_change_mail(services, *call.association, token);
  if (status = mail::enqueue(transaction, services, std::move(mail), email); !status) return status;
  return mail::enqueue(transaction, services, email_change_asked_mail(services, *call.association),
                       member.email);
}

/// A link that may still be used, and whose address it changes.
struct Usable {
  EmailChangeRecord link;
  AccountRecord account;
};

base::Result<std::optional<Usable>> usable_link(ports::Transaction& transaction,
                                                const kernel::Call& call,
                                                kernel::Services& services,
                                                const std::string& token_hash) {
  auto link = store::load<EmailChangeRecord>(transaction, token_hash);
  if (!link) return tl::unexpected(link.error());
  if (!*link || (*link)->association != call.association->id ||
      (*link)->expires <= services.clock.now()) {
    return std::nullopt;
  }
  auto account = store::load<AccountRecord>(transaction, (*link)->account.value);
  if (!account) return tl::unexpected(account.error());
  if (!*account) return std::nullopt;
  return Usable{std::move(**link), std::move(**account)};
}

/// How the browser that confirms has shown that the account is its member's.
struct MemberProof {
  std::vector<kernel::Bucket> paid;  // where a password was tried
};

/// The session of the browser that confirms, if it is the account's and has not ended.
base::Result<std::optional<SessionRecord>> own_session(ports::Transaction& transaction,
                                                       const kernel::Call& call,
                                                       kernel::Services& services,
                                                       const AccountRecord& account) {
  const auto presented = kernel::presented_token_hash(
      call.request, session_cookie_name(call.association->id), services);
  if (!presented) return std::nullopt;
  auto session = store::load<SessionRecord>(transaction, *presented);
  if (!session) return session;
  const bool is_own = *session && (*session)->account == account.member.id &&
                      services.clock.now() < (*session)->end();
  return is_own ? std::move(*session) : std::nullopt;
}

/// Nothing where the link works no more.
kernel::OrProblem<std::optional<MemberProof>> prove(const kernel::Call& call,
                                                    kernel::Services& services,
                                                    const protocol::EmailConfirmation& request,
                                                    const std::string& token_hash) {
  std::optional<Usable> usable;
  bool signed_in = false;
  const auto status = services.store.read([&](ports::Transaction& transaction) -> base::Status {
    auto found = usable_link(transaction, call, services, token_hash);
    if (!found) return tl::unexpected(found.error());
    usable = std::move(*found);
    if (!usable) return {};
    const auto session = own_session(transaction, call, services, usable->account);
    if (!session) return tl::unexpected(session.error());
    signed_in = session->has_value();
    return {};
  });
  if (!status) return kernel::unavailable(services, status.error());
  if (!usable) return std::nullopt;
  if (signed_in) return MemberProof{};
  const domain::Member& member = usable->account.member;
  auto paid = prove_password({member.association, member.email, call.request.client_address,
                              kernel::presented_token_hash(
                                  call.request, device_cookie_name(member.association), services)},
                             usable->account.password_hash, request.password, services);
  if (!paid) return tl::unexpected(std::move(paid.error()));
  return MemberProof{std::move(*paid)};
}

base::Status change_address(ports::Transaction& transaction, const kernel::Call& call,
                            kernel::Services& services, Usable& usable) {
  AccountRecord& account = usable.account;
  const auto session = own_session(transaction, call, services, account);
  if (!session) return tl::unexpected(session.error());
  const domain::Member before = account.member;
  account.member.email = usable.link.email;
  if (auto status = store::save(transaction, account); !status) return status;
  if (auto status = end_access(transaction, before); !status) return status;
  if (*session) {
    if (auto status = store::save(transaction, **session); !status) return status;
  }
  return mail::enqueue(transaction, services, email_changed_mail(services, *call.association),
                       before.email);
}

}  // namespace

kernel::OrProblem<kernel::WithCookies<protocol::Done>> ask_for_email_change(
    const ProvingCall& call, kernel::Services& services, const protocol::EmailChange& body) {
  std::string email;
  return change_with_password(
      call, services,
      {.presented = call.presented,
       .purpose = "change e-mail address",
       .body = base::encode_json_without_secrets(body),
       .current_password = body.current_password,
       .password_after = body.current_password,
       .check = [&](const CurrentSession& current) -> base::Result<FieldErrors> {
         FieldErrors errors;
         email = check_email("email", body.email, errors);
         if (email == current.account.member.email) {
           errors.push_back({"email", protocol::FieldCode::unchanged});
         }
         return errors;
       },
       .effect = [&](ports::Transaction& transaction,
                     AccountRecord& account) -> base::Result<std::optional<kernel::Refusal>> {
         const auto buckets = mail::mail_buckets(services, call.request, "e-mail change",
                                                 account.member.association, email);
         const auto retry_after = kernel::charge(transaction, buckets, services.clock.now());
         if (!retry_after) return tl::unexpected(retry_after.error());
         if (*retry_after) return kernel::too_many_tries(**retry_after);
         auto sent = send_mails(transaction, call, services, account.member, email);
         if (!sent) return tl::unexpected(sent.error());
         return std::nullopt;
       }});
}

kernel::OrProblem<protocol::Done> confirm_email_change(const kernel::VisitorCall& call,
                                                       kernel::Services& services,
                                                       const protocol::EmailConfirmation& body) {
  const std::string token_hash = kernel::hash_of(services, body.token);
  std::optional<MemberProof> proof;
  const auto effect =
      [&](ports::Transaction& transaction) -> base::Result<kernel::OrProblem<protocol::Done>> {
    if (!proof) return kernel::problem(ProblemCode::gone);
    if (auto status = kernel::pay_back(transaction, proof->paid); !status) {
      return tl::unexpected(status.error());
    }
    auto usable = usable_link(transaction, call, services, token_hash);
    if (!usable) return tl::unexpected(usable.error());
    if (!*usable) return kernel::problem(ProblemCode::gone);
    const auto taken =
        belongs_to_account(transaction, call.association->id, (*usable)->link.email);
    if (!taken) return tl::unexpected(taken.error());
    if (*taken) return kernel::problem(ProblemCode::taken);
    auto changed = change_address(transaction, call, services, **usable);
    if (!changed) return tl::unexpected(changed.error());
    return protocol::Done{};
  };
  const auto prepare = [&]() -> std::optional<kernel::Refusal> {
    auto proven = prove(call, services, body, token_hash);
    if (!proven) return kernel::Refusal(std::move(proven.error()));
    proof = std::move(*proven);
    return std::nullopt;
  };
  return kernel::once<protocol::Done>(call, services, "confirm e-mail address " + token_hash, "",
                                      effect, prepare);
}

}  // namespace laurel::service::accounts
