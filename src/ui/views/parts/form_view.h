// What every form has: the summary of its problems, and the words for one field's problem.
#pragma once

#include <string>

#include "app/accounts/password_advice/model.h"
#include "app/action.h"
#include "app/form.h"
#include "ui/ui.h"

namespace laurel::ui {

/// Draws nothing where nothing is wrong.
void form_summary(Ui& ui, const app::FormProblems& problems, app::Actions& actions);

[[nodiscard]] std::string error_at(const app::FormProblems& problems, std::string_view key);

/// A field for a password, with the words that all of them share.
struct PasswordEntry {
  std::string_view key;
  std::string label;
  std::string_view autocomplete = "current-password";
  std::string_view form_name = "password";
  std::string hint = {};
  std::string error = {};
};
/// True when it was edited.
bool password_entry(Ui& ui, const PasswordEntry& entry, std::string& text, bool& shown);

/// The same for a password that is being chosen, and what is said of it.
void new_password_entry(Ui& ui, const PasswordEntry& entry, const app::accounts::PasswordAdvice& advice,
                        std::string& text, bool& shown, app::Actions& actions);

/// The countries that the browser suggests for the fields that name `key`.
void country_options(Ui& ui, std::string_view key);

/// Which of the three steps of registration this is.
void registration_steps(Ui& ui, int step);

/// The title of a screen that is one narrow column, and a sentence below it.
void form_title(Ui& ui, std::string_view title, std::string_view lead);

}  // namespace laurel::ui
