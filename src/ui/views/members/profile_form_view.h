// The fields of the profile, by the guide's groups.
#pragma once

#include "app/action.h"
#include "app/model.h"
#include "ui/ui.h"

namespace laurel::ui {

void profile_form(Ui& ui, const app::Model& model, app::members::ProfileDraft& draft,
                  app::Actions& actions);

}  // namespace laurel::ui
