// The features' entry points. One more feature has its lines in features.cpp.
#pragma once

#include "app/action.h"
#include "app/command.h"
#include "app/model.h"

namespace laurel::app {

/// Has the feature whose screen is shown ask for what that needs. The feature is here.
void open_feature(Model& model, Commands& commands);

/// Gives a reply to the feature that has asked.
void take_reply(Model& model, Commands& commands, const Request& request, const Reply& reply);

// Gives a feature one of its actions.
void update_feature(Model& model, Commands& commands, const accounts::SignInAction& action);
void update_feature(Model& model, Commands& commands, const newsletter::Action& action);
void update_feature(Model& model, Commands& commands, const accounts::PasswordAction& action);
void update_feature(Model& model, Commands& commands, const accounts::JoiningAction& action);
void update_feature(Model& model, Commands& commands, const accounts::Action& action);
void update_feature(Model& model, Commands& commands, const members::Action& action);
void update_feature(Model& model, Commands& commands, const certificates::Action& action);
void update_feature(Model& model, Commands& commands, const drafts::Action& action);

}  // namespace laurel::app
