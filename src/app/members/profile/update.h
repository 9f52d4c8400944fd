// The form of the member's own profile.
#pragma once

#include "app/command.h"
#include "app/model.h"

namespace laurel::app::members {

/// The member is called otherwise by now: reads the profile again unless two versions of it are shown.
void member_renamed(Model& model, Commands& commands);
void open_profile(Model& model, Commands& commands);
void profile_replied(Model& model, const Reply& reply);
void profile_save_pressed(Model& model, Commands& commands);
void profile_saved(Model& model, Commands& commands, const Reply& reply);
void other_profile_replied(Model& model, Commands& commands, const Reply& reply);
void own_version_chosen(Model& model, Commands& commands);
void other_version_chosen(Model& model, Commands& commands);
void stay_pressed(Model& model, Commands& commands);
void discard_pressed(Model& model, Commands& commands);
void preview_pressed(Model& model, Commands& commands);
void privacy_chosen(Model& model, Commands& commands);
void preview_replied(Model& model, const Reply& reply);

}  // namespace laurel::app::members
