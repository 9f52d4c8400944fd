// A forgotten password: asking for the mail, and choosing a new one on the page that it leads to.
#pragma once

#include <string>

#include "app/form.h"

namespace laurel::app::accounts {

struct PasswordResetDraft {
  std::string email;
  std::string password;
  bool password_shown = false;
};

enum class PasswordResetState { asking, mail_sent, expired };

struct PasswordReset {
  PasswordResetState state = PasswordResetState::asking;
  FormProblems problems;
  std::string email;  // to which the mail is sent; another may stand in the field by now
};

}  // namespace laurel::app::accounts
