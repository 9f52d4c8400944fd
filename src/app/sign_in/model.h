// The form by which a member signs in.
#pragma once

#include <optional>
#include <string>

#include "app/messages.h"
#include "app/trouble.h"

namespace laurel::app {

struct SignInDraft {
  std::string email;
  std::string password;
  bool password_shown = false;
  bool remember = false;
};

struct SignIn {
  std::optional<Message> email_error;
  std::optional<Message> password_error;
  std::optional<Trouble> trouble;  // what the server said of the last try
  std::optional<Message> notice;   // why the member is here: the session has ended, …
};

}  // namespace laurel::app
