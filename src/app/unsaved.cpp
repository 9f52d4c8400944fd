#include "app/unsaved.h"

#include "app/members/profile/draft.h"
#include "base/deferred.h"

namespace laurel::app {

bool has_unsaved(const Model& model) {
  if (model.route.view != View::profile || !model.interior.here) return false;
  return base::deferred<has_unsaved_profile>(model.drafts.profile, model.profile);
}

}  // namespace laurel::app
