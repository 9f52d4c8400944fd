// The drafts' part of the update, as app/feature.h describes it.
#pragma once

#include "app/command.h"
#include "app/drafts/action.h"
#include "app/model.h"

namespace laurel::app::drafts {

void update(Model& model, Commands& commands, const Action& action);

}  // namespace laurel::app::drafts
