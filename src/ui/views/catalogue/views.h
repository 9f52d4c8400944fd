// The catalogue's screens.
#pragma once

#include "app/action.h"
#include "app/model.h"
#include "ui/ui.h"

namespace laurel::ui {

void education_view(Ui& ui, const app::Model& model, app::Actions& actions);
void events_view(Ui& ui, const app::Model& model, app::Actions& actions);
void member_associations_view(Ui& ui, const app::Model& model, app::Actions& actions);
void organisations_view(Ui& ui, const app::Model& model, app::Actions& actions);
void search_view(Ui& ui, const app::Model& model, app::Actions& actions);
void text_view(Ui& ui, const app::Model& model, app::Actions& actions);

}  // namespace laurel::ui
