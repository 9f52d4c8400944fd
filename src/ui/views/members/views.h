// The members' screens.
#pragma once

#include "app/action.h"
#include "app/model.h"
#include "ui/ui.h"

namespace laurel::ui {

void members_view(Ui& ui, const app::Model& model, app::members::DirectoryFilters& draft,
                  app::Actions& actions);
void member_view(Ui& ui, const app::Model& model, app::Actions& actions);
void profile_view(Ui& ui, const app::Model& model, app::MemberDrafts& drafts, app::Actions& actions);

}  // namespace laurel::ui
