#include "app/keys.h"
#include "app/transition.h"
#include "protocol/newsletter.h"

namespace laurel::app {

void mail_link_pressed(Model& model, Commands& commands) {
  if (model.requests.is_pending(Purpose::press_mail_link)) return;
  model.mail_link.problems = {};
  const std::string& token = model.route.parameter;
  const auto ask = [&](const protocol::Route& route, std::string body) {
    send(model, commands, Purpose::press_mail_link, route, std::move(body));
  };
  switch (model.route.view) {
    case View::activation:
      return ask(protocol::activation_create,
                 base::encode_json(protocol::ActivationRequest{token}));
    case View::newsletter_confirm:
      return ask(protocol::newsletter_confirm,
                 base::encode_json(protocol::NewsletterConfirmation{token}));
    case View::newsletter_cancel:
      return ask(protocol::newsletter_cancel,
                 base::encode_json(protocol::NewsletterCancellation{token}));
    default:
      return;
  }
}

void mail_link_replied(Model& model, Commands& commands, const Reply& reply) {
  const bool expired = is_problem(reply, protocol::ProblemCode::gone);
  if (!is_done(reply) && !expired) {
    return show_problems(model.mail_link.problems, commands, form_problems(reply, {}));
  }
  if (is_done(reply) && model.route.view == View::activation) {
    model.drafts = {};
    model.registration = {};
    model.sign_in.notice = Message::activation_done;
    return show(model, commands, {View::sign_in, {}}, History::replace);
  }
  model.mail_link.state = expired ? MailLinkState::expired : MailLinkState::done;
  commands.push_back(MoveFocus{std::string(keys::page_title)});
}

}  // namespace laurel::app
