// The words for a trouble, the same on every screen.
#pragma once

#include <string>

#include "app/action.h"
#include "app/trouble.h"
#include "ui/ui.h"

namespace laurel::ui {

[[nodiscard]] std::string words_of(const app::Trouble& trouble);

/// A problem with a button to try again: what the screen shows is asked for anew.
void trouble_view(Ui& ui, std::string_view key, const app::Trouble& trouble, app::Actions& actions);

/// The same of a deed: `retry` does it again.
struct DeedSpec {
  std::string_view key;
  std::string title;  // what has not been done
  app::Action retry;
};
void failed_deed(Ui& ui, const DeedSpec& spec, const app::Trouble& trouble, app::Actions& actions);

}  // namespace laurel::ui
