// What every form has: the summary of its problems, and the words for one field's problem.
#pragma once

#include <string>

#include "app/action.h"
#include "app/form.h"
#include "ui/ui.h"

namespace laurel::ui {

/// Draws nothing where nothing is wrong.
void form_summary(Ui& ui, const app::FormProblems& problems, app::Actions& actions);

[[nodiscard]] std::string error_at(const app::FormProblems& problems, std::string_view key);

/// Which of the three steps of registration this is.
void registration_steps(Ui& ui, int step);

/// The title of a screen that is one narrow column, and a sentence below it.
void form_title(Ui& ui, std::string_view title, std::string_view lead);

}  // namespace laurel::ui
