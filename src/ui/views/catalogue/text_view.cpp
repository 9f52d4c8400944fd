#include <string>

#include "ui/views/catalogue/views.h"
#include "ui/views/parts/loaded_view.h"

namespace laurel::ui {

using app::Message;
using app::say;

namespace {

constexpr float text_width = 720;

void section(Ui& ui, const domain::TextSection& section, const std::string& key) {
  if (!section.heading.empty()) {
    ui.layout().skip(space::medium);
    heading(ui, {.key = key + "/heading", .text = section.heading});
    ui.layout().skip(space::tight);
  }
  for (std::size_t i = 0; i < section.paragraphs.size(); ++i) {
    paragraph(ui, {.key = key + "/" + std::to_string(i), .text = section.paragraphs[i]});
    ui.layout().skip(space::small);
  }
  if (section.points.empty()) return;
  bullet_list(ui, key + "/points", section.points);
  ui.layout().skip(space::small);
}

}  // namespace

void text_view(Ui& ui, const app::Model& model, app::Actions& actions) {
  const app::Loaded<domain::Text>& place = model.catalogue.text;
  column(ui, text_width, [&] {
    if (!place.content) {
      page_title(ui, model.association.platform);
    } else if (place.content->version) {
      page_title(ui, place.content->title,
                 say(Message::text_version, {{"version", *place.content->version}}));
    } else {
      page_title(ui, place.content->title);
    }
    loaded(ui, place, actions, [&](const domain::Text& text) {
      for (std::size_t i = 0; i < text.sections.size(); ++i) {
        section(ui, text.sections[i], "text/" + std::to_string(i));
      }
    });
  });
}

}  // namespace laurel::ui
