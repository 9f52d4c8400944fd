#include "app/keys.h"
#include "app/transition.h"
#include "protocol/newsletter.h"

namespace laurel::app {
namespace {

/// The form lies below every screen, so what is wrong is told at its field, not above the screen.
void tell(Model& model, Commands& commands, FormProblems problems) {
  model.newsletter.problems = std::move(problems);
  commands.push_back(MoveFocus{std::string(keys::newsletter_email)});
}

}  // namespace

void newsletter_pressed(Model& model, Commands& commands) {
  if (model.requests.is_pending(Purpose::subscribe_newsletter)) return;
  model.newsletter = {};
  const std::string& email = model.drafts.newsletter.email;
  if (const auto error = email_error(email)) {
    return tell(model, commands, {{{keys::newsletter_email, *error}}, std::nullopt});
  }
  model.newsletter.email = email;
  send(model, commands, Purpose::subscribe_newsletter, protocol::newsletter_create,
       base::encode_json(protocol::NewsletterRequest{email}));
}

void newsletter_replied(Model& model, Commands& commands, const Reply& reply) {
  if (!is_done(reply)) {
    return tell(model, commands, form_problems(reply, {{"email", keys::newsletter_email}}));
  }
  model.newsletter.mail_sent = true;
  commands.push_back(MoveFocus{std::string(keys::newsletter_title)});  // its button is gone
}

}  // namespace laurel::app
