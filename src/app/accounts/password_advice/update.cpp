#include "app/accounts/password_advice/update.h"

#include <array>
#include <utility>

#include "base/visit.h"

namespace laurel::app::accounts {
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

/// A password that is being chosen, and what others know of whose it will be.
struct Chosen {
  const std::string& password;
  std::string first_name;
  std::string last_name;
  std::string email;
};

Chosen chosen_password(const Model& model) {
  const protocol::SessionResponse& member = model.session.member;
  const RegistrationDraft& visitor = model.drafts.registration;
  switch (model.route.view) {
    case View::profile:
      return {model.drafts.member.account.new_password, member.first_name, member.last_name,
              member.email};
    case View::new_password:
      return {model.drafts.password_reset.password, {}, {}, {}};
    default:
      return {visitor.password, visitor.first_name, visitor.last_name, visitor.email};
  }
}

void password_edited(Model& model, Commands& commands) {
  const Chosen chosen = chosen_password(model);
  model.password_advice = {model.password_advice.question + 1, model.password_advice.strength};
  if (chosen.password.empty()) {
    model.password_advice.strength.reset();
    return;
  }
  commands.push_back(AskPasswordAdvice{
      .question = model.password_advice.question,
      .password = chosen.password,
      .context = {chosen.first_name, chosen.last_name, chosen.email,
                  model.association.platform, model.association.short_name}});
}

void password_advised(Model& model, const PasswordAdvised& advised) {
  if (advised.question != model.password_advice.question) return;
  model.password_advice.strength = {advised.score, warning_of(advised.warning)};
}

struct PasswordDispatch {
  Model& model;
  Commands& commands;

  void operator()(const PasswordEdited&) const { password_edited(model, commands); }
  void operator()(const PasswordAdvised& advised) const { password_advised(model, advised); }
};

}  // namespace

void update_password(Model& model, Commands& commands, const PasswordAction& action) {
  base::visit(PasswordDispatch{model, commands}, action);
}

}  // namespace laurel::app::accounts
