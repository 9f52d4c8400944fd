// A page that a mail's link opens, with one button that does what the mail is about: a mere visit
// does nothing, since mail scanners follow links.
#pragma once

#include <string>

#include "app/form.h"

namespace laurel::app::accounts {

enum class MailLinkState {
  waiting,
  done,
  expired,
  taken,  // the e-mail address has come to belong to another account
};

struct MailLink {
  MailLinkState state = MailLinkState::waiting;
  /// An account is activated in a browser that knows nothing of the registration, or gets another
  /// address in one that is not signed in to it: its password tells that it is this visitor's.
  bool password_wanted = false;
  FormProblems problems;
};

struct MailLinkDraft {
  std::string password;
  bool password_shown = false;
};

}  // namespace laurel::app::accounts
