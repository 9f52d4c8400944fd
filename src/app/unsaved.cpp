#include "app/unsaved.h"

#include "app/members/keys.h"
#include "app/members/profile/draft.h"
#include "base/deferred.h"

namespace laurel::app {

bool has_unsaved(const Model& model) {
  constexpr Part part = part_of(Feature::members);
  if (model.route.view != View::profile || !model.parts.is_here(part)) return false;
  return base::deferred<part, members::has_unsaved_profile>(model.drafts.member.profile,
                                                            model.member.profile);
}

bool asks_before_leaving(Model& model, Commands& commands, const Route& wanted) {
  if (wanted.view == View::profile || !has_unsaved(model)) return false;
  model.member.profile.leaving_to = wanted;
  commands.push_back(MoveFocus{std::string(keys::profile_leaving_title)});
  return true;
}

}  // namespace laurel::app
