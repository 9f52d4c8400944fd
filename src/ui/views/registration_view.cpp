#include <string>
#include <vector>

#include "app/countries.h"
#include "app/keys.h"
#include "app/messages.h"
#include "ui/views/desk_view.h"
#include "ui/views/form_view.h"
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

constexpr std::string_view countries_key = "registration/countries";

void names(Ui& ui, const app::FormProblems& problems, app::RegistrationDraft& draft) {
  text_field(ui, {.key = keys::first_name, .label = say(Message::registration_first_name),
                  .autocomplete = "given-name", .form_name = "first_name",
                  .error = error_at(problems, keys::first_name)},
             draft.first_name);
  ui.layout().skip(space::large);
  text_field(ui, {.key = keys::last_name, .label = say(Message::registration_last_name),
                  .autocomplete = "family-name", .form_name = "last_name",
                  .error = error_at(problems, keys::last_name)},
             draft.last_name);
}

void country_field(Ui& ui, const app::FormProblems& problems, app::RegistrationDraft& draft) {
  text_field(ui,
             {.key = keys::country,
              .label = say(Message::registration_country),
              .autocomplete = "country-name",
              .form_name = "country",
              .hint = say(Message::registration_country_hint),
              .error = error_at(problems, keys::country),
              .options = countries_key},
             draft.country);
  std::vector<std::string_view> names;
  for (const app::Country& country : app::all_countries()) names.push_back(country.name);
  options(ui, countries_key, names);
}

void registration_form(Ui& ui, const app::Model& model, app::RegistrationDraft& draft,
                       app::Actions& actions) {
  const app::FormProblems& problems = model.registration.problems;
  names(ui, problems, draft);
  ui.layout().skip(space::large);
  text_field(ui, {.key = keys::email, .label = say(Message::registration_email),
                  .input_type = "email", .autocomplete = "email", .form_name = "email",
                  .error = error_at(problems, keys::email)},
             draft.email);
  ui.layout().skip(space::large);
  country_field(ui, problems, draft);
  ui.layout().skip(space::large);
  password_field(ui,
                 {.key = keys::password,
                  .label = say(Message::sign_in_password),
                  .show_text = say(Message::password_show),
                  .show_name = say(Message::password_show_name),
                  .hide_text = say(Message::password_hide),
                  .hide_name = say(Message::password_hide_name),
                  .autocomplete = "new-password",
                  .hint = say(Message::password_hint),
                  .error = error_at(problems, keys::password)},
                 draft.password, draft.password_shown);
  ui.layout().skip(space::medium);
  checkbox(ui,
           {.key = keys::agreed,
            .label = say(Message::registration_agreed, {{"platform", model.association.platform}}),
            .form_name = "agreed",
            .error = error_at(problems, keys::agreed)},
           draft.agreed);
  ui.layout().skip(space::medium);
  const bool busy = model.requests.is_pending(app::Purpose::register_member);
  const std::string text = say(busy ? Message::registration_busy : Message::registration_submit);
  if (button(ui, {.key = "registration/submit", .text = text, .busy = busy, .fills_width = true,
                  .submits = true})) {
    actions.push_back(app::RegisterPressed{});
  }
}

}  // namespace

void registration_view(Ui& ui, const app::Model& model, app::RegistrationDraft& draft,
                       app::Actions& actions) {
  column(ui, reading_width, [&] {
    registration_steps(ui, 1);
    form_title(ui, say(Message::registration_title), say(Message::registration_lead));
    form_summary(ui, model.registration.problems, actions);
    card(ui, {.key = "registration", .role = Role::form, .name = say(Message::registration_title)},
         [&] { registration_form(ui, model, draft, actions); });
    ui.layout().skip(space::large);
    paragraph(ui, {.key = "registration/has_account",
                   .text = say(Message::registration_has_account)});
    link(ui, {.key = "registration/sign_in", .text = say(Message::shell_sign_in),
              .href = app::fragment_of(app::View::sign_in)});
  });
}

void mail_sent_view(Ui& ui, const app::Model& model, const app::RegistrationDraft& draft,
                    app::Actions& actions) {
  column(ui, reading_width, [&] {
    registration_steps(ui, 3);
    form_title(ui, say(Message::mail_sent_title),
               say(Message::mail_sent_text, {{"email", draft.email}}));
    form_summary(ui, model.registration.problems, actions);
    if (model.registration.mail_sent_again) {
      notice(ui, "mail_sent/again_done", say(Message::mail_sent_sent_again));
      ui.layout().skip(space::large);
    }
    paragraph(ui, {.key = "mail_sent/sender",
                   .text = say(Message::mail_sent_sender,
                               {{"sender", model.association.sender_email}})});
    ui.layout().skip(space::large);
    const bool busy = model.requests.is_pending(app::Purpose::send_activation_mail);
    const std::string text = say(busy ? Message::mail_sent_sending : Message::mail_sent_again);
    if (button(ui, {.key = "mail_sent/again", .text = text, .look = Look::quiet, .busy = busy})) {
      actions.push_back(app::ActivationMailWanted{});
    }
    ui.layout().skip(space::large);
    paragraph(ui, {.key = "mail_sent/support",
                   .text = say(Message::mail_sent_support,
                               {{"contact", model.association.contact_email}}),
                   .tone = Tone::muted});
  });
}

void activation_view(Ui& ui, const app::Model& model, app::Actions& actions) {
  column(ui, reading_width, [&] {
    if (model.activation.state == app::ActivationState::expired) {
      form_title(ui, say(Message::activation_expired_title), say(Message::activation_expired));
      link(ui, {.key = "activation/sign_in", .text = say(Message::shell_sign_in),
                .href = app::fragment_of(app::View::sign_in)});
      ui.layout().skip(space::tight);
      link(ui, {.key = "activation/register", .text = say(Message::shell_register),
                .href = app::fragment_of(app::View::registration)});
      return;
    }
    form_title(ui, say(Message::activation_title),
               say(Message::activation_text, {{"platform", model.association.platform}}));
    form_summary(ui, model.activation.problems, actions);
    const bool busy = model.requests.is_pending(app::Purpose::activate);
    const std::string text = say(busy ? Message::activation_busy : Message::activation_submit);
    if (button(ui, {.key = "activation/submit", .text = text, .busy = busy})) {
      actions.push_back(app::ActivatePressed{});
    }
  });
}

}  // namespace laurel::ui
