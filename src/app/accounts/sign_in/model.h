// The form by which a member signs in.
#pragma once

#include <optional>
#include <string>

#include "app/form.h"

namespace laurel::app::accounts {

struct SignInDraft {
  std::string email;
  std::string password;
  bool password_shown = false;
  bool remember = false;
};

struct SignIn {
  FormProblems problems;
  std::optional<Message> notice;  // why the member is here: the session has ended, …
};

}  // namespace laurel::app::accounts
