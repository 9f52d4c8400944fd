#include "app/desk.h"

#include <memory>
#include <utility>

#include "app/update.h"

namespace laurel::app {

Desk::Desk(domain::Association association) { model_.association = std::move(association); }

void Desk::post(const Action& action) {
  Update next = update(std::move(model_), action);
  // Made anew and not assigned: what assigns each member of the model is some kilobytes of program that
  // nothing else has a use for, and the first visit would load it.
  std::destroy_at(&model_);
  std::construct_at(&model_, std::move(next.model));
  for (Command& command : next.commands) commands_.push_back(std::move(command));
}

Commands Desk::take_commands() { return std::exchange(commands_, {}); }

}  // namespace laurel::app
