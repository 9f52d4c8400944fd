// The part of the header that leads elsewhere: the navigation and the search. Where the window has
// no room for it, a button shows and hides it.
#pragma once

#include "app/action.h"
#include "app/model.h"
#include "ui/ui.h"

namespace laurel::ui {

/// Whether the navigation fits into one row of this width.
[[nodiscard]] bool navigation_fits(const Ui& ui, const app::Model& model, float width);

/// The row of links below the header's bar.
void navigation_row(Ui& ui, const app::Model& model);

/// The links one below the other and the search, as the button shows them.
void navigation_menu(Ui& ui, const app::Model& model, app::catalogue::SearchDraft& draft,
                     app::Actions& actions);

/// The search's field and button in a rectangle.
void search_form(Ui& ui, const Rect& place, app::catalogue::SearchDraft& draft, app::Actions& actions);

}  // namespace laurel::ui
