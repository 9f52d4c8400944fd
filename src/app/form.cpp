#include "app/form.h"

#include "app/keys.h"
#include "base/utf8.h"
#include "domain/email.h"

namespace laurel::app {
namespace {

Message message_of(protocol::FieldCode code) {
  switch (code) {
    case protocol::FieldCode::missing:
      return Message::field_missing;
    case protocol::FieldCode::invalid:
      return Message::field_invalid;
    case protocol::FieldCode::too_long:
      return Message::field_too_long;
    case protocol::FieldCode::too_short:
      return Message::password_too_short;
    case protocol::FieldCode::too_common:
      return Message::password_too_common;
    case protocol::FieldCode::too_personal:
      return Message::password_too_personal;
    case protocol::FieldCode::outdated:
      return Message::registration_policies_changed;
    case protocol::FieldCode::too_large:
      return Message::photo_too_large;
    case protocol::FieldCode::not_a_picture:
      return Message::photo_not_a_picture;
    case protocol::FieldCode::too_many_pixels:
      return Message::photo_too_many_pixels;
    case protocol::FieldCode::unsupported:
      return Message::photo_unsupported;
    case protocol::FieldCode::wrong:
      return Message::password_wrong;
    case protocol::FieldCode::unchanged:
      return Message::email_unchanged;
  }
  return Message::field_invalid;
}

}  // namespace

std::optional<std::string> typed(std::string_view text) {
  const std::string_view trimmed = base::trim(text);
  if (trimmed.empty()) return std::nullopt;
  return std::string(trimmed);
}

std::optional<Message> email_error(std::string_view email) {
  if (base::trim(email).empty()) return Message::email_missing;
  if (!domain::parse_email(email)) return Message::email_malformed;
  return std::nullopt;
}

void show_problems(FormProblems& place, Commands& commands, FormProblems problems) {
  place = std::move(problems);
  commands.push_back(MoveFocus{std::string(keys::summary_title)});
}

FormProblems form_problems(const Reply& reply, std::initializer_list<FormField> form_keys) {
  FormProblems problems;
  if (const auto problem = problem_of(reply); problem && problem->errors) {
    for (const protocol::FieldError& error : *problem->errors) {
      for (const FormField& field : form_keys) {
        if (field.name == error.field) problems.fields.push_back({field.key, message_of(error.code)});
      }
    }
  }
  if (problems.fields.empty()) problems.trouble = trouble_of(reply);
  return problems;
}

}  // namespace laurel::app
