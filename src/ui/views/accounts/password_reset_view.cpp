#include <string>

#include "app/accounts/keys.h"
#include "app/accounts/requests.h"
#include "app/messages.h"
#include "ui/views/accounts/views.h"
#include "ui/views/parts/form_view.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/structure.h"
#include "ui/widgets/words.h"

namespace laurel::ui {

using app::Message;
using app::say;
namespace keys = app::keys;

void forgotten_password_view(Ui& ui, const app::Model& model, app::accounts::PasswordResetDraft& draft,
                             app::Actions& actions) {
  column(ui, reading_width, [&] {
    if (model.password_reset.state == app::accounts::PasswordResetState::mail_sent) {
      form_title(ui, say(Message::forgotten_sent_title),
                 say(Message::forgotten_sent, {{"email", model.password_reset.email}}));
      link(ui, {.key = "forgotten/sign_in", .text = say(Message::shell_sign_in),
                .href = app::fragment_of(app::View::sign_in)});
      return;
    }
    form_title(ui, say(Message::forgotten_title), say(Message::forgotten_text));
    form_summary(ui, model.password_reset.problems, actions);
    card(ui, {.key = "forgotten", .role = Role::form, .name = say(Message::forgotten_title)}, [&] {
      text_field(ui, {.key = keys::forgotten_email, .label = say(Message::sign_in_email),
                      .input_type = "email", .autocomplete = "username", .form_name = "email",
                      .error = error_at(model.password_reset.problems, keys::forgotten_email)},
                 draft.email);
      ui.layout().skip(space::large);
      const bool busy = model.requests.is_pending(app::accounts::JoiningPurpose::ask_for_new_password);
      const std::string text = say(busy ? Message::forgotten_busy : Message::forgotten_submit);
      if (button(ui, {.key = "forgotten/submit", .text = text, .busy = busy, .fills_width = true,
                      .submits = true})) {
        actions.push_back(app::accounts::PasswordResetPressed{});
      }
    });
  });
}

void new_password_view(Ui& ui, const app::Model& model, app::accounts::PasswordResetDraft& draft,
                       app::Actions& actions) {
  column(ui, reading_width, [&] {
    if (model.password_reset.state == app::accounts::PasswordResetState::expired) {
      form_title(ui, say(Message::activation_expired_title), say(Message::new_password_expired));
      link(ui, {.key = "new_password/again", .text = say(Message::new_password_again),
                .href = app::fragment_of(app::View::forgotten_password)});
      return;
    }
    form_title(ui, say(Message::new_password_title), say(Message::password_hint));
    form_summary(ui, model.password_reset.problems, actions);
    const std::string title = say(Message::new_password_title);
    card(ui, {.key = "new_password", .role = Role::form, .name = title}, [&] {
      new_password_entry(ui, {.key = keys::new_password,
                              .label = say(Message::new_password_password),
                              .autocomplete = "new-password",
                              .error = error_at(model.password_reset.problems, keys::new_password)},
                         model.password_advice, draft.password, draft.password_shown, actions);
      ui.layout().skip(space::large);
      const bool busy =
          model.requests.is_pending(app::accounts::JoiningPurpose::set_new_password, model.route);
      const std::string text = say(busy ? Message::new_password_busy : Message::new_password_submit);
      if (button(ui, {.key = "new_password/submit", .text = text, .busy = busy,
                      .fills_width = true, .submits = true})) {
        actions.push_back(app::accounts::NewPasswordPressed{});
      }
    });
  });
}

}  // namespace laurel::ui
