// What is said of a password while it is being chosen.
#pragma once

#include "app/answers.h"
#include "app/command.h"
#include "app/model.h"

namespace laurel::app::accounts {

/// Also an answer that is still on its way: it is about a text that is gone.
inline void forget_password_advice(Model& model) {
  model.password_advice = {model.password_advice.question + 1, std::nullopt};
}
void password_edited(Model& model, Commands& commands);
void password_advised(Model& model, const PasswordAdvised& advised);

}  // namespace laurel::app::accounts
