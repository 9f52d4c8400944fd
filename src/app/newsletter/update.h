// The newsletter's part of the update, as app/feature.h describes it.
#pragma once

#include "app/command.h"
#include "app/model.h"
#include "app/newsletter/action.h"

namespace laurel::app::newsletter {

void update(Model& model, Commands& commands, const Action& action);
void replied(Model& model, Commands& commands, const Request& request, const Reply& reply);

}  // namespace laurel::app::newsletter
