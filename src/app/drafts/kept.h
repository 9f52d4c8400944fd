// What outlives the page of what was typed and not sent: a reload, a killed tab or a browser that ran
// out of memory loses nothing of a registration, nor of a profile. Never a password.
//
//   const std::string kept = app::kept_drafts(model);     // after each frame; stored where it differs
//   desk.post(app::DraftsRestored{kept});                  // when the page opens again
#pragma once

#include <string>

#include "app/model.h"

namespace laurel::app {

/// JSON; empty where there is nothing to keep.
[[nodiscard]] std::string kept_drafts(const Model& model);

}  // namespace laurel::app
