// The parts of the dashboard that have files of their own.
#pragma once

#include "app/model.h"
#include "ui/ui.h"

namespace laurel::ui {

/// What a member of one minute does first, or else what needs their attention; nothing where there is
/// neither. True where something was drawn.
bool dashboard_start(Ui& ui, const protocol::DashboardResponse& content);

/// The next of each, below what is there; nothing where the association has no such list.
void dashboard_education(Ui& ui, const app::Model& model,
                         const protocol::DashboardResponse& content);
void dashboard_events(Ui& ui, const app::Model& model,
                      const protocol::DashboardResponse& content);

}  // namespace laurel::ui
