#include "app/unsaved.h"

#include "app/profile/draft.h"
#include "base/deferred.h"

namespace laurel::app {

bool has_unsaved(const Model& model) {
  if (model.route.view != View::profile || !model.parts.is_here(Part::desk)) return false;
  return base::deferred<Part::desk, has_unsaved_profile>(model.drafts.profile, model.profile);
}

}  // namespace laurel::app
