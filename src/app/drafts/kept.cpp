#include "app/drafts/kept.h"

#include "app/drafts/record.h"
#include "app/members/profile/draft.h"

namespace laurel::app {
namespace {

/// Before the profile has been read, what was kept before is kept on.
std::optional<members::ProfileDraft> unsaved_profile(const Model& model) {
  const members::ProfileDraft& draft = model.drafts.member.profile;
  if (draft.member_id.empty() || members::is_saved(draft, model.member.profile)) return std::nullopt;
  return draft;
}

}  // namespace

std::string kept_drafts(const Model& model) {
  const drafts::KeptDrafts kept{model.drafts.registration, model.drafts.certificates,
                        model.registration.pending, model.registration.found,
                        model.registration.searched, unsaved_profile(model)};
  std::string json = base::encode_json(kept);
  return json == base::encode_json(drafts::KeptDrafts{}) ? std::string() : json;
}

}  // namespace laurel::app
