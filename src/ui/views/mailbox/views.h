// The mailbox.
#pragma once

#include "app/action.h"
#include "app/model.h"
#include "ui/ui.h"

namespace laurel::ui {

void mailbox_view(Ui& ui, const app::Model& model, app::Actions& actions);

}  // namespace laurel::ui
