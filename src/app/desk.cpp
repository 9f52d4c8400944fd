#include "app/desk.h"

#include <utility>

#include "app/update.h"

namespace laurel::app {

Desk::Desk(domain::Association association) { model_.association = std::move(association); }

void Desk::post(const Action& action) {
  Update next = update(std::move(model_), action);
  model_ = std::move(next.model);
  for (Command& command : next.commands) commands_.push_back(std::move(command));
}

Commands Desk::take_commands() { return std::exchange(commands_, {}); }

}  // namespace laurel::app
