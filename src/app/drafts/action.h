// What can happen to the drafts as a whole.
#pragma once

#include <variant>

#include "app/answers.h"

namespace laurel::app::drafts {

using Action = std::variant<DraftsRestored>;

}  // namespace laurel::app::drafts
