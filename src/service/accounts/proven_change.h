// What only a member may do who proves their password once more: choose another password, ask for
// another e-mail address.
//
// A wrong password pays as a try to sign in does (try_budget.h). A right one gives this
// browser's session a new token (OWASP ASVS 5.0.0, 7.2.4). A token is stored nowhere, so a repeat with
// the same Idempotency-Key proves the password again, as signing in does, and gets another new token;
// the browser's cookie may still hold the token from before, where the first reply was lost.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "service/accounts/form_check.h"
#include "service/accounts/member_call.h"
#include "service/accounts/records.h"
#include "service/kernel/call.h"
#include "service/kernel/services.h"

namespace laurel::service::accounts {

struct ProvenChange {
  std::string presented;         // see ProvingCall
  std::string_view purpose;      // keeps the idempotency keys of different changes apart
  std::string body;              // the request without its secrets
  std::string current_password;
  std::string password_after;    // what a repeat has to prove: the same, or the one that was chosen

  /// What is wrong with the form; asked before any password is verified.
  std::function<base::Result<FieldErrors>(const CurrentSession&)> check;
  /// What takes too long for a transaction. May be empty.
  std::function<base::Status()> prepare = {};
  /// Changes the store, or says why not; then nothing of it may have been written. Saves neither the
  /// session nor its token.
  std::function<base::Result<std::optional<kernel::Refusal>>(ports::Transaction&, AccountRecord&)>
      effect;
};

[[nodiscard]] kernel::OrProblem<kernel::WithCookies<protocol::Done>> change_with_password(
    const kernel::Call& call, kernel::Services& services, const ProvenChange& change);

}  // namespace laurel::service::accounts
