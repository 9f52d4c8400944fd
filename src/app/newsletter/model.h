// The newsletter's form, at the end of every page.
#pragma once

#include <optional>
#include <string>

#include "app/form.h"

namespace laurel::app {

struct NewsletterDraft {
  std::string email;
};

struct Newsletter {
  FormProblems problems;
  std::optional<std::string> mailed_to;
};

}  // namespace laurel::app
