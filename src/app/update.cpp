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
    default:  // only the interior asks for anything else
      return base::deferred<interior_replied>(model, commands, request, reply);
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

void interior_arrived(Model& model, Commands& commands) {
  model.interior = {.here = true, .asked = false, .trouble = std::nullopt};
  if (is_interior(model.route.view) && may_open(model)) open_view(model, commands);
}

void interior_missed(Model& model, bool outdated) {
  const TroubleKind kind = outdated ? TroubleKind::outdated : TroubleKind::offline;
  model.interior = {.here = false, .asked = false, .trouble = Trouble{kind}};
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
  model.interior.here = start.interior_here;
  const Route wanted = route_of(start.fragment);
  model.route = allowed_route(model, wanted);
  if (is_later_step(wanted.view)) model.registration.wanted_step = wanted;
  if (model.route != wanted) commands.push_back(Navigate{model.route, History::replace});
  read_session(model, commands);
  if (start.member_expected) load_interior(model, commands);
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
  void operator()(const UseBegun&) const { load_interior(model, commands); }
  void operator()(const InteriorArrived&) const { interior_arrived(model, commands); }
  void operator()(const InteriorMissed& missed) const { interior_missed(model, missed.outdated); }
  void operator()(const InteriorAction& action) const {
    assert(model.interior.here);
    base::deferred<interior_happened>(model, commands, action);
  }
};

}  // namespace

void open_view(Model& model, Commands& commands) {
  model.menu_open = false;
  model.session.sign_out_trouble.reset();
  forget_password_advice(model);
  if (model.route.view != View::search) model.drafts.search = {};
  if (!is_among_members(model.route.view)) forget_directory(model);
  if (!is_interior(model.route.view)) return;
  if (!model.interior.here) return load_interior(model, commands);
  base::deferred<open_interior_view>(model, commands);
}

void load_interior(Model& model, Commands& commands) {
  if (model.interior.here || model.interior.asked) return;
  model.interior = {.here = false, .asked = true, .trouble = std::nullopt};
  commands.push_back(LoadInterior{});
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
