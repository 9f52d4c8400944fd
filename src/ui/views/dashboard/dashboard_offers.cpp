#include <algorithm>
#include <string>
#include <vector>

#include "ui/views/dashboard/dashboard_parts.h"
#include "ui/views/parts/loaded_view.h"
#include "ui/widgets/controls.h"

namespace laurel::ui {

using app::Message;
using app::say;
using domain::Offer;
using protocol::DashboardResponse;

namespace {

/// A list of offers, as the dashboard shows it.
struct Kind {
  std::string key;
  domain::Section section;
  Message title;
  Message none;
  Message all;
  const std::vector<Offer>& offers;
};

void title_of(Ui& ui, const std::string& key, const Offer& offer) {
  if (offer.link.empty()) {
    return paragraph(ui, {.key = key + "/title", .text = offer.title,
                          .style = TextStyle::body_strong});
  }
  link(ui, {.key = key + "/title", .text = offer.title, .href = offer.link,
            .style = TextStyle::body_strong, .underlined = false});
}

void offer_item(Ui& ui, const Offer& offer, bool is_own) {
  const std::string key = "offer/" + offer.id;
  group(ui, {.key = key, .role = Role::listitem}, [&] {
    title_of(ui, key, offer);
    ui.layout().skip(space::hair);
    paragraph(ui, {.key = key + "/when",
                   .text = joined({app::say_dates(offer.starts, offer.ends), offer.place,
                                   is_own ? std::string() : offer.member_association}),
                   .style = TextStyle::small, .tone = Tone::muted});
    if (!is_own) return;
    ui.layout().skip(space::tight);
    badge(ui, {.key = key + "/own", .text = say(Message::dashboard_own_association)});
  });
}

void offers_card(Ui& ui, const Kind& kind, const std::string& own_association) {
  const std::string title = say(kind.title);
  card(ui, {.key = kind.key, .role = Role::region, .name = title}, [&] {
    heading(ui, {.key = kind.key + "/title", .text = title});
    ui.layout().skip(space::medium);
    if (kind.offers.empty()) {
      return paragraph(ui, {.key = kind.key + "/none", .text = say(kind.none),
                            .tone = Tone::muted});
    }
    group(ui, {.key = kind.key + "/list", .role = Role::list, .name = title}, [&] {
      ruled(ui, kind.offers, [&](const Offer& offer) {
        const bool is_own =
            !own_association.empty() && offer.member_association == own_association;
        offer_item(ui, offer, is_own);
      });
    });
    ui.layout().skip(space::medium);
    link(ui, {.key = kind.key + "/all", .text = say(kind.all),
              .href = app::fragment_of(app::view_of(kind.section))});
  });
}

/// Nothing is drawn where the association has no such list.
void offers_if_any(Ui& ui, const app::Model& model, const Kind& kind,
                   const std::string& own_association) {
  const std::vector<domain::Section>& sections = model.association.sections;
  if (std::find(sections.begin(), sections.end(), kind.section) == sections.end()) return;
  ui.layout().skip(ui.is_narrow() ? space::medium : space::large);
  offers_card(ui, kind, own_association);
}

}  // namespace

void dashboard_education(Ui& ui, const app::Model& model, const DashboardResponse& content) {
  offers_if_any(ui, model,
                {"education", domain::Section::education, Message::education_title,
                 Message::education_none, Message::dashboard_all_education, content.education},
                content.member_association);
}

void dashboard_events(Ui& ui, const app::Model& model, const DashboardResponse& content) {
  offers_if_any(ui, model,
                {"events", domain::Section::events, Message::events_title, Message::events_none,
                 Message::dashboard_all_events, content.events},
                content.member_association);
}

}  // namespace laurel::ui
