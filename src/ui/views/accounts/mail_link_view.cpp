#include <string>

#include "app/accounts/keys.h"
#include "app/accounts/requests.h"
#include "app/messages.h"
#include "ui/views/accounts/views.h"
#include "ui/views/parts/form_view.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/structure.h"
#include "ui/widgets/words.h"

namespace laurel::ui {

using app::Message;
using app::say;

namespace {

/// What the page of each kind of mail says.
struct LinkWords {
  Message title;
  Message text;
  Message submit;
  Message done_title;
  Message done;
  Message expired;
};

LinkWords words_of(app::View view) {
  switch (view) {
    case app::View::email_confirm:
      return {Message::email_confirm_title,  Message::email_confirm_text,
              Message::email_confirm_submit, Message::email_confirm_done_title,
              Message::email_confirm_done,   Message::email_confirm_expired};
    case app::View::newsletter_confirm:
      return {Message::newsletter_confirm_title, Message::newsletter_confirm_text,
              Message::newsletter_confirm_submit, Message::newsletter_confirmed_title,
              Message::newsletter_confirmed,      Message::newsletter_confirm_expired};
    case app::View::newsletter_cancel:
      return {Message::newsletter_cancel_title,  Message::newsletter_cancel_text,
              Message::newsletter_cancel_submit, Message::newsletter_cancelled_title,
              Message::newsletter_cancelled,     Message::newsletter_cancel_expired};
    default:  // its `done` is told by the sign-in form
      return {Message::activation_title,  Message::activation_text, Message::activation_submit,
              Message::activation_title,  Message::activation_done, Message::activation_expired};
  }
}

/// Where this browser does not tell whose the link is, and a password has to.
struct ProofWords {
  Message lead;
  Message unknown;  // for who knows no password, since it was somebody else who asked for the mail
};

ProofWords proof_words_of(app::View view) {
  if (view == app::View::email_confirm) {
    return {Message::email_confirm_prove, Message::email_confirm_unknown};
  }
  return {Message::activation_prove, Message::activation_unknown};
}

/// Where a member goes on with their address; signing in comes before it where it must.
void profile_link(Ui& ui, const app::Model& model) {
  if (model.route.view != app::View::email_confirm) return;
  link(ui, {.key = "email_confirm/profile", .text = say(Message::dashboard_edit_profile),
            .href = app::fragment_of(app::View::profile)});
}

void expired(Ui& ui, const app::Model& model, const LinkWords& words) {
  form_title(ui, say(Message::activation_expired_title), say(words.expired));
  profile_link(ui, model);
  if (model.route.view != app::View::activation) return;
  link(ui, {.key = "activation/sign_in", .text = say(Message::shell_sign_in),
            .href = app::fragment_of(app::View::sign_in)});
  ui.layout().skip(space::tight);
  link(ui, {.key = "mail_link/register", .text = say(Message::shell_register),
            .href = app::fragment_of(app::View::registration)});
}

void submit(Ui& ui, const app::Model& model, const LinkWords& words, bool fills_width,
            app::Actions& actions) {
  const bool busy = model.requests.is_pending(app::accounts::JoiningPurpose::press_mail_link, model.route);
  const std::string text = busy ? say(Message::page_working) : say(words.submit);
  if (button(ui, {.key = "mail_link/submit", .text = text, .busy = busy,
                  .fills_width = fills_width, .submits = fills_width})) {
    actions.push_back(app::accounts::MailLinkPressed{});
  }
}

/// For an account that another browser's visitor has registered, or is signed in to.
void password_form(Ui& ui, const app::Model& model, const LinkWords& words,
                   app::accounts::MailLinkDraft& draft, app::Actions& actions) {
  card(ui, {.key = "mail_link", .role = Role::form, .name = say(words.title)}, [&] {
    password_entry(ui, {.key = app::keys::mail_link_password,
                        .label = say(Message::sign_in_password),
                        .error = error_at(model.mail_link.problems, app::keys::mail_link_password)},
                   draft.password, draft.password_shown);
    ui.layout().skip(space::large);
    submit(ui, model, words, true, actions);
  });
  ui.layout().skip(space::large);
  paragraph(ui, {.key = "mail_link/unknown",
                 .text = say(proof_words_of(model.route.view).unknown)});
  if (model.route.view != app::View::activation) return;
  link(ui, {.key = "mail_link/register", .text = say(Message::shell_register),
            .href = app::fragment_of(app::View::registration)});
}

}  // namespace

void mail_link_view(Ui& ui, const app::Model& model, app::accounts::MailLinkDraft& draft,
                    app::Actions& actions) {
  const LinkWords words = words_of(model.route.view);
  const std::string& platform = model.association.platform;
  column(ui, reading_width, [&] {
    if (model.mail_link.state == app::accounts::MailLinkState::expired) return expired(ui, model, words);
    if (model.mail_link.state == app::accounts::MailLinkState::done) {
      form_title(ui, say(words.done_title), say(words.done, {{"platform", platform}}));
      return profile_link(ui, model);
    }
    if (model.mail_link.state == app::accounts::MailLinkState::taken) {
      form_title(ui, say(Message::email_confirm_taken_title), say(Message::email_confirm_taken));
      return profile_link(ui, model);
    }
    const bool with_password = model.mail_link.password_wanted;
    const Message lead = with_password ? proof_words_of(model.route.view).lead : words.text;
    form_title(ui, say(words.title), say(lead, {{"platform", platform}}));
    form_summary(ui, model.mail_link.problems, actions);
    if (with_password) return password_form(ui, model, words, draft, actions);
    submit(ui, model, words, false, actions);
  });
}

}  // namespace laurel::ui
