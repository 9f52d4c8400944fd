// Choosing, sending and removing the photo.
#pragma once

#include "app/command.h"
#include "app/model.h"

namespace laurel::app::members {

void photo_chosen(Model& model, Commands& commands);
void photo_save_pressed(Model& model, Commands& commands);
void photo_remove_pressed(Model& model, Commands& commands);
void photo_changed(Model& model, Commands& commands, const Reply& reply);

}  // namespace laurel::app::members
