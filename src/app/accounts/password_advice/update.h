// What is said of a password while it is being chosen, by a member or a visitor (Feature::password_advice).
#pragma once

#include "app/accounts/action.h"
#include "app/command.h"
#include "app/model.h"

namespace laurel::app::accounts {

/// Also an answer that is still on its way: it is about a text that is gone.
inline void forget_password_advice(Model& model) {
  model.password_advice = {model.password_advice.question + 1, std::nullopt};
}
void update_password(Model& model, Commands& commands, const PasswordAction& action);

}  // namespace laurel::app::accounts
