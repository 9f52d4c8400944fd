#include <string>

#include "app/countries.h"
#include "ui/views/catalogue/views.h"
#include "ui/views/parts/loaded_view.h"
#include "ui/widgets/messages.h"

namespace laurel::ui {

using app::Message;
using app::say;
using protocol::HitKind;
using protocol::SearchHit;

namespace {

struct FoundPlace {
  Message name;
  app::Route route;
};

FoundPlace place_of(const SearchHit& hit) {
  switch (hit.kind) {
    case HitKind::text:
      return {Message::search_in_texts, {app::View::text, hit.id}};
    case HitKind::education:
      return {Message::education_title, {app::View::education, {}}};
    case HitKind::event:
      return {Message::events_title, {app::View::events, {}}};
    case HitKind::member_association:
      return {Message::member_associations_title, {app::View::member_associations, {}}};
    case HitKind::organisation:
      return {Message::organisations_title, {app::View::organisations, {}}};
  }
  return {Message::search_in_texts, {app::View::not_found, {}}};
}

void hit_item(Ui& ui, const SearchHit& hit, const std::string& key) {
  const FoundPlace place = place_of(hit);
  group(ui, {.key = key, .role = Role::listitem}, [&] {
    link(ui, {.key = key + "/title", .text = hit.title, .href = app::fragment_of(place.route),
              .style = TextStyle::body_strong});
    paragraph(ui, {.key = key + "/place", .text = say(place.name), .style = TextStyle::small,
                   .tone = Tone::muted});
    const std::string about =
        joined({hit.starts && hit.ends ? app::say_dates(*hit.starts, *hit.ends) : std::string(),
                hit.about, hit.country ? app::country_name(*hit.country) : std::string()});
    if (about.empty()) return;
    ui.layout().skip(space::hair);
    paragraph(ui, {.key = key + "/about", .text = about});
  });
}

void hits(Ui& ui, const protocol::SearchResponse& found) {
  const std::string count = std::to_string(found.hits.size());
  paragraph(ui, {.key = "search/count",
                 .text = found.hits.size() == 1 ? say(Message::search_one)
                                                : say(Message::search_count, {{"count", count}}),
                 .tone = Tone::muted, .role = Role::status});
  if (found.hits.empty()) {
    ui.layout().skip(space::medium);
    return notice(ui, "search/none", say(Message::search_none));
  }
  group(ui, {.key = "search/hits", .role = Role::list, .name = say(Message::search_title)}, [&] {
    for (std::size_t i = 0; i < found.hits.size(); ++i) {
      ui.layout().skip(space::large);
      hit_item(ui, found.hits[i], "hit/" + std::to_string(i));
    }
  });
}

}  // namespace

void search_view(Ui& ui, const app::Model& model, app::Actions& actions) {
  column(ui, content_width, [&] {
    page_title(ui, say(Message::search_title),
               say(Message::search_for, {{"words", model.route.parameter}}));
    loaded(ui, model.catalogue.found, actions,
           [&](const protocol::SearchResponse& found) { hits(ui, found); });
  });
}

}  // namespace laurel::ui
