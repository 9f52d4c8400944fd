#include <string>
#include <vector>

#include "app/countries.h"
#include "app/keys.h"
#include "app/messages.h"
#include "domain/person_name.h"
#include "ui/views/certificate_parts.h"
#include "ui/views/desk_view.h"
#include "ui/views/trouble_view.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/portrait.h"
#include "ui/widgets/structure.h"
#include "ui/widgets/words.h"

namespace laurel::ui {

using app::Message;
using app::say;
using protocol::CertificateSummary;
using protocol::DashboardResponse;

namespace {

void profile_card(Ui& ui, const DashboardResponse& content) {
  card(ui, {.key = "profile", .role = Role::region, .name = say(Message::dashboard_profile)}, [&] {
    const protocol::SessionResponse& member = content.member;
    portrait(ui, {.first_name = member.first_name, .last_name = member.last_name});
    ui.layout().skip(space::medium);
    heading(ui, {.key = "profile/name",
                 .text = domain::full_name(member.first_name, member.last_name)});
    ui.layout().skip(space::medium);
    group(ui, {.key = "profile/facts", .role = Role::facts}, [&] {
      fact(ui, {"profile/email", say(Message::dashboard_email), member.email});
      if (!content.country.empty()) {
        ui.layout().skip(space::small);
        fact(ui, {"profile/country", say(Message::dashboard_country),
                  app::country_name(content.country)});
      }
      if (!content.member_association.empty()) {
        ui.layout().skip(space::small);
        fact(ui, {"profile/member_association", say(Message::dashboard_member_association),
                  content.member_association});
      }
    });
  });
}

void certificate_item(Ui& ui, const CertificateSummary& certificate) {
  const std::string key = "certificate/" + certificate.number;
  group(ui, {.key = key, .role = Role::listitem}, [&] {
    heading(ui, {.key = key + "/title", .text = certificate.title, .level = 3,
                 .style = TextStyle::body_strong});
    ui.layout().skip(space::tight);
    certificate_badge(ui, key + "/state", certificate.state);
    ui.layout().skip(space::small);
    group(ui, {.key = key + "/facts", .role = Role::facts}, [&] {
      const std::vector<Fact> facts = {
          {key + "/number", say(Message::dashboard_number), certificate.number},
          {key + "/issuer", say(Message::dashboard_issuer), certificate.issuer},
          {key + "/awarded", say(Message::dashboard_awarded), app::say_date(certificate.awarded)},
          {key + "/valid_until", say(Message::dashboard_valid_until),
           app::say_date(certificate.valid_until)}};
      const auto draw = [&](std::size_t i) { fact(ui, facts[i]); };
      if (!ui.is_narrow()) return side_by_side(ui, {1.4F, 1, 1.3F, 1.3F}, space::medium, draw);
      side_by_side(ui, {1, 1}, space::medium, draw);
      ui.layout().skip(space::small);
      side_by_side(ui, {1, 1}, space::medium, [&](std::size_t i) { draw(i + 2); });
    });
  });
}

void certificates_card(Ui& ui, const app::Model& model, const DashboardResponse& content) {
  const std::string& title = model.association.certificate_noun;
  card(ui, {.key = "certificates", .role = Role::region, .name = title}, [&] {
    heading(ui, {.key = "certificates/title", .text = title});
    ui.layout().skip(space::medium);
    if (content.certificates.empty()) {
      paragraph(ui, {.key = "certificates/none", .text = say(Message::dashboard_none_linked)});
      ui.layout().skip(space::tight);
      paragraph(ui, {.key = "certificates/next",
                     .text = say(Message::dashboard_none_linked_next), .tone = Tone::muted});
      ui.layout().skip(space::medium);
      link_button(ui, {.key = "certificates/add", .text = say(Message::certificates_add),
                       .href = app::fragment_of(app::View::my_certificates)});
      return;
    }
    group(ui, {.key = "certificates/list", .role = Role::list, .name = title}, [&] {
      ruled(ui, content.certificates,
            [&](const CertificateSummary& certificate) { certificate_item(ui, certificate); });
    });
    ui.layout().skip(space::medium);
    link(ui, {.key = "certificates/all", .text = say(Message::certificates_manage),
              .href = app::fragment_of(app::View::my_certificates)});
  });
}

void cards(Ui& ui, const app::Model& model, const DashboardResponse& content) {
  if (ui.is_narrow()) {
    profile_card(ui, content);
    ui.layout().skip(space::medium);
    certificates_card(ui, model, content);
    return;
  }
  side_by_side(ui, {1, 2}, space::large, [&](std::size_t i) {
    if (i == 0) {
      profile_card(ui, content);
    } else {
      certificates_card(ui, model, content);
    }
  });
}

}  // namespace

void dashboard_view(Ui& ui, const app::Model& model, app::Actions& actions) {
  column(ui, content_width, [&] {
    ui.layout().skip(ui.is_narrow() ? space::large : space::huge);
    heading(ui, {.key = app::keys::page_title,
                 .text = say(Message::dashboard_greeting,
                             {{"name", model.session.member.first_name}}),
                 .level = 1, .style = TextStyle::title, .takes_focus = true});
    ui.layout().skip(space::large);
    if (model.session.trouble) {
      trouble_view(ui, "sign_out/problem", *model.session.trouble, actions);
      ui.layout().skip(space::large);
    }
    if (model.dashboard.trouble) {
      trouble_view(ui, "dashboard/problem", *model.dashboard.trouble, actions);
      ui.layout().skip(space::large);
    }
    if (model.dashboard.content) return cards(ui, model, *model.dashboard.content);
    if (!model.dashboard.trouble) {
      paragraph(ui, {.key = "dashboard/loading", .text = say(Message::page_loading),
                     .tone = Tone::muted, .role = Role::status});
    }
  });
}

}  // namespace laurel::ui
