// The handlers of this feature's endpoints (endpoints.cpp).
#pragma once

#include "protocol/newsletter.h"
#include "service/kernel/call.h"
#include "service/kernel/services.h"

namespace laurel::service::newsletter {

[[nodiscard]] kernel::OrProblem<protocol::Done> ask_for_newsletter(
    const kernel::VisitorCall& call, kernel::Services& services,
    const protocol::NewsletterRequest& body);
[[nodiscard]] kernel::OrProblem<protocol::Done> confirm_newsletter(
    const kernel::VisitorCall& call, kernel::Services& services,
    const protocol::NewsletterConfirmation& body);
[[nodiscard]] kernel::OrProblem<protocol::Done> cancel_newsletter(
    const kernel::VisitorCall& call, kernel::Services& services,
    const protocol::NewsletterCancellation& body);
[[nodiscard]] kernel::OrProblem<protocol::Done> cancel_newsletter_by_mail_program(
    const kernel::VisitorCall& call, kernel::Services& services,
    const protocol::OneClickForm& form);

}  // namespace laurel::service::newsletter
