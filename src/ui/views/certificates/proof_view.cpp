#include <string>

#include "app/certificates/shown.h"
#include "app/keys.h"
#include "ui/views/certificates/certificate_parts.h"
#include "ui/views/certificates/views.h"
#include "ui/views/parts/loaded_view.h"
#include "ui/views/parts/not_found_view.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/vector_image.h"

namespace laurel::ui {

using app::Message;
using app::say;
using protocol::CertificateDetail;

namespace {

void verification(Ui& ui, const app::certificates::CertificateExtras& extras, const std::string& address) {
  if (!extras.qr_path.empty()) {
    const std::string name = say(Message::proof_qr, {{"address", address}});
    vector_image(ui, {.key = "proof/qr", .name = name, .path = extras.qr_path,
                      .path_size = static_cast<int>(extras.qr_size)});
    ui.layout().skip(space::small);
  }
  paragraph(ui, {.key = "proof/verify", .text = say(Message::proof_verify),
                 .style = TextStyle::small, .tone = Tone::muted});
  paragraph(ui, {.key = "proof/address", .text = address, .style = TextStyle::small});
}

void proof(Ui& ui, const app::Model& model, const CertificateDetail& certificate) {
  const auto paint = [&](const Rect& rect) {
    ui.fill(rect, ui.palette().surface, card_radius);
    ui.outline(rect, ui.palette().border, 1, card_radius);
  };
  group(ui, {.key = "proof", .role = Role::region, .name = certificate.title, .look = Look::proof},
        [&] {
    box(ui, ui.is_narrow() ? space::medium : space::huge, [&] {
      paragraph(ui, {.key = "proof/awarded",
                     .text = say(Message::proof_awarded, {{"association", model.association.name}}),
                     .tone = Tone::muted});
      ui.layout().skip(space::tight);
      paragraph(ui, {.key = "proof/owner/name", .text = certificate.owner,
                     .style = TextStyle::display});
      ui.layout().skip(space::tight);
      paragraph(ui, {.key = "proof/certificate", .text = say(Message::proof_certificate),
                     .tone = Tone::muted});
      ui.layout().skip(space::tight);
      heading(ui, {.key = app::keys::page_title, .text = certificate.title, .level = 1,
                   .style = TextStyle::title, .takes_focus = true});
      ui.layout().skip(space::large);
      certificate_facts(ui, "proof", certificate);
      ui.layout().skip(space::large);
      verification(ui, model.member.certificate_extras, certificate.verification_address);
    }, paint);
  });
}

}  // namespace

void proof_view(Ui& ui, const app::Model& model, app::Actions& actions) {
  if (app::certificates::is_unknown_certificate(model)) return not_found_view(ui);
  const CertificateDetail* certificate = app::certificates::shown_certificate(model);
  column(ui, certificate_width, [&] {
    if (certificate == nullptr) {
      page_title(ui, say(Message::certificate_proof));
      return loaded(ui, model.member.certificates.list, actions,
                    [&](const protocol::CertificatesResponse&) { loading(ui); });
    }
    ui.layout().skip(ui.is_narrow() ? space::large : space::huge);
    link(ui, {.key = "proof/back", .text = say(Message::proof_back),
              .href = app::fragment_of({app::View::certificate, certificate->number})});
    ui.layout().skip(space::medium);
    proof(ui, model, *certificate);
    ui.layout().skip(space::large);
    if (button(ui, {.key = "proof/print", .text = say(Message::proof_print)})) {
      actions.push_back(app::certificates::PrintPressed{});
    }
  });
}

}  // namespace laurel::ui
