#include <string>

#include "app/certificates/requests.h"
#include "app/certificates/shown.h"
#include "ui/views/certificates/certificate_parts.h"
#include "ui/views/certificates/views.h"
#include "ui/views/parts/loaded_view.h"
#include "ui/views/parts/not_found_view.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/messages.h"

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

/// Side by side where there is room.
void deeds(Ui& ui, const app::Model& model, const CertificateDetail& certificate,
           app::Actions& actions) {
  if (model.member.certificate_extras.calendar_trouble) {
    const ProblemSpec problem_spec{
        .key = "certificate/problem", .title = say(Message::problem_title),
        .items = {{{}, words_of(*model.member.certificate_extras.calendar_trouble)}}};
    static_cast<void>(problem(ui, problem_spec));  // it names no field
    ui.layout().skip(space::medium);
  }
  const bool busy = model.requests.is_pending(app::certificates::Purpose::read_calendar, model.route);
  const std::string proof = say(Message::certificate_proof);
  const auto deed = [&](std::size_t i) {
    if (i == 0) {
      link_button(ui, {.key = "certificate/proof", .text = proof,
                       .href = app::fragment_of({app::View::proof, certificate.number})});
    } else if (button(ui, {.key = "certificate/calendar",
                           .text = say(busy ? Message::page_working : Message::certificate_calendar),
                           .look = Look::quiet, .busy = busy})) {
      actions.push_back(app::certificates::CalendarPressed{});
    }
  };
  if (!ui.is_narrow()) {
    const float first = button_width(ui, proof);
    const float rest = ui.layout().width() - first - space::medium;
    return side_by_side(ui, {first, rest}, space::medium, deed);
  }
  deed(0);
  ui.layout().skip(space::small);
  deed(1);
}

}  // namespace

void certificate_view(Ui& ui, const app::Model& model, app::Actions& actions) {
  if (app::certificates::is_unknown_certificate(model)) return not_found_view(ui);
  const CertificateDetail* certificate = app::certificates::shown_certificate(model);
  column(ui, certificate_width, [&] {
    page_title(ui, certificate ? certificate->title : say(Message::certificates_mine));
    if (certificate == nullptr) {
      return loaded(ui, model.member.certificates.list, actions,
                    [&](const protocol::CertificatesResponse&) { loading(ui); });
    }
    certificate_card(ui, *certificate);
    ui.layout().skip(space::large);
    deeds(ui, model, *certificate, actions);
    ui.layout().skip(space::large);
    recertification_card(ui, model, *certificate);
    ui.layout().skip(space::large);
    link(ui, {.key = "certificate/all", .text = say(Message::certificate_all),
              .href = app::fragment_of(app::View::my_certificates)});
  });
}

}  // namespace laurel::ui
