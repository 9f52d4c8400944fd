#include "app/drafts/update.h"

#include "app/drafts/record.h"
#include "app/members/profile/draft.h"
#include "app/navigation.h"
#include "base/visit.h"

namespace laurel::app::drafts {
namespace {

/// What has been typed since the page opened is newer than what was kept.
void fill(std::string& field, std::string kept) {
  if (field.empty()) field = std::move(kept);
}

void fill(accounts::RegistrationDraft& draft, accounts::RegistrationDraft kept) {
  fill(draft.first_name, std::move(kept.first_name));
  fill(draft.last_name, std::move(kept.last_name));
  fill(draft.email, std::move(kept.email));
  fill(draft.country, std::move(kept.country));
  draft.agreed = draft.agreed || kept.agreed;
}

/// Unless another member is here, or this one types already.
void restore_profile(Model& model, members::ProfileDraft kept) {
  const bool of_another = model.session.presence == Presence::signed_in &&
                          model.session.member.member_id.value != kept.member_id;
  members::ProfileDraft& draft = model.drafts.member.profile;
  const bool untouched = draft.member_id.empty() || members::is_saved(draft, model.member.profile);
  if (!of_another && untouched) draft = std::move(kept);
}

void drafts_restored(Model& model, Commands& commands, const DraftsRestored& restored) {
  auto kept = base::decode_json<KeptDrafts>(restored.kept);
  if (!kept) return;  // of another version of the page: there is nothing to tell a member
  if (kept->profile) restore_profile(model, std::move(*kept->profile));
  if (model.session.presence == Presence::signed_in) return;  // the rest is a visitor's
  accounts::Registration& registration = model.registration;
  if (!registration.pending.empty()) return;
  fill(model.drafts.registration, std::move(kept->registration));
  model.drafts.certificates = std::move(kept->certificates);
  registration.pending = std::move(kept->pending);
  registration.found = std::move(kept->found);
  registration.searched = kept->searched;
  const bool waits = registration.wanted_step && model.route.view == View::registration;
  if (waits && !registration.pending.empty()) {
    show(model, commands, *std::exchange(registration.wanted_step, std::nullopt), History::replace);
  }
}

struct Dispatch {
  Model& model;
  Commands& commands;

  void operator()(const DraftsRestored& restored) const {
    drafts_restored(model, commands, restored);
  }
};

}  // namespace

void update(Model& model, Commands& commands, const Action& action) {
  base::visit(Dispatch{model, commands}, action);
}

}  // namespace laurel::app::drafts
