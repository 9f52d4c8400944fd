#include <string>

#include "app/accounts/requests.h"
#include "app/certificates/keys.h"
#include "app/messages.h"
#include "ui/views/accounts/views.h"
#include "ui/views/certificates/certificate_parts.h"
#include "ui/views/parts/form_view.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/structure.h"
#include "ui/widgets/table.h"
#include "ui/widgets/words.h"

namespace laurel::ui {

using app::Message;
using app::say;
using protocol::CertificateCandidate;
namespace keys = app::keys;

namespace {

void search_form(Ui& ui, const app::Model& model, app::certificates::CertificateSearchDraft& draft,
                 app::Actions& actions) {
  certificate_search_fields(ui, model.registration.problems, draft);
  ui.layout().skip(space::medium);
  const bool busy = model.requests.is_pending(app::accounts::JoiningPurpose::search_certificates);
  const std::string text = say(busy ? Message::certificates_searching : Message::certificates_search);
  if (button(ui, {.key = "certificates/search", .text = text, .look = Look::quiet, .busy = busy,
                  .submits = true})) {
    actions.push_back(app::accounts::CertificateSearchPressed{});
  }
}

void found_table(Ui& ui, const app::accounts::Registration& registration, std::string_view title,
                 app::certificates::CertificateSearchDraft& draft) {
  table(ui, {
      .key = "certificates/list",
      .name = title,
      .columns = {{say(Message::certificates_owner), 1},
                  {say(Message::certificates_certificate), 2.2F},
                  {say(Message::certificates_number), 1.3F},
                  {say(Message::certificates_awarded), 1.2F},
                  {say(Message::certificates_validity), 1.2F},
                  {say(Message::certificates_issuer), 1}},
      .row_count = registration.found.size(),
      .row = [&](std::size_t row) -> TableRow {
        const CertificateCandidate& found = registration.found[row];
        return {"candidate/" + found.number,
                {{found.owner}, {found.title}, {found.number}, {app::say_date(found.awarded)},
                 {app::say_date(found.valid_until)}, {found.issuer}}};
      },
      .tick_title = say(Message::certificates_yours),
      .tick = [&](std::size_t row, bool has_label) {
        const CertificateCandidate& found = registration.found[row];
        certificate_tick(ui, found.number, found.title, has_label, draft);
      }});
}

void results(Ui& ui, const app::Model& model, app::certificates::CertificateSearchDraft& draft) {
  const app::accounts::Registration& registration = model.registration;
  if (!registration.searched) return;
  ui.layout().skip(space::large);
  const bool none = registration.found.empty();
  const std::string title = say(none ? Message::certificates_none : Message::certificates_found);
  card(ui, {.key = "certificates/found", .role = Role::region, .name = title}, [&] {
    heading(ui, {.key = keys::found_certificates, .text = title, .takes_focus = true});
    ui.layout().skip(space::medium);
    if (none) {
      return paragraph(ui, {.key = "certificates/none",
                            .text = say(Message::certificates_none_here,
                                        {{"contact", model.association.contact_email}})});
    }
    found_table(ui, registration, title, draft);
  });
}

}  // namespace

void certificates_view(Ui& ui, const app::Model& model, app::certificates::CertificateSearchDraft& draft,
                       app::Actions& actions) {
  column(ui, content_width, [&] {
    registration_steps(ui, 2);
    form_title(ui, say(Message::certificates_title), say(Message::certificates_lead));
    form_summary(ui, model.registration.problems, actions);
    const std::string search = say(Message::certificates_search);
    card(ui, {.key = "certificates", .role = Role::form, .name = search},
         [&] { search_form(ui, model, draft, actions); });
    results(ui, model, draft);
    ui.layout().skip(space::large);
    paragraph(ui, {.key = "certificates/note", .text = say(Message::certificates_note),
                   .tone = Tone::muted});
    ui.layout().skip(space::tight);
    checkbox(ui,
             {.key = "certificates/newsletter",
              .label = say(Message::certificates_newsletter,
                           {{"platform", model.association.platform}}),
              .form_name = "newsletter"},
             draft.newsletter);
    ui.layout().skip(space::medium);
    const bool busy = model.requests.is_pending(app::accounts::JoiningPurpose::complete_registration);
    const std::string text = say(busy ? Message::registration_busy : Message::registration_submit);
    if (button(ui, {.key = "certificates/submit", .text = text, .busy = busy})) {
      actions.push_back(app::accounts::RegistrationCompleted{});
    }
  });
}

}  // namespace laurel::ui
