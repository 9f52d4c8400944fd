// What is wrong with a form, in the terms of its screen.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/messages.h"
#include "app/trouble.h"

namespace laurel::app {

struct FieldError {
  std::string_view key;  // the field's key in the semantic tree (app/keys.h)
  Message message;
  std::optional<Message> label = std::nullopt;  // where the message alone does not say which field
};

/// What was said of the last try to send a form. Empty: nothing was wrong.
struct FormProblems {
  std::vector<FieldError> fields;
  std::optional<Trouble> trouble;

  [[nodiscard]] bool empty() const { return fields.empty() && !trouble; }
  [[nodiscard]] std::optional<Message> of(std::string_view key) const {
    for (const FieldError& error : fields) {
      if (error.key == key) return error.message;
    }
    return std::nullopt;
  }
};

}  // namespace laurel::app
