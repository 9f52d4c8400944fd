#include <array>
#include <utility>

#include "app/transition.h"

namespace laurel::app {
namespace {

/// The names that zxcvbn-ts gives to weaknesses.
std::optional<Message> warning_of(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, Message>, 15> warnings = {{
      {"straightRow", Message::advice_keys},
      {"keyPattern", Message::advice_keys},
      {"simpleRepeat", Message::advice_repeats},
      {"extendedRepeat", Message::advice_repeats},
      {"sequences", Message::advice_sequences},
      {"recentYears", Message::advice_dates},
      {"dates", Message::advice_dates},
      {"topTen", Message::advice_common},
      {"topHundred", Message::advice_common},
      {"common", Message::advice_common},
      {"similarToCommon", Message::advice_similar},
      {"wordByItself", Message::advice_word},
      {"namesByThemselves", Message::advice_names},
      {"commonNames", Message::advice_names},
      {"userInputs", Message::advice_personal},
  }};
  for (const auto& [known, message] : warnings) {
    if (known == name) return message;
  }
  return std::nullopt;
}

}  // namespace

void password_edited(Model& model, Commands& commands) {
  const RegistrationDraft& visitor = model.drafts.registration;
  const std::string& password = model.route.view == View::new_password
                                    ? model.drafts.password_reset.password
                                    : visitor.password;
  model.password_advice = {model.password_advice.question + 1, model.password_advice.strength};
  if (password.empty()) {
    model.password_advice.strength.reset();
    return;
  }
  commands.push_back(AskPasswordAdvice{
      .question = model.password_advice.question,
      .password = password,
      .context = {visitor.first_name, visitor.last_name, visitor.email,
                  model.association.platform, model.association.short_name}});
}

void password_advised(Model& model, const PasswordAdvised& advised) {
  if (advised.question != model.password_advice.question) return;
  model.password_advice.strength = {advised.score, warning_of(advised.warning)};
}

}  // namespace laurel::app
