#include "ui/views/certificates/screens.h"

#include "app/certificates/shown.h"
#include "app/messages.h"
#include "ui/views/certificates/views.h"

namespace laurel::ui::certificates {

using app::Message;
using app::say;

void screen(Ui& ui, const app::Model& model, app::Drafts& drafts, app::Actions& actions) {
  switch (model.route.view) {
    case app::View::my_certificates:
      return my_certificates_view(ui, model, drafts.member.certificates, actions);
    case app::View::certificate:
      return certificate_view(ui, model, actions);
    case app::View::proof:
      return proof_view(ui, model, actions);
    default:
      return;  // another feature's
  }
}

std::string title(const app::Model& model) {
  switch (model.route.view) {
    case app::View::my_certificates:
      return say(Message::certificates_mine);
    case app::View::certificate:
    case app::View::proof:
      if (app::certificates::is_unknown_certificate(model)) return say(Message::not_found_title);
      if (const auto* certificate = app::certificates::shown_certificate(model)) {
        return certificate->title;
      }
      return model.association.platform;
    default:
      return model.association.platform;
  }
}

void verification_screen(Ui& ui, const app::Model& model, app::Drafts&, app::Actions& actions) {
  verification_view(ui, model, actions);
}

std::string verification_title(const app::Model&) { return say(Message::verification_title); }

}  // namespace laurel::ui::certificates
