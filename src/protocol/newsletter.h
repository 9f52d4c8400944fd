// The newsletter, with double opt-in: nobody is subscribed before a press on the page that a mail to
// the address leads to. Every answer is the same for an address that is subscribed already.
#pragma once

#include <string>

#include "base/codec.h"

namespace laurel::protocol {

struct NewsletterRequest {
  std::string email;

  static constexpr auto fields() {
    return std::tuple{base::field("email", &NewsletterRequest::email, {.max_bytes = 254})};
  }
};

/// The button on the page that the mail's link opens.
struct NewsletterConfirmation {
  std::string token;

  static constexpr auto fields() {
    return std::tuple{
        base::field("token", &NewsletterConfirmation::token, {.max_bytes = 100, .secret = true})};
  }
};

/// The button on the page that a newsletter's link "Unsubscribe" opens. Works again and again.
struct NewsletterCancellation {
  std::string token;

  static constexpr auto fields() {
    return std::tuple{
        base::field("token", &NewsletterCancellation::token, {.max_bytes = 100, .secret = true})};
  }
};

}  // namespace laurel::protocol
