// The catalogue's part of the update, as app/feature.h describes it.
#pragma once

#include "app/command.h"
#include "app/model.h"

namespace laurel::app::catalogue {

/// A screen of its own is shown from now on.
void open(Model& model, Commands& commands);
void replied(Model& model, Commands& commands, const Request& request, const Reply& reply);

// Of their list, which comes before the catalogue's screens do (Feature::member_associations).
/// Unless they have been read.
void read_member_associations(Model& model, Commands& commands);
void member_associations_replied(Model& model, Commands& commands, const Request& request,
                                 const Reply& reply);

}  // namespace laurel::app::catalogue
