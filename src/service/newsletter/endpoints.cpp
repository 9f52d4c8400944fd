#include "service/newsletter/endpoints.h"

#include "service/newsletter/handlers.h"

namespace laurel::service::newsletter {

kernel::Endpoints endpoints() {
  return {
      kernel::bind<protocol::newsletter_create>(ask_for_newsletter),
      kernel::bind<protocol::newsletter_confirm>(confirm_newsletter),
      kernel::bind<protocol::newsletter_cancel>(cancel_newsletter),
      kernel::bind<protocol::newsletter_one_click>(cancel_newsletter_by_mail_program),
  };
}

}  // namespace laurel::service::newsletter
