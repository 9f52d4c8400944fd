// Whether leaving the screen, or closing the page, would lose what has been typed.
#pragma once

#include "app/command.h"
#include "app/model.h"

namespace laurel::app {

[[nodiscard]] bool has_unsaved(const Model& model);

/// Whether the screen stays, since it holds something unsaved: the member is asked first.
[[nodiscard]] bool asks_before_leaving(Model& model, Commands& commands, const Route& wanted);

}  // namespace laurel::app
