// The top of the dashboard: what to do first, or what needs attention.
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "domain/profile.h"
#include "ui/views/dashboard/dashboard_parts.h"
#include "ui/views/parts/loaded_view.h"

namespace laurel::ui {

using app::Message;
using app::say;
using protocol::DashboardResponse;
using protocol::Notice;
using protocol::NoticeKind;

namespace {

/// A profile of less is a beginner's, where there is no certificate either.
constexpr std::size_t beginner_below_percent = 50;

bool is_beginner(const DashboardResponse& content) {
  const bool asked_for_certificates =
      std::any_of(content.notices.begin(), content.notices.end(), [](const Notice& notice) {
        return notice.kind == NoticeKind::claim_pending;
      });
  return content.certificates.empty() && !asked_for_certificates &&
         domain::completeness_percent(content.missing.size()) < beginner_below_percent;
}

struct Step {
  std::string_view name;
  Message title;
  Message text;
  std::string href;
};

/// A number in a disc; decoration, since the list's order says the same.
void number_disc(Ui& ui, std::size_t number) {
  constexpr float size = 32;
  const Rect row = ui.layout().take(size);
  const Point centre{row.x + size / 2, row.y + size / 2};
  ui.disc(centre, size / 2, ui.palette().primary);
  const std::string text = std::to_string(number);
  const float width = ui.words().width_of(text, TextStyle::label);
  ui.text_line(text, TextStyle::label,
               {centre.x - width / 2, centre.y - spec_of(TextStyle::label).line_height / 2},
               ui.palette().on_primary);
}

void step_item(Ui& ui, const Step& step, std::size_t number) {
  const std::string key = "steps/" + std::string(step.name);
  group(ui, {.key = key, .role = Role::listitem}, [&] {
    number_disc(ui, number);
    ui.layout().skip(space::small);
    link(ui, {.key = key + "/link", .text = say(step.title), .href = step.href,
              .style = TextStyle::body_strong});
    ui.layout().skip(space::hair);
    paragraph(ui, {.key = key + "/text", .text = say(step.text), .tone = Tone::muted});
  });
}

void first_steps(Ui& ui) {
  const std::array steps = {
      Step{"profile", Message::dashboard_step_profile, Message::dashboard_step_profile_text,
           app::fragment_of(app::View::profile)},
      Step{"certificates", Message::dashboard_step_certificates,
           Message::dashboard_step_certificates_text,
           app::fragment_of(app::View::my_certificates)},
      Step{"events", Message::dashboard_step_events, Message::dashboard_step_events_text,
           app::fragment_of(app::View::events)}};
  const std::string title = say(Message::dashboard_first_steps);
  card(ui, {.key = "steps", .role = Role::region, .name = title}, [&] {
    heading(ui, {.key = "steps/title", .text = title});
    ui.layout().skip(space::medium);
    group(ui, {.key = "steps/list", .role = Role::list, .name = title}, [&] {
      if (!ui.is_narrow()) {
        return side_by_side(ui, {1, 1, 1}, space::large,
                            [&](std::size_t i) { step_item(ui, steps[i], i + 1); });
      }
      for (std::size_t i = 0; i < steps.size(); ++i) {
        if (i > 0) ui.layout().skip(space::large);
        step_item(ui, steps[i], i + 1);
      }
    });
  });
}

/// What is said of a notice, and where it leads.
struct Words {
  Message text;
  Tone tone;
  Message link;
  app::View leads_to;
};

Words words_of(NoticeKind kind) {
  constexpr app::View certificates = app::View::my_certificates;
  switch (kind) {
    case NoticeKind::recertification_open:
      return {Message::notice_recertification_open, Tone::danger, Message::notice_renewal,
              certificates};
    case NoticeKind::certificate_expiring:
      return {Message::notice_certificate_expiring, Tone::warning, Message::notice_renewal,
              certificates};
    case NoticeKind::no_valid_certificate:
      return {Message::notice_no_valid_certificate, Tone::danger, Message::certificates_mine,
              certificates};
    case NoticeKind::mobile_missing:
      return {Message::notice_mobile_missing, Tone::warning, Message::notice_add_mobile,
              app::View::profile};
    case NoticeKind::claim_pending:
      break;
  }
  return {Message::notice_claim_pending, Tone::muted, Message::certificates_mine, certificates};
}

void notice_item(Ui& ui, const Notice& notice, const std::string& key) {
  constexpr float dot_radius = 5;
  const Words words = words_of(notice.kind);
  const std::string title = notice.title.value_or("");
  group(ui, {.key = key, .role = Role::listitem}, [&] {
    ui.disc({ui.layout().x() + dot_radius,
             ui.layout().y() + spec_of(TextStyle::body).line_height / 2},
            dot_radius, ui.colour_of(words.tone));
    ui.layout().push(space::large, ui.layout().width() - space::large);
    paragraph(ui, {.key = key + "/text",
                   .text = say(words.text,
                               {{"title", title}, {"number", notice.number.value_or("")},
                                {"date", notice.date ? app::say_date(*notice.date) : ""}})});
    const std::string text = say(words.link);
    link(ui, {.key = key + "/link", .text = text, .href = app::fragment_of(words.leads_to),
              .name = title.empty() ? text : text + ": " + title});
    ui.layout().pop();
  });
}

void attention(Ui& ui, const std::vector<Notice>& notices) {
  const std::string title = say(Message::dashboard_attention);
  card(ui, {.key = "notices", .role = Role::region, .name = title}, [&] {
    heading(ui, {.key = "notices/title", .text = title});
    ui.layout().skip(space::medium);
    group(ui, {.key = "notices/list", .role = Role::list, .name = title}, [&] {
      for (std::size_t i = 0; i < notices.size(); ++i) {
        if (i > 0) ui.layout().skip(space::medium);
        notice_item(ui, notices[i], "notices/" + std::to_string(i));
      }
    });
  });
}

}  // namespace

bool dashboard_start(Ui& ui, const DashboardResponse& content) {
  if (is_beginner(content)) {
    first_steps(ui);
    return true;
  }
  if (content.notices.empty()) return false;
  attention(ui, content.notices);
  return true;
}

}  // namespace laurel::ui
