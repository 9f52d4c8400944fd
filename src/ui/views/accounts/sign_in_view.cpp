#include <string>

#include "app/accounts/keys.h"
#include "app/accounts/requests.h"
#include "app/messages.h"
#include "ui/views/accounts/views.h"
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

void form(Ui& ui, const app::Model& model, app::accounts::SignInDraft& draft, app::Actions& actions) {
  const app::FormProblems& problems = model.sign_in.problems;
  text_field(ui,
             {.key = keys::sign_in_email,
              .label = say(Message::sign_in_email),
              .input_type = "email",
              .autocomplete = "username",
              .form_name = "email",
              .error = error_at(problems, keys::sign_in_email)},
             draft.email);
  ui.layout().skip(space::large);
  password_entry(ui, {.key = keys::sign_in_password,
                      .label = say(Message::sign_in_password),
                      .error = error_at(problems, keys::sign_in_password)},
                 draft.password, draft.password_shown);
  ui.layout().skip(space::tight);
  checkbox(ui,
           {.key = "sign_in/remember", .label = say(Message::sign_in_remember),
            .form_name = "remember"},
           draft.remember);
  ui.layout().skip(space::medium);
  const bool busy = model.requests.is_pending(app::accounts::SignInPurpose::sign_in);
  const std::string text = say(busy ? Message::sign_in_busy : Message::sign_in_submit);
  if (button(ui, {.key = "sign_in/submit", .text = text, .busy = busy, .fills_width = true,
                  .submits = true})) {
    actions.push_back(app::accounts::SignInPressed{});
  }
  ui.layout().skip(space::medium);
  link(ui, {.key = "sign_in/forgot", .text = say(Message::sign_in_forgot),
            .href = app::fragment_of(app::View::forgotten_password)});
}

}  // namespace

void sign_in_view(Ui& ui, const app::Model& model, app::accounts::SignInDraft& draft, app::Actions& actions) {
  column(ui, reading_width, [&] {
    form_title(ui, say(Message::sign_in_title),
               say(Message::sign_in_lead, {{"association", model.association.short_name}}));
    if (model.sign_in.notice) {
      notice(ui, "sign_in/notice", say(*model.sign_in.notice));
      ui.layout().skip(space::large);
    }
    form_summary(ui, model.sign_in.problems, actions);
    const std::string title = say(Message::sign_in_title);
    card(ui, {.key = "sign_in", .role = Role::form, .name = title},
         [&] { form(ui, model, draft, actions); });
    ui.layout().skip(space::large);
    paragraph(ui, {.key = "sign_in/no_account", .text = say(Message::sign_in_no_account)});
    link(ui, {.key = "sign_in/register", .text = say(Message::sign_in_register),
              .href = app::fragment_of(app::View::registration)});
  });
}

}  // namespace laurel::ui
