// The certificates' part of the update, as app/feature.h describes it.
#pragma once

#include "app/certificates/action.h"
#include "app/command.h"
#include "app/model.h"

namespace laurel::app::certificates {

/// A screen of theirs is shown from now on.
void open(Model& model, Commands& commands);
void update(Model& model, Commands& commands, const Action& action);
void replied(Model& model, Commands& commands, const Request& request, const Reply& reply);

}  // namespace laurel::app::certificates
