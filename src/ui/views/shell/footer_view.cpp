#include <string>
#include <vector>

#include "app/messages.h"
#include "app/newsletter/keys.h"
#include "app/newsletter/requests.h"
#include "ui/views/parts/form_view.h"
#include "ui/views/parts/trouble_view.h"
#include "ui/views/shell/views.h"
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

void footer_heading(Ui& ui, std::string_view key, std::string_view text, bool takes_focus = false) {
  heading(ui, {.key = key, .text = text, .level = 2, .style = TextStyle::body_strong,
               .takes_focus = takes_focus});
  ui.layout().skip(space::tight);
}

void newsletter(Ui& ui, const app::Model& model, app::newsletter::NewsletterDraft& draft,
                app::Actions& actions) {
  const std::string title =
      say(Message::newsletter_title, {{"platform", model.association.platform}});
  footer_heading(ui, keys::newsletter_title, title, true);
  paragraph(ui, {.key = "newsletter/text",
                 .text = say(Message::newsletter_text, {{"platform", model.association.platform}}),
                 .style = TextStyle::small, .tone = Tone::muted});
  ui.layout().skip(space::small);
  if (model.newsletter.mail_sent) {
    return notice(ui, "newsletter/sent",
                  say(Message::newsletter_mail_sent, {{"email", model.newsletter.email}}));
  }
  const app::FormProblems& problems = model.newsletter.problems;
  const std::string error = problems.trouble ? words_of(*problems.trouble)
                                             : error_at(problems, keys::newsletter_email);
  group(ui, {.key = "newsletter", .role = Role::form, .name = title}, [&] {
    text_field(ui, {.key = keys::newsletter_email, .label = say(Message::newsletter_email),
                    .input_type = "email", .autocomplete = "email", .form_name = "email",
                    .error = error, .required = false},
               draft.email);
    ui.layout().skip(space::small);
    const bool busy = model.requests.is_pending(app::newsletter::Purpose::subscribe_newsletter);
    if (button(ui, {.key = "newsletter/submit", .text = say(Message::newsletter_submit),
                    .look = Look::quiet, .busy = busy, .submits = true})) {
      actions.push_back(app::newsletter::NewsletterPressed{});
    }
  });
}

struct FooterLink {
  std::string key;
  std::string text;
  std::string href;
};

void links(Ui& ui, std::string_view key, std::string_view title,
           const std::vector<FooterLink>& all) {
  footer_heading(ui, std::string(key) + "/title", title);
  group(ui, {.key = key, .role = Role::list, .name = title}, [&] {
    for (const FooterLink& one : all) {
      constexpr float above = 6;  // so that a finger finds one alone
      ui.layout().skip(above);
      group(ui, {.key = one.key + "/item", .role = Role::listitem}, [&] {
        link(ui, {.key = one.key, .text = one.text, .href = one.href, .style = TextStyle::small});
      });
      ui.layout().skip(above);
    }
  });
}

void information(Ui& ui) {
  const auto text = [](std::string_view id, Message name) {
    return FooterLink{"footer/" + std::string(id), say(name),
                      app::fragment_of({app::View::text, std::string(id)})};
  };
  links(ui, "footer/information", say(Message::footer_information),
        {text("about", Message::footer_about),
         text("terms-of-service", Message::footer_terms),
         text("user-agreement", Message::footer_user_agreement),
         text("privacy-policy", Message::footer_privacy),
         text("cookie-policy", Message::footer_cookies),
         text("contact", Message::footer_contact)});
}

void association(Ui& ui, const app::Model& model) {
  std::vector<FooterLink> all;
  for (const domain::SiteLink& site : model.association.elsewhere) {
    all.push_back({"footer/elsewhere/" + site.label, site.label, site.address});
  }
  links(ui, "footer/elsewhere", model.association.short_name, all);
  ui.layout().skip(space::small);
  paragraph(ui, {.key = "footer/address", .text = model.association.address,
                 .style = TextStyle::small, .tone = Tone::muted});
  ui.layout().skip(space::hair);
  link(ui, {.key = "footer/mail", .text = model.association.contact_email,
            .href = "mailto:" + model.association.contact_email, .style = TextStyle::small});
}

}  // namespace

void footer_view(Ui& ui, const app::Model& model, app::newsletter::NewsletterDraft& draft,
                 app::Actions& actions) {
  const auto part = [&](std::size_t i) {
    if (i == 0) newsletter(ui, model, draft, actions);
    if (i == 1) information(ui);
    if (i == 2) association(ui, model);
  };
  group(ui, {.key = "footer", .role = Role::contentinfo, .look = Look::footer}, [&] {
    rule(ui);
    column(ui, content_width, [&] {
      ui.layout().skip(space::large);
      if (ui.is_narrow()) {
        for (std::size_t i = 0; i < 3; ++i) {
          if (i > 0) ui.layout().skip(space::large);
          part(i);
        }
      } else {
        side_by_side(ui, {1.6F, 1, 1.2F}, space::huge, part);
      }
      ui.layout().skip(space::large);
    });
  });
}

}  // namespace laurel::ui
