#include "ui/views/certificates/certificate_parts.h"
#include "ui/views/certificates/views.h"
#include "ui/views/parts/loaded_view.h"

namespace laurel::ui {

using app::Message;
using app::say;

void verification_view(Ui& ui, const app::Model& model, app::Actions& actions) {
  column(ui, certificate_width, [&] {
    if (model.verification.unknown) {
      return page_title(ui, say(Message::verification_unknown_title),
                        say(Message::verification_unknown));
    }
    page_title(ui, say(Message::verification_title),
               say(Message::verification_lead, {{"association", model.association.name}}));
    loaded(ui, model.verification.certificate, actions,
           [&](const protocol::VerificationResponse& certificate) {
      card(ui, {.key = "verification", .role = Role::region, .name = certificate.title}, [&] {
        heading(ui, {.key = "verification/certificate", .text = certificate.title});
        ui.layout().skip(space::tight);
        certificate_badge(ui, "verification/state", certificate.state);
        ui.layout().skip(space::medium);
        certificate_facts(ui, "verification", certificate);
      });
    });
  });
}

}  // namespace laurel::ui
