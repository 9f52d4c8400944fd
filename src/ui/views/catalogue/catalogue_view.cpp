#include <string>

#include "app/countries.h"
#include "ui/views/catalogue/views.h"
#include "ui/views/parts/loaded_view.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/messages.h"
#include "ui/widgets/table.h"

namespace laurel::ui {

using app::Message;
using app::say;

namespace {

void kind_badge(Ui& ui, const std::string& key, domain::OfferKind kind) {
  if (kind == domain::OfferKind::event) return;
  const bool is_course = kind == domain::OfferKind::course;
  ui.layout().skip(space::hair);
  badge(ui, {.key = key, .text = say(is_course ? Message::education_course
                                               : Message::education_programme)});
}

void offer_item(Ui& ui, const domain::Offer& offer) {
  const std::string key = "offer/" + offer.id;
  group(ui, {.key = key, .role = Role::listitem}, [&] {
    heading(ui, {.key = key + "/title", .text = offer.title, .level = 2,
                 .style = TextStyle::body_strong});
    kind_badge(ui, key + "/kind", offer.kind);
    ui.layout().skip(space::hair);
    paragraph(ui, {.key = key + "/when", .text = joined({app::say_dates(offer.starts, offer.ends),
                                                         offer.place, offer.member_association,
                                                         offer.organisation}),
                   .style = TextStyle::small, .tone = Tone::muted});
    if (!offer.summary.empty()) {
      ui.layout().skip(space::tight);
      paragraph(ui, {.key = key + "/summary", .text = offer.summary});
    }
    if (offer.link.empty()) return;
    ui.layout().skip(space::tight);
    const std::string more = say(Message::page_more);
    link(ui, {.key = key + "/more", .text = more, .href = offer.link,
              .name = more + ": " + offer.title});
  });
}

/// One item below the other, a line between them.
template <class Items, class Item>
void listed(Ui& ui, std::string_view key, std::string_view name, const Items& items,
            const Item& item) {
  card(ui, {.key = std::string(key) + "/card", .role = Role::region, .name = name}, [&] {
    group(ui, {.key = key, .role = Role::list, .name = name}, [&] {
      ruled(ui, items, [&](const auto& one) { item(ui, one); });
    });
  });
}

void offers(Ui& ui, const app::Loaded<protocol::OffersResponse>& place, Message title, Message lead,
            Message none, app::Actions& actions) {
  column(ui, content_width, [&] {
    page_title(ui, say(title), say(lead));
    loaded(ui, place, actions, [&](const protocol::OffersResponse& content) {
      if (content.offers.empty()) return notice(ui, "offers/none", say(none));
      listed(ui, "offers", say(title), content.offers, offer_item);
    });
  });
}

void organisation_item(Ui& ui, const domain::Organisation& organisation) {
  const std::string key = "organisation/" + organisation.name;
  group(ui, {.key = key, .role = Role::listitem}, [&] {
    heading(ui, {.key = key + "/name", .text = organisation.name, .level = 2,
                 .style = TextStyle::body_strong});
    ui.layout().skip(space::hair);
    paragraph(ui, {.key = key + "/country", .text = app::country_name(organisation.country),
                   .style = TextStyle::small, .tone = Tone::muted});
    ui.layout().skip(space::tight);
    paragraph(ui, {.key = key + "/summary", .text = organisation.summary});
    if (organisation.website.empty()) return;
    ui.layout().skip(space::tight);
    link(ui, {.key = key + "/website", .text = organisation.website,
              .href = organisation.website});
  });
}

}  // namespace

void education_view(Ui& ui, const app::Model& model, app::Actions& actions) {
  offers(ui, model.catalogue.education, Message::education_title, Message::education_lead,
         Message::education_none, actions);
}

void events_view(Ui& ui, const app::Model& model, app::Actions& actions) {
  offers(ui, model.catalogue.events, Message::events_title, Message::events_lead,
         Message::events_none, actions);
}

void member_associations_view(Ui& ui, const app::Model& model, app::Actions& actions) {
  const std::string title = say(Message::member_associations_title);
  column(ui, content_width, [&] {
    page_title(ui, title,
               say(Message::member_associations_lead, {{"association", model.association.short_name}}));
    loaded(ui, model.catalogue.member_associations, actions,
           [&](const protocol::MemberAssociationsResponse& content) {
      if (content.member_associations.empty()) {
        return notice(ui, "member_associations/none", say(Message::member_associations_none));
      }
      TableSpec spec{.key = "member_associations", .name = title,
                     .columns = {{say(Message::member_associations_name), 2},
                                 {say(Message::dashboard_country), 1},
                                 {say(Message::member_associations_short_name), 1},
                                 {say(Message::member_associations_website), 1.5F}},
                     .row_count = content.member_associations.size(),
                     .row = [&](std::size_t row) -> TableRow {
                       const domain::MemberAssociation& one = content.member_associations[row];
                       return {"member_association/" + one.short_name,
                               {{one.name}, {app::country_name(one.country)}, {one.short_name},
                                {one.website, one.website}}};
                     }};
      card(ui, {.key = "member_associations/card", .role = Role::region, .name = title},
           [&] { table(ui, spec); });
    });
  });
}

void organisations_view(Ui& ui, const app::Model& model, app::Actions& actions) {
  const std::string title = say(Message::organisations_title);
  column(ui, content_width, [&] {
    page_title(ui, title,
               say(Message::organisations_lead, {{"association", model.association.short_name}}));
    loaded(ui, model.catalogue.organisations, actions,
           [&](const protocol::OrganisationsResponse& content) {
      if (content.organisations.empty()) {
        return notice(ui, "organisations/none", say(Message::organisations_none));
      }
      listed(ui, "organisations", title, content.organisations, organisation_item);
    });
  });
}

}  // namespace laurel::ui
