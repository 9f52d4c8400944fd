// The certificates' screens, as desk_view.cpp shows them; called through base::deferred alone. One more
// screen has its line in both functions.
#pragma once

#include <string>

#include "app/action.h"
#include "app/model.h"
#include "ui/ui.h"

namespace laurel::ui::certificates {

/// Draws the screen of the model's route.
void screen(Ui& ui, const app::Model& model, app::Drafts& drafts, app::Actions& actions);

/// For the browser's tab and history.
[[nodiscard]] std::string title(const app::Model& model);

// What everybody may see (Feature::verification).
void verification_screen(Ui& ui, const app::Model& model, app::Drafts& drafts,
                         app::Actions& actions);
[[nodiscard]] std::string verification_title(const app::Model& model);

}  // namespace laurel::ui::certificates
