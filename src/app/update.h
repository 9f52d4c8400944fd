// The one door by which the desk changes: a model and an action in, the new model and commands out.
// It does nothing else: no clock, no network, no drawing.
//
//   Update next = app::update(std::move(model), app::SignInPressed{});
//   for (const Command& command : next.commands) host.run(command);
#pragma once

#include "app/action.h"
#include "app/command.h"
#include "app/model.h"

namespace laurel::app {

struct Update {
  Model model;
  Commands commands;
};

[[nodiscard]] Update update(Model model, const Action& action);

}  // namespace laurel::app
