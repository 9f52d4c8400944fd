// The accounts' screens, as desk_view.cpp shows them; called through base::deferred alone. One more
// screen has its line in two functions of them.
#pragma once

#include <string>

#include "app/action.h"
#include "app/model.h"
#include "ui/ui.h"

namespace laurel::ui::accounts {

// A visitor's (Feature::joining).
void joining_screen(Ui& ui, const app::Model& model, app::Drafts& drafts, app::Actions& actions);
[[nodiscard]] std::string joining_title(const app::Model& model);

// A member's.
/// Draws the screen of the model's route.
void screen(Ui& ui, const app::Model& model, app::Drafts& drafts, app::Actions& actions);

/// For the browser's tab and history.
[[nodiscard]] std::string title(const app::Model& model);

}  // namespace laurel::ui::accounts
