#include "app/accounts/session/update.h"

#include "app/accounts/requests.h"
#include "app/features.h"
#include "app/member.h"
#include "app/members/profile/update.h"
#include "app/navigation.h"
#include "app/send.h"
#include "base/deferred.h"

namespace laurel::app::accounts {
namespace {

/// What belongs to a member is for no other.
void forget(Model& model) {
  // Where the desk is not here, nothing has been read for a member.
  if (model.parts.is_here(Part::desk)) base::deferred<Part::desk, forget_member>(model);
  model.requests.drop(Audience::member);
}

/// Whether they are known to be signed in here.
bool is_member(const Model& model, const protocol::SessionResponse& member) {
  return model.session.presence == Presence::signed_in &&
         model.session.member.member_id == member.member_id;
}

/// Another tab or device has given the member another name or address: the screens that show it read it
/// again, and nothing that is typed or sent is lost.
void member_renamed(Model& model, Commands& commands, protocol::SessionResponse member) {
  model.session.member = std::move(member);
  if (!model.parts.is_here(Part::desk)) return;
  if (model.route.view == View::dashboard) open_feature(model, commands);
  if (model.route.view == View::profile) {
    base::deferred<Part::desk, members::member_renamed>(model, commands);
  }
}

/// An answer that was under way when somebody came or went is about what was before.
void look_again(Model& model, Commands& commands) {
  if (model.requests.is_pending(SignInPurpose::read_session)) read_session(model, commands);
}

}  // namespace

void forget_drafts(Model& model) {
  members::ProfileDraft profile = std::move(model.drafts.member.profile);
  model.drafts = {};
  model.drafts.member.profile = std::move(profile);
}

void read_session(Model& model, Commands& commands) {
  send(model, commands, SignInPurpose::read_session, protocol::session_read);
}

void enter(Model& model, Commands& commands, protocol::SessionResponse member) {
  const bool another_member = !is_member(model, member);
  // Another tab has signed in: what was typed in this one before is not this member's. What is typed
  // before it is known who is here, is.
  if (model.session.presence != Presence::unknown && another_member) forget_drafts(model);
  model.session = {.presence = Presence::signed_in, .member = std::move(member)};
  model.sign_in = {};
  model.registration = {};
  model.requests.drop(Audience::registering_visitor);
  // What somebody has left unsaved is theirs, also when another member is the next to come.
  if (model.drafts.member.profile.member_id != model.session.member.member_id.value) {
    model.drafts.member.profile = {};
  }
  if (another_member) forget(model);
  look_again(model, commands);
  if (is_for_visitors(model.route.view)) {
    show(model, commands, model.return_to, History::replace);
  } else if (needs_session(model.route.view)) {
    open_view(model, commands);
  }
}

void leave(Model& model, Commands& commands, std::optional<Message> notice) {
  const bool signed_out = notice == Message::sign_in_signed_out;
  model.session = {.presence = Presence::signed_out};
  if (signed_out) model.drafts = {};
  forget(model);
  look_again(model, commands);
  model.sign_in.notice = notice;
  if (signed_out) model.return_to = {View::dashboard, {}};
  if (!needs_session(model.route.view)) return;
  if (!signed_out) model.return_to = model.route;
  show(model, commands, {View::sign_in, {}}, History::replace);
}

void session_replied(Model& model, Commands& commands, const Reply& reply) {
  if (auto member = content_of<protocol::SessionResponse>(reply)) {
    if (!is_member(model, *member)) return enter(model, commands, std::move(*member));
    if (!(model.session.member == *member)) member_renamed(model, commands, std::move(*member));
    return;
  }
  if (is_problem(reply, protocol::ProblemCode::not_signed_in)) {
    if (model.session.presence == Presence::signed_out) return;
    const bool was_signed_in = model.session.presence == Presence::signed_in;
    const std::optional<Message> told = model.sign_in.notice;
    leave(model, commands,
          was_signed_in ? std::optional(Message::sign_in_signed_out) : std::nullopt);
    if (told) model.sign_in.notice = told;  // what ended the session says more
    return;
  }
  // Where somebody is known to be signed in, a failed look changes nothing: the next request of
  // theirs tells.
  if (model.session.presence == Presence::unknown) model.session.trouble = trouble_of(reply);
}

// What it has read is not left on the screen then.
void page_shown(Model& model, Commands& commands) {
  if (model.session.presence != Presence::signed_in) return;
  send(model, commands, SignInPurpose::check_session, protocol::session_read);
}

void sign_out_pressed(Model& model, Commands& commands) {
  if (model.requests.is_pending(SignInPurpose::sign_out)) return;
  model.session.sign_out_trouble.reset();
  send(model, commands, SignInPurpose::sign_out, protocol::session_delete);
}

void sign_out_replied(Model& model, Commands& commands, const Reply& reply) {
  const bool done = is_done(reply) || is_problem(reply, protocol::ProblemCode::not_signed_in);
  if (!done) {
    model.session.sign_out_trouble = trouble_of(reply);
    return;
  }
  commands.push_back(TellOtherTabs{});
  leave(model, commands, Message::sign_in_signed_out);
}

}  // namespace laurel::app::accounts
