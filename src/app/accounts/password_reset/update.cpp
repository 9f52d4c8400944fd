#include "app/accounts/password_reset/update.h"

#include "app/accounts/keys.h"
#include "app/accounts/requests.h"
#include "app/accounts/session/update.h"
#include "app/form.h"
#include "app/keys.h"
#include "app/navigation.h"
#include "app/send.h"
#include "protocol/accounts/password_reset.h"

namespace laurel::app::accounts {

void password_reset_pressed(Model& model, Commands& commands) {
  if (model.requests.is_pending(JoiningPurpose::ask_for_new_password)) return;
  const std::string& email = model.drafts.password_reset.email;
  model.password_reset = {};
  model.password_reset.email = email;
  if (const auto error = email_error(email)) {
    return show_problems(model.password_reset.problems, commands,
                         {{{keys::forgotten_email, *error}}, std::nullopt});
  }
  send(model, commands, JoiningPurpose::ask_for_new_password, protocol::password_reset_create,
       base::encode_json(protocol::PasswordResetRequest{email}));
}

void password_reset_replied(Model& model, Commands& commands, const Route& asked_on,
                            const Reply& reply) {
  if (!(asked_on == model.route)) return;
  if (!is_done(reply)) {
    return show_problems(model.password_reset.problems, commands,
                         form_problems(reply, {{"email", keys::forgotten_email}}));
  }
  model.password_reset.state = PasswordResetState::mail_sent;
  commands.push_back(MoveFocus{std::string(keys::page_title)});
}

void new_password_pressed(Model& model, Commands& commands) {
  if (model.requests.is_pending(JoiningPurpose::set_new_password, model.route)) return;
  const std::string& password = model.drafts.password_reset.password;
  model.password_reset = {};
  if (password.empty()) {
    return show_problems(model.password_reset.problems, commands,
                         {{{keys::new_password, Message::password_missing}}, std::nullopt});
  }
  send(model, commands, JoiningPurpose::set_new_password, protocol::password_reset_complete,
       base::encode_json(protocol::PasswordResetCompletion{model.route.parameter, password}));
}

void new_password_replied(Model& model, Commands& commands, const Route& asked_on,
                          const Reply& reply) {
  if (is_done(reply)) {
    model.drafts.password_reset = {};
    model.sign_in.notice = Message::new_password_done;
    // Whoever is signed in here, and in the other tabs, may have no session any more.
    read_session(model, commands);
    commands.push_back(TellOtherTabs{});
  }
  if (!(asked_on == model.route)) return;  // another mail's link may have been opened by now
  if (is_done(reply)) {
    model.drafts = {};
    model.password_reset = {};
    return show(model, commands, {View::sign_in, {}}, History::replace);
  }
  if (is_problem(reply, protocol::ProblemCode::gone)) {
    model.password_reset.state = PasswordResetState::expired;
    commands.push_back(MoveFocus{std::string(keys::page_title)});
    return;
  }
  show_problems(model.password_reset.problems, commands,
                form_problems(reply, {{"password", keys::new_password}}));
}

}  // namespace laurel::app::accounts
