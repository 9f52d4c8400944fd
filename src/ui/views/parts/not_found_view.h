// What is shown where an address names nothing: no screen, or nothing that a feature knows.
#pragma once

#include "ui/ui.h"

namespace laurel::ui {

void not_found_view(Ui& ui);

}  // namespace laurel::ui
