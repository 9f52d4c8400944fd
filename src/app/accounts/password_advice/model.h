// What is said of a password while it is being chosen. It only advises: the rule (domain/password.h)
// decides what is accepted.
#pragma once

#include <cstdint>
#include <optional>

#include "app/messages.h"

namespace laurel::app::accounts {

struct Strength {
  int score = 0;                   // 0 to 4
  std::optional<Message> warning;  // what makes it weak
};

struct PasswordAdvice {
  std::int64_t question = 0;         // of the latest text; an answer to another is dropped
  std::optional<Strength> strength;  // nothing while the field is empty or nobody has answered
};

}  // namespace laurel::app::accounts
