// The parts of the dashboard that have files of their own.
#pragma once

#include "app/model.h"
#include "ui/ui.h"

namespace laurel::ui {

/// What a member of one minute does first, or else what needs their attention; nothing where there is
/// neither. True where something was drawn.
bool dashboard_start(Ui& ui, const protocol::DashboardResponse& content);

/// Courses and programmes, and events, as far as the association has such lists.
void dashboard_offers(Ui& ui, const app::Model& model,
                      const protocol::DashboardResponse& content);

}  // namespace laurel::ui
