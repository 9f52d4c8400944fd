#include "app/update.h"

#include <algorithm>
#include <cassert>
#include <variant>

#include "app/accounts/session/update.h"
#include "app/features.h"
#include "app/navigation.h"
#include "base/visit.h"

namespace laurel::app {
namespace {

template <class T>
bool is_a(const Command& command) {
  return std::holds_alternative<T>(command);
}

/// Whether the reply says that nobody is signed in any more where somebody was.
bool ends_session(const Request& request, const Reply& reply) {
  return request.purpose.audience() == Audience::member &&
         is_problem(reply, protocol::ProblemCode::not_signed_in);
}

void reply_arrived(Model& model, Commands& commands, const ReplyArrived& arrived) {
  const auto request = model.requests.finish(arrived.id, is_answered(arrived.reply));
  if (!request) return;
  const bool is_elsewhere = !(request->asked_on == model.route);
  if (ends_session(*request, arrived.reply)) {
    accounts::leave(model, commands, Message::sign_in_ended);
  } else {
    take_reply(model, commands, *request, arrived.reply);
  }
  // Somebody who has gone on to another screen and types there keeps the focus, unless the reply shows
  // yet another one.
  const bool shows_another = std::any_of(commands.begin(), commands.end(), is_a<Navigate>);
  if (is_elsewhere && !shows_another) std::erase_if(commands, is_a<MoveFocus>);
}

void retry_pressed(Model& model, Commands& commands) {
  model.session.trouble.reset();
  if (model.session.presence == Presence::unknown) accounts::read_session(model, commands);
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
  accounts::read_session(model, commands);
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
  void operator()(const SessionMayHaveChanged&) const {
    accounts::read_session(model, commands);
  }
  void operator()(const PageShown&) const { accounts::page_shown(model, commands); }
  void operator()(const StorageDenied&) const { model.storage_denied = true; }
  void operator()(const Superseded&) const { model.superseded = true; }
  void operator()(const DraftsBlocked& drafts) const { model.drafts_blocked = drafts.blocked; }
  void operator()(const RecordsBlocked& records) const { model.records_blocked = records.blocked; }
  void operator()(const MenuPressed&) const { model.menu_open = !model.menu_open; }
  void operator()(const SearchPressed&) const { search_pressed(model, commands); }
  void operator()(const RetryPressed&) const { retry_pressed(model, commands); }
  void operator()(const FocusAsked& asked) const { commands.push_back(MoveFocus{asked.key}); }
  void operator()(const UseBegun&) const { use_begun(model, commands); }
  void operator()(const PartArrived& arrived) const {
    part_arrived(model, commands, arrived.part);
  }
  void operator()(const PartMissed& missed) const {
    part_missed(model, missed.part, missed.outdated);
  }
  template <class FeatureAction>
  void operator()(const FeatureAction& action) const {
    update_feature(model, commands, action);
  }
};

}  // namespace

Update update(Model model, const Action& action) {
  Update next{std::move(model), {}};
  base::visit(Dispatch{next.model, next.commands}, action);
  return next;
}

}  // namespace laurel::app
