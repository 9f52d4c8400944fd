#include <array>
#include <string>
#include <vector>

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

constexpr std::string_view countries_key = "registration/countries";

void names(Ui& ui, const app::FormProblems& problems, app::accounts::RegistrationDraft& draft) {
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

void country_field(Ui& ui, const app::FormProblems& problems, app::accounts::RegistrationDraft& draft) {
  text_field(ui,
             {.key = keys::country,
              .label = say(Message::registration_country),
              .autocomplete = "country-name",
              .form_name = "country",
              .hint = say(Message::registration_country_hint),
              .error = error_at(problems, keys::country),
              .options = countries_key},
             draft.country);
  country_options(ui, countries_key);
}

/// The texts that the box above speaks of.
void policy_links(Ui& ui) {
  struct Policy {
    std::string_view id;
    Message name;
  };
  constexpr std::array policies = {Policy{"user-agreement", Message::footer_user_agreement},
                                   Policy{"privacy-policy", Message::footer_privacy},
                                   Policy{"cookie-policy", Message::footer_cookies}};
  for (const Policy& policy : policies) {
    ui.layout().skip(space::tight);
    const std::string id(policy.id);
    link(ui, {.key = "registration/" + id, .text = say(policy.name),
              .href = app::fragment_of({app::View::text, id})});
  }
}

void registration_form(Ui& ui, const app::Model& model, app::accounts::RegistrationDraft& draft,
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
  new_password_entry(ui, {.key = keys::password,
                          .label = say(Message::sign_in_password),
                          .autocomplete = "new-password",
                          .hint = say(Message::password_hint),
                          .error = error_at(problems, keys::password)},
                     model.password_advice, draft.password, draft.password_shown, actions);
  ui.layout().skip(space::medium);
  checkbox(ui,
           {.key = keys::agreed,
            .label = say(Message::registration_agreed, {{"platform", model.association.platform}}),
            .form_name = "agreed",
            .error = error_at(problems, keys::agreed)},
           draft.agreed);
  policy_links(ui);
  ui.layout().skip(space::large);
  const bool busy = model.requests.is_pending(app::accounts::JoiningPurpose::register_member);
  const std::string text = say(busy ? Message::registration_busy : Message::registration_submit);
  if (button(ui, {.key = "registration/submit", .text = text, .busy = busy, .fills_width = true,
                  .submits = true})) {
    actions.push_back(app::accounts::RegisterPressed{});
  }
}

}  // namespace

void registration_view(Ui& ui, const app::Model& model, app::accounts::RegistrationDraft& draft,
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

void mail_sent_view(Ui& ui, const app::Model& model, const app::accounts::RegistrationDraft& draft,
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
    const bool busy = model.requests.is_pending(app::accounts::JoiningPurpose::send_activation_mail);
    const std::string text = say(busy ? Message::mail_sent_sending : Message::mail_sent_again);
    if (button(ui, {.key = "mail_sent/again", .text = text, .look = Look::quiet, .busy = busy})) {
      actions.push_back(app::accounts::ActivationMailWanted{});
    }
    ui.layout().skip(space::large);
    paragraph(ui, {.key = "mail_sent/support",
                   .text = say(Message::mail_sent_support,
                               {{"contact", model.association.contact_email}}),
                   .tone = Tone::muted});
  });
}

}  // namespace laurel::ui
