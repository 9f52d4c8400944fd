// The newsletter's form, at the end of every page.
#pragma once

#include <string>

#include "app/form.h"

namespace laurel::app::newsletter {

struct NewsletterDraft {
  std::string email;
};

struct Newsletter {
  FormProblems problems;
  std::string email;  // of the request; another may stand in the field by now
  bool mail_sent = false;
};

}  // namespace laurel::app::newsletter
