// A member as other members see them: on the member's page, and where a member looks at what their
// own privacy option lets others see.
//
//   visible_profile(ui, model, preview, "preview");
#pragma once

#include <string_view>

#include "app/model.h"
#include "protocol/members.h"
#include "ui/ui.h"

namespace laurel::ui {

/// What the member's name is to the screen.
enum class NameAs {
  heading,     // the screen has a title of its own
  page_title,  // which takes the focus after a change of view
};

/// As wide as the current box. Every key begins with `key_prefix`. What is absent takes no room.
void visible_profile(Ui& ui, const app::Model& model, const protocol::VisibleProfile& member,
                     std::string_view key_prefix, NameAs name = NameAs::heading);

}  // namespace laurel::ui
