#include "app/update.h"

#include <algorithm>
#include <cassert>
#include <variant>

#include "app/keys.h"
#include "app/transition.h"
#include "base/deferred.h"
#include "base/visit.h"

namespace laurel::app {
namespace {

bool is_later_step(View view) { return view == View::certificates || view == View::mail_sent; }

/// The screen that is shown in place of `wanted`, given who is signed in and how far they are.
Route allowed_route(const Model& model, const Route& wanted) {
  const Presence presence = model.session.presence;
  if (presence == Presence::signed_in && is_for_visitors(wanted.view)) return {View::dashboard, {}};
  if (presence == Presence::signed_out && needs_session(wanted.view)) return {View::sign_in, {}};
  if (is_later_step(wanted.view) && model.registration.pending.empty()) {
    return {View::registration, {}};
  }
  return wanted;
}

void fragment_changed(Model& model, Commands& commands, std::string_view fragment) {
  const Route wanted = route_of(fragment);
  const Route allowed = allowed_route(model, wanted);
  if (allowed.view == View::sign_in && wanted != allowed) model.return_to = wanted;
  if (allowed == wanted && allowed == model.route) return;
  if (asks_before_leaving(model, commands, allowed)) {
    commands.push_back(UndoNavigation{});
    return;
  }
  model.route = allowed;
  if (allowed != wanted) commands.push_back(Navigate{allowed, History::replace});
  commands.push_back(MoveFocus{std::string(keys::page_title)});
  open_view(model, commands);
}

void take_reply(Model& model, Commands& commands, const Request& request, const Reply& reply) {
  switch (request.purpose) {
    case Purpose::read_session:
      return session_replied(model, commands, reply);
    case Purpose::check_session:
      return session_checked(model, commands, reply);
    case Purpose::sign_in:
      return sign_in_replied(model, commands, reply);
    case Purpose::sign_out:
      return sign_out_replied(model, commands, reply);
    case Purpose::subscribe_newsletter:
      return newsletter_replied(model, commands, reply);
    // Shown by the public pages, and by the desk's forms as a list to choose from.
    case Purpose::read_member_associations:
      return base::deferred<Part::common, member_associations_replied>(model, reply);
    case Purpose::register_member:
    case Purpose::search_certificates:
    case Purpose::complete_registration:
    case Purpose::send_activation_mail:
    case Purpose::press_mail_link:
    case Purpose::ask_for_new_password:
    case Purpose::set_new_password:
      return base::deferred<Part::joining, joining_replied>(model, commands, request, reply);
    case Purpose::read_education:
    case Purpose::read_events:
    case Purpose::read_organisations:
    case Purpose::read_text:
    case Purpose::read_verification:
    case Purpose::read_mailbox:
    case Purpose::search:
      return base::deferred<Part::public_pages, public_pages_replied>(model, request, reply);
    default:
      return base::deferred<Part::desk, desk_replied>(model, commands, request, reply);
  }
}

template <class T>
bool is_a(const Command& command) {
  return std::holds_alternative<T>(command);
}

void reply_arrived(Model& model, Commands& commands, const ReplyArrived& arrived) {
  const auto request = model.requests.finish(arrived.id, is_answered(arrived.reply));
  if (!request) return;
  const bool is_elsewhere = !(request->asked_on == model.route);
  take_reply(model, commands, *request, arrived.reply);
  // Somebody who has gone on to another screen and types there keeps the focus, unless the reply shows
  // yet another one.
  const bool shows_another = std::any_of(commands.begin(), commands.end(), is_a<Navigate>);
  if (is_elsewhere && !shows_another) std::erase_if(commands, is_a<MoveFocus>);
}

/// What is only for members waits until it is known who is here.
bool may_open(const Model& model) {
  return !needs_session(model.route.view) || model.session.presence == Presence::signed_in;
}

void part_arrived(Model& model, Commands& commands, Part part) {
  model.parts.set(Part::common, PartState::here);
  model.parts.set(part, PartState::here);
  if (part_of(model.route.view) == part && may_open(model)) open_view(model, commands);
}

void part_missed(Model& model, const PartMissed& missed) {
  model.parts.set(missed.part, missed.outdated ? PartState::outdated : PartState::missed);
}

/// Who only looks at the first screen loads nothing else; for all others what follows is there in time.
void use_begun(Model& model, Commands& commands) {
  const bool signs_in = model.route.view == View::sign_in;
  load_part(model, commands, signs_in ? part_of(model.return_to.view) : Part::common);
}

void retry_pressed(Model& model, Commands& commands) {
  model.session.trouble.reset();
  if (model.session.presence == Presence::unknown) read_session(model, commands);
  if (may_open(model)) open_view(model, commands);
}

void started(Model& model, Commands& commands, const Started& start) {
  model.requests.start(start.client_key);
  model.session.member_expected = start.member_expected;
  model.demo = start.demo;
  if (start.all_parts_here) model.parts.set_all(PartState::here);
  const Route wanted = route_of(start.fragment);
  model.route = allowed_route(model, wanted);
  if (is_later_step(wanted.view)) model.registration.wanted_step = wanted;
  if (model.route != wanted) commands.push_back(Navigate{model.route, History::replace});
  read_session(model, commands);
  if (start.member_expected) load_part(model, commands, Part::desk);
  if (may_open(model)) open_view(model, commands);
}

struct Dispatch {
  Model& model;
  Commands& commands;

  void operator()(const Started& start) const { started(model, commands, start); }
  void operator()(const FragmentChanged& changed) const {
    fragment_changed(model, commands, changed.fragment);
  }
  void operator()(const ReplyArrived& arrived) const { reply_arrived(model, commands, arrived); }
  void operator()(const SessionMayHaveChanged&) const { read_session(model, commands); }
  void operator()(const PageShown&) const { page_shown(model, commands); }
  void operator()(const StorageDenied&) const { model.storage_denied = true; }
  void operator()(const Superseded&) const { model.superseded = true; }
  void operator()(const DraftsBlocked& drafts) const { model.drafts_blocked = drafts.blocked; }
  void operator()(const RecordsBlocked& records) const { model.records_blocked = records.blocked; }
  void operator()(const SignInPressed&) const { sign_in_pressed(model, commands); }
  void operator()(const SignOutPressed&) const { sign_out_pressed(model, commands); }
  void operator()(const MenuPressed&) const { model.menu_open = !model.menu_open; }
  void operator()(const SearchPressed&) const { search_pressed(model, commands); }
  void operator()(const NewsletterPressed&) const { newsletter_pressed(model, commands); }
  void operator()(const RetryPressed&) const { retry_pressed(model, commands); }
  void operator()(const FocusAsked& asked) const { commands.push_back(MoveFocus{asked.key}); }
  void operator()(const UseBegun&) const { use_begun(model, commands); }
  void operator()(const PartArrived& arrived) const {
    part_arrived(model, commands, arrived.part);
  }
  void operator()(const PartMissed& missed) const { part_missed(model, missed); }
  void operator()(const CommonAction& action) const {
    assert(model.parts.is_here(Part::common));
    base::deferred<Part::common, common_happened>(model, commands, action);
  }
  void operator()(const JoiningAction& action) const {
    assert(model.parts.is_here(Part::joining));
    base::deferred<Part::joining, joining_happened>(model, commands, action);
  }
  void operator()(const DeskAction& action) const {
    assert(model.parts.is_here(Part::desk));
    base::deferred<Part::desk, desk_happened>(model, commands, action);
  }
};

}  // namespace

void open_view(Model& model, Commands& commands) {
  model.menu_open = false;
  model.session.sign_out_trouble.reset();
  forget_password_advice(model);
  if (model.route.view != View::search) model.drafts.search = {};
  if (!is_among_members(model.route.view)) forget_directory(model);
  const Part part = part_of(model.route.view);
  if (!model.parts.is_here(part)) return load_part(model, commands, part);
  switch (part) {
    case Part::joining:
      return base::deferred<Part::joining, open_joining_view>(model, commands);
    case Part::desk:
      return base::deferred<Part::desk, open_desk_view>(model, commands);
    case Part::public_pages:
      return base::deferred<Part::public_pages, open_public_page>(model, commands);
    case Part::first:
    case Part::common:
      return;  // nothing is read for their screens
  }
}

void load_part(Model& model, Commands& commands, Part part) {
  const PartState state = model.parts.of(part);
  if (state == PartState::here || state == PartState::asked) return;
  model.parts.set(part, PartState::asked);
  commands.push_back(LoadPart{part});
}

void show(Model& model, Commands& commands, const Route& route, History history) {
  model.route = route;
  commands.push_back(Navigate{route, history});
  commands.push_back(MoveFocus{std::string(keys::page_title)});
  open_view(model, commands);
}

Update update(Model model, const Action& action) {
  Update next{std::move(model), {}};
  base::visit(Dispatch{next.model, next.commands}, action);
  return next;
}

}  // namespace laurel::app
