#include "app/member.h"

#include <utility>

#include "app/members/profile/draft.h"

namespace laurel::app {

void forget_member(Model& model) {
  members::ProfileDraft& form = model.drafts.member.profile;
  MemberDrafts drafts;
  if (!members::is_saved(form, model.member.profile)) drafts.profile = std::move(form);
  model.member = {};
  model.drafts.member = std::move(drafts);
}

}  // namespace laurel::app
