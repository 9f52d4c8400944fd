#include "app/members/profile/update.h"

#include <utility>

#include "app/accounts/account/update.h"
#include "app/catalogue/update.h"
#include "app/form.h"
#include "app/keys.h"
#include "app/members/keys.h"
#include "app/members/profile/draft.h"
#include "app/members/profile/fields.h"
#include "app/members/requests.h"
#include "app/navigation.h"
#include "app/send.h"
#include "app/unsaved.h"

namespace laurel::app::members {
namespace {

ProfileDraft& form(Model& model) { return model.drafts.member.profile; }

/// What was typed stays, unless it is another member's; also over a session that has ended.
void show_profile(Model& model, protocol::ProfileResponse read) {
  Profile& profile = model.member.profile;
  const bool own = form(model).member_id == read.member_id.value;
  if (!own || is_saved(form(model), profile)) form(model) = draft_of(read);
  profile.saved = {std::move(read), std::nullopt};
}

void show_profile_problems(Model& model, Commands& commands, FormProblems problems) {
  label_problems(problems);
  show_problems(model.member.profile.problems, commands, std::move(problems));
}

void send_profile(Model& model, Commands& commands, std::int64_t revision) {
  auto profile = profile_of(form(model));
  if (!profile) return show_profile_problems(model, commands, std::move(profile.error()));
  model.member.profile.sent = form(model);
  send(model, commands, Purpose::save_profile, protocol::profile_save,
       base::encode_json(protocol::ProfileUpdate{std::move(*profile), revision}));
}

template <std::size_t... i>
FormProblems problems_at_fields(const Reply& reply, std::index_sequence<i...>) {
  return form_problems(reply, {FormField{profile_fields[i].name, profile_fields[i].key}...});
}

FormProblems profile_problems(const Reply& reply) {
  return problems_at_fields(reply, std::make_index_sequence<profile_fields.size()>());
}

void read_preview(Model& model, Commands& commands) {
  model.member.profile.preview = {};
  send_to(model, commands, Purpose::read_preview, protocol::profile_preview,
          {model.association.id, form(model).privacy});
}

/// The names are the session's as well, which the header shows.
void tell_names(Model& model, const domain::Profile& profile) {
  model.session.member.first_name = profile.first_name;
  model.session.member.last_name = profile.last_name;
}

}  // namespace

void open_profile(Model& model, Commands& commands) {
  Profile& profile = model.member.profile;
  profile.problems = {};
  profile.was_saved = false;
  profile.leaving_to.reset();
  profile.preview_wanted = false;
  profile.saved.trouble.reset();
  accounts::forget_account(model);
  if (!profile.theirs) send(model, commands, Purpose::read_profile, protocol::profile_read);
  catalogue::read_member_associations(model, commands);
}

void member_renamed(Model& model, Commands& commands) {
  if (model.member.profile.theirs) return;
  send(model, commands, Purpose::read_profile, protocol::profile_read);
}

void profile_replied(Model& model, const Reply& reply) {
  auto read = content_of<protocol::ProfileResponse>(reply);
  if (!read) {
    model.member.profile.saved.trouble = trouble_of(reply);
    return;
  }
  show_profile(model, std::move(*read));
}

void profile_save_pressed(Model& model, Commands& commands) {
  Profile& profile = model.member.profile;
  if (!profile.saved.content || model.requests.is_pending(Purpose::save_profile)) return;
  profile.problems = {};
  profile.was_saved = false;
  model.member.account.problems = {};
  // Not that of `saved`, which may have been read again since: that would overwrite unasked what another
  // tab or device has saved meanwhile.
  send_profile(model, commands, form(model).revision);
}

void profile_saved(Model& model, Commands& commands, const Reply& reply) {
  Profile& profile = model.member.profile;
  if (is_problem(reply, protocol::ProblemCode::changed)) {
    send(model, commands, Purpose::read_other_profile, protocol::profile_read);
    return;
  }
  auto saved = content_of<protocol::ProfileResponse>(reply);
  if (!saved) return show_profile_problems(model, commands, profile_problems(reply));
  const bool typed_on = !(form(model) == profile.sent);
  if (typed_on) {
    form(model).revision = saved->revision;
  } else {
    form(model) = draft_of(*saved);
  }
  tell_names(model, saved->profile);
  profile.saved = {std::move(*saved), std::nullopt};
  profile.theirs.reset();
  if (profile.preview_wanted) read_preview(model, commands);
  if (typed_on) return;  // whoever types is not led elsewhere, nor told that all of it is saved
  profile.was_saved = true;
  if (profile.leaving_to) {
    return show(model, commands, *std::exchange(profile.leaving_to, std::nullopt), History::push);
  }
  commands.push_back(MoveFocus{std::string(keys::page_title)});
}

void other_profile_replied(Model& model, Commands& commands, const Reply& reply) {
  auto theirs = content_of<protocol::ProfileResponse>(reply);
  if (!theirs) return show_problems(model.member.profile.problems, commands, form_problems(reply, {}));
  model.member.profile.theirs = std::move(*theirs);
  commands.push_back(MoveFocus{std::string(keys::profile_conflict_title)});
}

void own_version_chosen(Model& model, Commands& commands) {
  if (!model.member.profile.theirs || model.requests.is_pending(Purpose::save_profile)) return;
  model.member.profile.problems = {};
  send_profile(model, commands, model.member.profile.theirs->revision);
}

void other_version_chosen(Model& model, Commands& commands) {
  if (!model.member.profile.theirs) return;
  auto theirs = *std::exchange(model.member.profile.theirs, std::nullopt);
  form(model) = draft_of(theirs);
  model.member.profile.problems = {};
  model.member.profile.saved = {std::move(theirs), std::nullopt};
  commands.push_back(MoveFocus{std::string(keys::page_title)});
}

void stay_pressed(Model& model, Commands& commands) {
  model.member.profile.leaving_to.reset();
  commands.push_back(MoveFocus{std::string(keys::page_title)});
}

void discard_pressed(Model& model, Commands& commands) {
  if (!model.member.profile.leaving_to) return;
  model.requests.drop(Purpose::save_profile);
  model.requests.drop(Purpose::read_other_profile);
  form(model) = {};
  model.member.profile.theirs.reset();
  show(model, commands, *std::exchange(model.member.profile.leaving_to, std::nullopt), History::push);
}

void preview_pressed(Model& model, Commands& commands) {
  model.member.profile.preview_wanted = !model.member.profile.preview_wanted;
  if (model.member.profile.preview_wanted) read_preview(model, commands);
}

void privacy_chosen(Model& model, Commands& commands) {
  if (model.member.profile.preview_wanted) read_preview(model, commands);
}

void preview_replied(Model& model, const Reply& reply) {
  take(model.member.profile.preview, reply);
}

}  // namespace laurel::app::members
