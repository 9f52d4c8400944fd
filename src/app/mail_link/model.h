// A page that a mail's link opens, with one button that does what the mail is about: a mere visit
// does nothing, since mail scanners follow links.
#pragma once

#include "app/form.h"

namespace laurel::app {

enum class MailLinkState {
  waiting,
  done,
  expired,
  taken,  // the e-mail address has come to belong to another account
};

struct MailLink {
  MailLinkState state = MailLinkState::waiting;
  FormProblems problems;
};

}  // namespace laurel::app
