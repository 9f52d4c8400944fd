// What is wrong with a form, in the terms of its screen.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/command.h"
#include "app/messages.h"
#include "app/trouble.h"

namespace laurel::app {

struct FieldError {
  std::string_view key;  // the field's key in the semantic tree
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

/// Lets the member see what is wrong with the form that they sent.
void show_problems(FormProblems& place, Commands& commands, FormProblems problems);

/// What a reply that is no success says of a form: words at its fields where the backend names some.
/// `keys` are the fields' names in the request and their keys on the screen.
struct FormField {
  std::string_view name;
  std::string_view key;
};
[[nodiscard]] FormProblems form_problems(const Reply& reply, std::initializer_list<FormField> keys);

/// What stands in a field that may be left empty, without the white space around it.
[[nodiscard]] std::optional<std::string> typed(std::string_view text);

/// What is wrong with an address before it is sent; nothing where it is well-formed.
[[nodiscard]] std::optional<Message> email_error(std::string_view email);

}  // namespace laurel::app
