// How the member signs in, and the forms that change it. They stand beside the profile's own form.
#pragma once

#include <string>

#include "app/form.h"

namespace laurel::app::accounts {

struct AccountDraft {
  std::string email;
  std::string current_password;  // of whichever form is open
  std::string new_password;
  bool current_shown = false;
  bool new_shown = false;
};

/// At most one is open.
enum class AccountForm { none, email, password };

struct Account {
  AccountForm open = AccountForm::none;
  FormProblems problems;
  std::string wanted_email;       // of the request; another may stand in the field by now
  std::string mail_sent_to;       // the new address that a mail has just been sent to
  bool password_changed = false;  // just now
};

}  // namespace laurel::app::accounts
