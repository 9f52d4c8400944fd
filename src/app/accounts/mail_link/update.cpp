#include "app/accounts/mail_link/update.h"

#include "app/accounts/keys.h"
#include "app/accounts/requests.h"
#include "app/accounts/session/update.h"
#include "app/form.h"
#include "app/keys.h"
#include "app/navigation.h"
#include "app/send.h"
#include "protocol/accounts/account.h"
#include "protocol/accounts/registration.h"
#include "protocol/newsletter.h"

namespace laurel::app::accounts {
namespace {

/// Nothing where none was asked for.
std::optional<std::string> typed_password(const Model& model) {
  if (!model.mail_link.password_wanted) return std::nullopt;
  return model.drafts.mail_link.password;
}

protocol::ActivationRequest activation_of(const Model& model) {
  protocol::ActivationRequest request{model.route.parameter};
  const std::string& registration = model.registration.pending;
  if (!registration.empty()) request.registration = registration;
  request.password = typed_password(model);
  return request;
}

/// Nothing: something else is wrong, and the button may be pressed again.
std::optional<MailLinkState> state_after(const Reply& reply) {
  if (is_done(reply)) return MailLinkState::done;
  if (is_problem(reply, protocol::ProblemCode::gone)) return MailLinkState::expired;
  if (is_problem(reply, protocol::ProblemCode::taken)) return MailLinkState::taken;
  return std::nullopt;
}

/// The sign-in form says so, whenever it is shown next.
void registration_ended(Model& model) {
  model.registration = {};
  model.requests.drop(Audience::registering_visitor);
  model.drafts.registration = {};
  model.drafts.certificates = {};
  model.sign_in.notice = Message::activation_done;
}

void mail_link_refused(Model& model, Commands& commands, const Reply& reply) {
  FormProblems problems = form_problems(reply, {{"password", keys::mail_link_password}});
  const bool asks_for_password = !problems.fields.empty() && !model.mail_link.password_wanted;
  if (!asks_for_password) return show_problems(model.mail_link.problems, commands, problems);
  model.mail_link.password_wanted = true;
  commands.push_back(MoveFocus{std::string(keys::mail_link_password)});
}

}  // namespace

void open_mail_link(Model& model) {
  model.mail_link = {};
  model.drafts.mail_link = {};
}

void mail_link_pressed(Model& model, Commands& commands) {
  if (model.requests.is_pending(JoiningPurpose::press_mail_link, model.route)) return;
  model.mail_link.problems = {};
  if (model.mail_link.password_wanted && model.drafts.mail_link.password.empty()) {
    return show_problems(model.mail_link.problems, commands,
                         {{{keys::mail_link_password, Message::password_missing}}, std::nullopt});
  }
  const std::string& token = model.route.parameter;
  const auto ask = [&](const protocol::Route& route, std::string body) {
    send(model, commands, JoiningPurpose::press_mail_link, route, std::move(body));
  };
  switch (model.route.view) {
    case View::activation:
      return ask(protocol::activation_create,
                 base::encode_json(activation_of(model)));
    case View::email_confirm:
      return ask(protocol::email_confirm, base::encode_json(protocol::EmailConfirmation{
                                              token, typed_password(model)}));
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

void mail_link_replied(Model& model, Commands& commands, const Route& asked_on,
                       const Reply& reply) {
  const bool is_activated = is_done(reply) && asked_on.view == View::activation;
  if (is_activated) registration_ended(model);
  if (is_done(reply) && asked_on.view == View::email_confirm) {
    // Whoever is signed in here, and in the other tabs, may have another address now, or no session.
    read_session(model, commands);
    commands.push_back(TellOtherTabs{});
  }
  if (!(asked_on == model.route)) return;  // another link's page may be shown by now
  const auto state = state_after(reply);
  if (!state) return mail_link_refused(model, commands, reply);
  if (is_activated) {
    model.drafts = {};
    return show(model, commands, {View::sign_in, {}}, History::replace);
  }
  model.mail_link.state = *state;
  model.drafts.mail_link = {};
  commands.push_back(MoveFocus{std::string(keys::page_title)});
}

}  // namespace laurel::app::accounts
