#include "app/accounts/account/update.h"

#include "app/accounts/keys.h"
#include "app/accounts/password_advice/update.h"
#include "app/accounts/requests.h"
#include "app/form.h"
#include "app/members/requests.h"
#include "app/send.h"
#include "base/utf8.h"
#include "protocol/accounts/account.h"

namespace laurel::app::accounts {
namespace {

bool is_working(const Model& model) {
  return model.requests.is_pending(Purpose::change_email) ||
         model.requests.is_pending(Purpose::change_password);
}

/// A press on the button of an open form closes it.
void form_pressed(Model& model, AccountForm form) {
  if (is_working(model)) return;
  const bool closes = model.member.account.open == form;
  forget_account(model);
  if (!closes) model.member.account.open = form;
}

/// There is one summary of problems on the screen; it is that of the form that was sent last.
void clear_problems(Model& model) {
  model.member.account.problems = {};
  model.member.profile.problems = {};
}

/// Closes the form; the card says what was done.
void show_done(Model& model, Commands& commands, Account done) {
  forget_account(model);
  model.member.account = std::move(done);
  commands.push_back(MoveFocus{std::string(keys::account_title)});
}

}  // namespace

void forget_account(Model& model) {
  if (is_working(model)) return;
  model.member.account = {};
  model.drafts.member.account = {};
  forget_password_advice(model);
}

void email_form_pressed(Model& model) { form_pressed(model, AccountForm::email); }

void password_form_pressed(Model& model) { form_pressed(model, AccountForm::password); }

void email_change_pressed(Model& model, Commands& commands) {
  if (is_working(model)) return;
  clear_problems(model);
  const AccountDraft& draft = model.drafts.member.account;
  FormProblems problems;
  if (const auto error = email_error(draft.email)) {
    problems.fields.push_back({keys::account_email, *error});
  }
  if (draft.current_password.empty()) {
    problems.fields.push_back({keys::account_current_password, Message::account_current_missing});
  }
  if (!problems.empty()) return show_problems(model.member.account.problems, commands, problems);
  model.member.account.wanted_email = base::trim(draft.email);
  send(model, commands, Purpose::change_email, protocol::email_change,
       base::encode_json(protocol::EmailChange{draft.email, draft.current_password}));
}

void email_change_replied(Model& model, Commands& commands, const Reply& reply) {
  if (!is_done(reply)) {
    return show_problems(model.member.account.problems, commands,
                         form_problems(reply, {{"email", keys::account_email},
                                               {"current_password",
                                                keys::account_current_password}}));
  }
  Account done;
  done.mail_sent_to = std::move(model.member.account.wanted_email);
  show_done(model, commands, std::move(done));
}

void password_change_pressed(Model& model, Commands& commands) {
  if (is_working(model)) return;
  // It ends the session under which a photo is still being sent, and the photo would be refused.
  if (model.requests.is_pending(members::Purpose::save_photo)) return;
  clear_problems(model);
  const AccountDraft& draft = model.drafts.member.account;
  FormProblems problems;
  if (draft.current_password.empty()) {
    problems.fields.push_back({keys::account_current_password, Message::account_current_missing});
  }
  if (draft.new_password.empty()) {
    problems.fields.push_back({keys::account_new_password, Message::account_new_missing});
  }
  if (!problems.empty()) return show_problems(model.member.account.problems, commands, problems);
  send(model, commands, Purpose::change_password, protocol::password_change,
       base::encode_json(protocol::PasswordChange{draft.current_password, draft.new_password}));
}

void password_change_replied(Model& model, Commands& commands, const Reply& reply) {
  if (!is_done(reply)) {
    return show_problems(model.member.account.problems, commands,
                         form_problems(reply, {{"current_password",
                                                keys::account_current_password},
                                               {"new_password", keys::account_new_password}}));
  }
  Account done;
  done.password_changed = true;
  show_done(model, commands, std::move(done));
}

}  // namespace laurel::app::accounts
