#include "app/newsletter/update.h"

#include "app/form.h"
#include "app/newsletter/keys.h"
#include "app/newsletter/requests.h"
#include "app/send.h"
#include "protocol/newsletter.h"

namespace laurel::app::newsletter {
namespace {

/// The form lies below every screen, so what is wrong is told at its field, not above the screen.
void tell(Model& model, Commands& commands, FormProblems problems) {
  model.newsletter.problems = std::move(problems);
  commands.push_back(MoveFocus{std::string(keys::newsletter_email)});
}

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

}  // namespace

void update(Model& model, Commands& commands, const Action&) {
  newsletter_pressed(model, commands);  // nothing else can happen to it
}

void replied(Model& model, Commands& commands, const Request&, const Reply& reply) {
  if (!is_done(reply)) {
    return tell(model, commands, form_problems(reply, {{"email", keys::newsletter_email}}));
  }
  model.newsletter.mail_sent = true;
  commands.push_back(MoveFocus{std::string(keys::newsletter_title)});  // its button is gone
}

}  // namespace laurel::app::newsletter
