#include <string>

#include "app/keys.h"
#include "app/messages.h"
#include "ui/views/desk_view.h"
#include "ui/views/trouble_view.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/messages.h"
#include "ui/widgets/structure.h"
#include "ui/widgets/words.h"

namespace laurel::ui {

using app::Message;
using app::say;

namespace {

constexpr std::string_view email_key = "sign_in/email";
constexpr std::string_view password_key = "sign_in/password";

void summary(Ui& ui, const app::SignIn& sign_in, app::Actions& actions) {
  ProblemSpec spec{.key = app::sign_in_summary_key, .title = say(Message::sign_in_summary),
                   .items = {}};
  if (sign_in.email_error) spec.items.push_back({email_key, say(*sign_in.email_error)});
  if (sign_in.password_error) spec.items.push_back({password_key, say(*sign_in.password_error)});
  if (sign_in.trouble) spec.items.push_back({{}, words_of(*sign_in.trouble)});
  if (spec.items.empty()) return;
  std::string wanted = problem(ui, spec);
  if (!wanted.empty()) actions.push_back(app::FocusAsked{std::move(wanted)});
  ui.layout().skip(space::large);
}

std::string words_or_nothing(const std::optional<Message>& message) {
  return message ? say(*message) : std::string();
}

void form(Ui& ui, const app::Model& model, app::SignInDraft& draft, app::Actions& actions) {
  const app::SignIn& sign_in = model.sign_in;
  text_field(ui,
             {.key = email_key,
              .label = say(Message::sign_in_email),
              .input_type = "email",
              .autocomplete = "username",
              .form_name = "email",
              .error = words_or_nothing(sign_in.email_error)},
             draft.email);
  ui.layout().skip(space::large);
  password_field(ui,
                 {.key = password_key,
                  .label = say(Message::sign_in_password),
                  .show_text = say(Message::sign_in_show),
                  .show_name = say(Message::sign_in_show_password),
                  .hide_text = say(Message::sign_in_hide),
                  .hide_name = say(Message::sign_in_hide_password),
                  .error = words_or_nothing(sign_in.password_error)},
                 draft.password, draft.password_shown);
  ui.layout().skip(space::tight);
  checkbox(ui,
           {.key = "sign_in/remember", .label = say(Message::sign_in_remember),
            .form_name = "remember"},
           draft.remember);
  ui.layout().skip(space::medium);
  const bool busy = model.requests.is_pending(app::Purpose::sign_in);
  const std::string text = say(busy ? Message::sign_in_busy : Message::sign_in_submit);
  if (button(ui, {.key = "sign_in/submit", .text = text, .busy = busy, .fills_width = true,
                  .submits = true})) {
    actions.push_back(app::SignInPressed{});
  }
}

}  // namespace

void sign_in_view(Ui& ui, const app::Model& model, app::SignInDraft& draft, app::Actions& actions) {
  column(ui, reading_width, [&] {
    ui.layout().skip(ui.is_narrow() ? space::large : space::huge);
    heading(ui, {.key = app::page_title_key, .text = say(Message::sign_in_title), .level = 1,
                 .style = TextStyle::display, .takes_focus = true});
    ui.layout().skip(space::tight);
    paragraph(ui, {.key = "sign_in/lead",
                   .text = say(Message::sign_in_lead,
                               {{"association", model.association.short_name}}),
                   .tone = Tone::muted});
    ui.layout().skip(space::large);
    if (model.sign_in.notice) {
      notice(ui, "sign_in/notice", say(*model.sign_in.notice));
      ui.layout().skip(space::large);
    }
    summary(ui, model.sign_in, actions);
    const std::string title = say(Message::sign_in_title);
    card(ui, {.key = "sign_in", .role = Role::form, .name = title},
         [&] { form(ui, model, draft, actions); });
  });
}

}  // namespace laurel::ui
