#include <string>

#include "app/certificates/shown.h"
#include "ui/views/certificate_parts.h"
#include "ui/views/desk_view.h"
#include "ui/views/loaded_view.h"

namespace laurel::ui {

using app::Message;
using app::say;
using protocol::CertificateDetail;

namespace {

/// Until when it can be renewed, or could; empty where no recertification is stated.
std::string words_of_window(const CertificateDetail& certificate) {
  if (!certificate.recertify_until || !certificate.recertify_exceptionally_until) return {};
  const std::string date = app::say_date(*certificate.recertify_until);
  const std::string last = app::say_date(*certificate.recertify_exceptionally_until);
  const bool over = certificate.state == domain::CertificateState::expired;
  return say(over ? Message::certificate_window_over : Message::certificate_window,
             {{"date", date}, {"last", last}});
}

std::string words_of_none(const CertificateDetail& certificate) {
  return say(certificate.level == domain::CertificateLevel::d
                 ? Message::certificate_none_at_level_d
                 : Message::certificate_none_recorded);
}

void recertification_card(Ui& ui, const app::Model& model, const CertificateDetail& certificate) {
  const std::string title = say(Message::certificate_recertification);
  const std::string needed = words_of_recertification(certificate.level);
  card(ui, {.key = "recertification", .role = Role::region, .name = title}, [&] {
    heading(ui, {.key = "recertification/title", .text = title});
    ui.layout().skip(space::small);
    paragraph(ui, {.key = "recertification/needs",
                   .text = needed.empty() ? words_of_none(certificate) : needed});
    if (const std::string window = words_of_window(certificate); !window.empty()) {
      ui.layout().skip(space::tight);
      paragraph(ui, {.key = "recertification/window", .text = window});
    }
    ui.layout().skip(space::tight);
    paragraph(ui, {.key = "recertification/ask",
                   .text = say(Message::certificate_ask,
                               {{"contact", model.association.contact_email}}),
                   .style = TextStyle::small, .tone = Tone::muted});
  });
}

void certificate_card(Ui& ui, const CertificateDetail& certificate) {
  card(ui, {.key = "certificate", .role = Role::region, .name = certificate.number}, [&] {
    certificate_badge(ui, "certificate/state", certificate.state);
    if (const std::string left = words_of_months_left(certificate); !left.empty()) {
      ui.layout().skip(space::small);
      paragraph(ui, {.key = "certificate/left", .text = left});
    }
    ui.layout().skip(space::medium);
    certificate_facts(ui, "certificate", certificate);
    ui.layout().skip(space::medium);
    link(ui, {.key = "certificate/verification", .text = say(Message::certificates_verification),
              .href = app::fragment_of({app::View::verification, certificate.verification})});
  });
}

}  // namespace

void certificate_view(Ui& ui, const app::Model& model, app::Actions& actions) {
  if (app::is_unknown_certificate(model)) return not_found_view(ui);
  const CertificateDetail* certificate = app::shown_certificate(model);
  column(ui, certificate_width, [&] {
    page_title(ui, certificate ? certificate->title : say(Message::certificates_mine));
    if (certificate == nullptr) {
      return loaded(ui, model.certificates.list, actions,
                    [&](const protocol::CertificatesResponse&) { loading(ui); });
    }
    certificate_card(ui, *certificate);
    ui.layout().skip(space::large);
    recertification_card(ui, model, *certificate);
    ui.layout().skip(space::large);
    link(ui, {.key = "certificate/all", .text = say(Message::certificate_all),
              .href = app::fragment_of(app::View::my_certificates)});
  });
}

}  // namespace laurel::ui
