// Looking for members.
#pragma once

#include "app/command.h"
#include "app/model.h"

namespace laurel::app::members {

/// The members that were found; a search that is under way is dropped.
void forget_directory(Model& model);
void open_directory(Model& model, Commands& commands);
void directory_search_pressed(Model& model, Commands& commands);
void more_members_pressed(Model& model, Commands& commands);
void directory_replied(Model& model, Commands& commands, const Reply& reply);

}  // namespace laurel::app::members
