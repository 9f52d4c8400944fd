#include <algorithm>
#include <string>
#include <vector>

#include "app/countries.h"
#include "domain/person_name.h"
#include "ui/views/certificates/certificate_parts.h"
#include "ui/views/dashboard/dashboard_parts.h"
#include "ui/views/dashboard/views.h"
#include "ui/views/members/completeness.h"
#include "ui/views/members/photo_view.h"
#include "ui/views/parts/loaded_view.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/portrait.h"

namespace laurel::ui {

using app::Message;
using app::say;
using protocol::DashboardResponse;

namespace {

// ---- the profile ----

/// The first few of what is missing, as links to the form; nobody fills in all at once.
void missing_links(Ui& ui, const std::vector<std::string>& missing) {
  constexpr std::size_t max_shown = 4;
  const std::string title = say(Message::dashboard_missing);
  ui.layout().skip(space::small);
  paragraph(ui, {.key = "profile/missing", .text = title, .style = TextStyle::small,
                 .tone = Tone::muted});
  const std::vector<FieldName> fields = missing_fields(missing);
  const std::size_t shown = std::min(fields.size(), max_shown);
  group(ui, {.key = "profile/missing/list", .role = Role::list, .name = title}, [&] {
    for (std::size_t i = 0; i < shown; ++i) {
      const FieldName& one = fields[i];
      const std::string key = "profile/missing/" + std::string(one.field);
      ui.layout().skip(space::hair);
      group(ui, {.key = key, .role = Role::listitem}, [&] {
        link(ui, {.key = key + "/link", .text = say(one.name),
                  .href = app::fragment_of(app::View::profile)});
      });
    }
  });
  if (fields.size() == shown) return;
  ui.layout().skip(space::hair);
  paragraph(ui, {.key = "profile/missing/more",
                 .text = say(Message::dashboard_missing_more,
                             {{"count", std::to_string(fields.size() - shown)}}),
                 .style = TextStyle::small, .tone = Tone::muted});
}

void who(Ui& ui, const app::Model& model, const DashboardResponse& content) {
  constexpr float size = 64;
  const protocol::SessionResponse& member = content.member;
  side_by_side(ui, {size, ui.layout().width() - size - space::medium}, space::medium,
               [&](std::size_t i) {
    if (i == 0) {
      const std::string photo = photo_address(model, content.photo);
      return portrait(ui, {.key = "profile/photo", .first_name = member.first_name,
                           .last_name = member.last_name, .photo = photo, .size = size});
    }
    ui.layout().skip(space::tight);
    heading(ui, {.key = "profile/name",
                 .text = domain::full_name(member.first_name, member.last_name)});
    const std::string place =
        joined({content.member_association,
                content.country.empty() ? "" : app::country_name(content.country)});
    if (place.empty()) return;
    paragraph(ui, {.key = "profile/place", .text = place, .style = TextStyle::small,
                   .tone = Tone::muted});
  });
}

void profile_card(Ui& ui, const app::Model& model, const DashboardResponse& content) {
  card(ui, {.key = "profile", .role = Role::region, .name = say(Message::dashboard_profile)}, [&] {
    who(ui, model, content);
    ui.layout().skip(space::medium);
    paragraph(ui, {.key = "profile/email", .text = content.member.email,
                   .style = TextStyle::small});
    ui.layout().skip(space::large);
    completeness_meter(ui, "profile/completeness", content.missing);
    if (!content.missing.empty()) missing_links(ui, content.missing);
    ui.layout().skip(space::medium);
    rule(ui);
    ui.layout().skip(space::medium);
    link(ui, {.key = "profile/edit", .text = say(Message::dashboard_edit_profile),
              .href = app::fragment_of(app::View::profile)});
    ui.layout().skip(space::tight);
    link(ui, {.key = "profile/as_others", .text = say(Message::dashboard_as_others),
              .href = app::fragment_of({app::View::member, content.member.member_id.value})});
  });
}

// ---- the rest ----

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
    certificate_summaries(ui, {.key = "certificates/list", .name = title, .own = true},
                          content.certificates);
    ui.layout().skip(space::medium);
    link(ui, {.key = "certificates/all", .text = say(Message::certificates_manage),
              .href = app::fragment_of(app::View::my_certificates)});
  });
}

void cards(Ui& ui, const app::Model& model, const DashboardResponse& content) {
  const float gap = ui.is_narrow() ? space::medium : space::large;
  if (dashboard_start(ui, content)) ui.layout().skip(gap);
  const auto column = [&](std::size_t i) {
    if (i == 0) {
      profile_card(ui, model, content);
      dashboard_events(ui, model, content);
    } else {
      certificates_card(ui, model, content);
      dashboard_education(ui, model, content);
    }
  };
  if (!ui.is_narrow()) return side_by_side(ui, {2, 3}, gap, column);
  profile_card(ui, model, content);
  ui.layout().skip(gap);
  certificates_card(ui, model, content);
  dashboard_education(ui, model, content);
  dashboard_events(ui, model, content);
}

}  // namespace

void dashboard_view(Ui& ui, const app::Model& model, app::Actions& actions) {
  column(ui, content_width, [&] {
    page_title(ui, say(Message::dashboard_greeting, {{"name", model.session.member.first_name}}));
    loaded(ui, model.member.dashboard, actions,
           [&](const DashboardResponse& content) { cards(ui, model, content); });
  });
}

}  // namespace laurel::ui
