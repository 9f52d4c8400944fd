#include "ui/views/members/privacy_view.h"

#include <array>

#include "app/members/profile/fields.h"
#include "app/messages.h"
#include "domain/privacy.h"
#include "ui/views/members/visible_profile_view.h"
#include "ui/views/parts/loaded_view.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/structure.h"
#include "ui/widgets/words.h"

namespace laurel::ui {

using app::Message;
using app::say;
using domain::Privacy;

namespace {

struct Shown {
  std::string_view field;  // as domain/privacy.h names it
  Message words;
};

constexpr std::array shown_fields = {
    Shown{"first_name", Message::privacy_names},
    Shown{"email", Message::privacy_email},
    Shown{"job_title", Message::privacy_job_title},
    Shown{"company", Message::privacy_company},
    Shown{"industry", Message::privacy_industry},
    Shown{"country_of_origin", Message::privacy_country_of_origin},
    Shown{"member_association", Message::privacy_member_association},
    Shown{"year_of_birth", Message::privacy_year_of_birth},
    Shown{"gender", Message::privacy_gender},
    Shown{"photo", Message::privacy_photo},
    Shown{"biography", Message::privacy_biography},
    Shown{"certificates", Message::privacy_certificates}};

std::string shown_with(Privacy privacy) {
  std::string list;
  for (const Shown& shown : shown_fields) {
    if (!domain::shows(privacy, shown.field)) continue;
    if (!list.empty()) list += ", ";
    list += say(shown.words);
  }
  return say(Message::privacy_shows, {{"fields", list}});
}

Message name_of_option(Privacy privacy) {
  switch (privacy) {
    case Privacy::public_profile:
      return Message::privacy_public;
    case Privacy::general_profile:
      return Message::privacy_general;
    case Privacy::private_profile:
      break;
  }
  return Message::privacy_private;
}

}  // namespace

void privacy_section(Ui& ui, const app::Model& model, std::string& privacy,
                     app::Actions& actions) {
  paragraph(ui, {.key = "edit_profile/privacy/lead",
                 .text = say(Message::privacy_lead, {{"platform", model.association.platform}}),
                 .tone = Tone::muted});
  ui.layout().skip(space::small);
  constexpr std::array options = {Privacy::public_profile, Privacy::general_profile,
                                  Privacy::private_profile};
  std::array<std::string, options.size()> labels;
  std::array<std::string, options.size()> hints;
  std::array<RadioChoice, options.size()> choices;
  for (std::size_t i = 0; i < options.size(); ++i) {
    labels[i] = say(name_of_option(options[i]));
    hints[i] = shown_with(options[i]);
    choices[i] = {base::name_of(options[i]), labels[i], hints[i]};
  }
  if (radio_group(ui, {.key = app::keys::profile_privacy, .label = say(Message::profile_privacy),
                       .choices = choices}, privacy)) {
    actions.push_back(app::members::PrivacyChosen{});
  }
  paragraph(ui, {.key = "edit_profile/privacy/never", .text = say(Message::privacy_never),
                 .style = TextStyle::small, .tone = Tone::muted});
  ui.layout().skip(space::medium);
  const bool wanted = model.member.profile.preview_wanted;
  if (button(ui, {.key = "edit_profile/preview/show",
                  .text = say(wanted ? Message::privacy_hide_preview : Message::privacy_preview),
                  .look = Look::quiet, .expanded = wanted})) {
    actions.push_back(app::members::PreviewPressed{});
  }
}

void privacy_preview(Ui& ui, const app::Model& model, app::Actions& actions) {
  if (!model.member.profile.preview_wanted) return;
  group(ui, {.key = "edit_profile/preview", .role = Role::region,
             .name = say(Message::privacy_preview)}, [&] {
    ui.layout().skip(space::large);
    heading(ui, {.key = "edit_profile/preview/title", .text = say(Message::privacy_preview_title)});
    ui.layout().skip(space::hair);
    paragraph(ui, {.key = "edit_profile/preview/saved", .text = say(Message::privacy_preview_saved),
                   .tone = Tone::muted});
    ui.layout().skip(space::medium);
    loaded(ui, model.member.profile.preview, actions, [&](const protocol::VisibleProfile& seen) {
      visible_profile(ui, model, seen, "edit_profile/seen");
    });
  });
}

}  // namespace laurel::ui
