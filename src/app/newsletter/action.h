// What can happen to the newsletter's form.
#pragma once

#include <variant>

namespace laurel::app::newsletter {

struct NewsletterPressed {};

using Action = std::variant<NewsletterPressed>;

}  // namespace laurel::app::newsletter
