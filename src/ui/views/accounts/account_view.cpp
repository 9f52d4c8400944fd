#include "ui/views/accounts/account_view.h"

#include <string>

#include "app/accounts/keys.h"
#include "app/accounts/requests.h"
#include "app/members/requests.h"
#include "app/messages.h"
#include "ui/views/parts/form_view.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/messages.h"
#include "ui/widgets/structure.h"
#include "ui/widgets/words.h"

namespace laurel::ui {

using app::Message;
using app::say;
namespace keys = app::keys;

namespace {

/// A button and the form that it shows and hides.
struct FormSpec {
  std::string_view key;
  Message title;
  bool open;
  app::Action toggle;
  Message submit;
  Message working;
  app::Purpose purpose;
  app::Action send;
  bool held = false;  // by something else that is under way
};

template <class Fields>
void hidden_form(Ui& ui, const app::Model& model, const FormSpec& spec, app::Actions& actions,
                 const Fields& fields) {
  const std::string key(spec.key);
  const std::string title = say(spec.title);
  if (button(ui, {.key = key + "/open", .text = title, .look = Look::quiet, .fills_width = true,
                  .expanded = spec.open})) {
    actions.push_back(spec.toggle);
  }
  if (!spec.open) return;
  ui.layout().skip(space::medium);
  form_summary(ui, model.member.account.problems, actions);
  group(ui, {.key = spec.key, .role = Role::form, .name = title}, [&] {
    fields();
    ui.layout().skip(space::large);
    const bool working = model.requests.is_pending(spec.purpose);
    if (button(ui, {.key = key + "/submit", .text = say(working ? spec.working : spec.submit),
                    .busy = working || spec.held, .fills_width = true, .submits = true})) {
      actions.push_back(spec.send);
    }
  });
}

void current_password(Ui& ui, const app::Model& model, app::accounts::AccountDraft& draft) {
  password_entry(ui, {.key = keys::account_current_password,
                      .label = say(Message::account_current_password),
                      .form_name = "current_password",
                      .error = error_at(model.member.account.problems, keys::account_current_password)},
                 draft.current_password, draft.current_shown);
}

void email_form(Ui& ui, const app::Model& model, app::accounts::AccountDraft& draft,
                app::Actions& actions) {
  hidden_form(ui, model,
              {.key = "account/email", .title = Message::account_change_email,
               .open = model.member.account.open == app::accounts::AccountForm::email,
               .toggle = app::accounts::EmailFormPressed{}, .submit = Message::forgotten_submit,
               .working = Message::forgotten_busy, .purpose = app::accounts::Purpose::change_email,
               .send = app::accounts::EmailChangePressed{}},
              actions, [&] {
                text_field(ui, {.key = keys::account_email,
                                .label = say(Message::account_new_email),
                                .input_type = "email", .autocomplete = "email",
                                .form_name = "email",
                                .hint = say(Message::account_new_email_hint),
                                .error = error_at(model.member.account.problems, keys::account_email)},
                           draft.email);
                ui.layout().skip(space::large);
                current_password(ui, model, draft);
              });
}

void password_form(Ui& ui, const app::Model& model, app::accounts::AccountDraft& draft,
                   app::Actions& actions) {
  hidden_form(ui, model,
              {.key = "account/password", .title = Message::account_change_password,
               .open = model.member.account.open == app::accounts::AccountForm::password,
               .toggle = app::accounts::PasswordFormPressed{}, .submit = Message::new_password_submit,
               .working = Message::new_password_busy, .purpose = app::accounts::Purpose::change_password,
               .send = app::accounts::PasswordChangePressed{},
               .held = model.requests.is_pending(app::members::Purpose::save_photo)},
              actions, [&] {
                current_password(ui, model, draft);
                ui.layout().skip(space::large);
                new_password_entry(
                    ui, {.key = keys::account_new_password,
                         .label = say(Message::new_password_password),
                         .autocomplete = "new-password", .form_name = "new_password",
                         .hint = say(Message::password_hint),
                         .error = error_at(model.member.account.problems, keys::account_new_password)},
                    model.password_advice, draft.new_password, draft.new_shown, actions);
              });
}

/// What was done last.
void outcome(Ui& ui, const app::accounts::Account& account) {
  std::string text;
  if (!account.mail_sent_to.empty()) {
    text = say(Message::account_email_sent, {{"email", account.mail_sent_to}});
  } else if (account.password_changed) {
    text = say(Message::account_password_saved);
  } else {
    return;
  }
  notice(ui, "account/outcome", text);
  ui.layout().skip(space::medium);
}

}  // namespace

void account_card(Ui& ui, const app::Model& model, const std::string& email,
                  app::accounts::AccountDraft& draft, app::Actions& actions) {
  const std::string title = say(Message::account_title);
  card(ui, {.key = "account", .role = Role::region, .name = title}, [&] {
    heading(ui, {.key = keys::account_title, .text = title, .takes_focus = true});
    ui.layout().skip(space::medium);
    group(ui, {.key = "account/facts", .role = Role::facts},
          [&] { fact(ui, {"account/present_email", say(Message::dashboard_email), email}); });
    ui.layout().skip(space::medium);
    outcome(ui, model.member.account);
    email_form(ui, model, draft, actions);
    ui.layout().skip(model.member.account.open == app::accounts::AccountForm::email ? space::large : space::medium);
    password_form(ui, model, draft, actions);
    ui.layout().skip(space::medium);
    link(ui, {.key = "account/devices", .text = say(Message::devices_title),
              .href = app::fragment_of(app::View::devices)});
  });
}

}  // namespace laurel::ui
