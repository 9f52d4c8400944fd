// Around every screen, and the screens that belong to none of the features.
#pragma once

#include "app/action.h"
#include "app/model.h"
#include "ui/ui.h"

namespace laurel::ui {

void header_view(Ui& ui, const app::Model& model, app::catalogue::SearchDraft& draft, app::Actions& actions);
void footer_view(Ui& ui, const app::Model& model, app::newsletter::NewsletterDraft& draft,
                 app::Actions& actions);
void landing_view(Ui& ui, const app::Model& model);
void opening_view(Ui& ui, const app::Model& model, app::Actions& actions);

}  // namespace laurel::ui
