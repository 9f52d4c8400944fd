// Whether leaving the screen, or closing the page, would lose what has been typed.
#pragma once

#include "app/model.h"

namespace laurel::app {

[[nodiscard]] bool has_unsaved(const Model& model);

}  // namespace laurel::app
