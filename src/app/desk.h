// The running desk: holds the model, applies actions, gathers the commands for the host.
//
//   app::Desk desk(association);
//   desk.post(app::Started{"#/login", random_key});
//   for (const app::Command& command : desk.take_commands()) …
#pragma once

#include "app/action.h"
#include "app/command.h"
#include "app/model.h"

namespace laurel::app {

class Desk {
 public:
  explicit Desk(domain::Association association);

  void post(const Action& action);

  [[nodiscard]] const Model& model() const { return model_; }
  [[nodiscard]] Drafts& drafts() { return model_.drafts; }

  /// In the order in which they are to be run; they are the host's now.
  [[nodiscard]] Commands take_commands();

 private:
  Model model_;
  Commands commands_;
};

}  // namespace laurel::app
