// A screen whose content is read when it opens: its title, then what was read, or that it is being
// read, or why it could not be.
#pragma once

#include <initializer_list>
#include <string>

#include "app/action.h"
#include "app/keys.h"
#include "app/loaded.h"
#include "app/messages.h"
#include "base/joined.h"
#include "ui/views/parts/trouble_view.h"
#include "ui/widgets/structure.h"
#include "ui/widgets/words.h"

namespace laurel::ui {

/// The title of a screen as wide as the page.
inline void page_title(Ui& ui, std::string_view title, std::string_view lead = {}) {
  ui.layout().skip(ui.is_narrow() ? space::large : space::huge);
  heading(ui, {.key = app::keys::page_title, .text = title, .level = 1, .style = TextStyle::title,
               .takes_focus = true});
  if (!lead.empty()) {
    ui.layout().skip(space::tight);
    paragraph(ui, {.key = "page/lead", .text = lead, .tone = Tone::muted});
  }
  ui.layout().skip(space::large);
}

/// "3 May 2027 · Ljubljana · ZPM": what is empty is left out.
inline std::string joined(std::initializer_list<std::string> parts) {
  return base::joined(parts, " · ");
}

inline void loading(Ui& ui) {
  paragraph(ui, {.key = "page/loading", .text = app::say(app::Message::page_loading),
                 .tone = Tone::muted, .role = Role::status});
}

/// `body(content)` draws what was read.
template <class T, class Body>
void loaded(Ui& ui, const app::Loaded<T>& place, app::Actions& actions, const Body& body) {
  if (place.trouble) {
    trouble_view(ui, "page/problem", *place.trouble, actions);
    ui.layout().skip(space::large);
  }
  if (place.content) return body(*place.content);
  if (place.trouble) return;
  loading(ui);
}

}  // namespace laurel::ui
