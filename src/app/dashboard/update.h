// The dashboard's part of the update, as app/feature.h describes it.
#pragma once

#include "app/command.h"
#include "app/model.h"

namespace laurel::app::dashboard {

/// A screen of its own is shown from now on.
void open(Model& model, Commands& commands);
void replied(Model& model, Commands& commands, const Request& request, const Reply& reply);

}  // namespace laurel::app::dashboard
