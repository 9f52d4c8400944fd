#include "app/update.h"

#include "app/keys.h"
#include "app/transition.h"

namespace laurel::app {
namespace {

/// The view that is shown in place of `wanted`, given who is signed in.
View allowed_view(const Model& model, View wanted) {
  const bool signed_in = model.session.presence == Presence::signed_in;
  if (signed_in && (wanted == View::start || wanted == View::sign_in)) return View::dashboard;
  if (model.session.presence == Presence::signed_out && needs_session(wanted)) return View::sign_in;
  return wanted;
}

void fragment_changed(Model& model, Commands& commands, std::string_view fragment) {
  const View wanted = view_of(fragment);
  const View allowed = allowed_view(model, wanted);
  if (allowed == View::sign_in && wanted != View::sign_in) model.return_to = entry_of(wanted);
  if (allowed == wanted && allowed == model.view) return;
  model.view = allowed;
  if (allowed != wanted) commands.push_back(Navigate{allowed, History::replace});
  commands.push_back(MoveFocus{std::string(page_title_key)});
  if (allowed == View::dashboard) read_dashboard(model, commands);
}

void reply_arrived(Model& model, Commands& commands, const ReplyArrived& arrived) {
  const std::optional<Purpose> purpose = model.requests.finish(arrived.id);
  if (!purpose) return;
  switch (*purpose) {
    case Purpose::read_session:
      return session_replied(model, commands, arrived.reply);
    case Purpose::sign_in:
      return sign_in_replied(model, commands, arrived.reply);
    case Purpose::sign_out:
      return sign_out_replied(model, commands, arrived.reply);
    case Purpose::read_dashboard:
      return dashboard_replied(model, commands, arrived.reply);
  }
}

void retry_pressed(Model& model, Commands& commands) {
  model.session.trouble.reset();
  if (model.session.presence == Presence::unknown) return read_session(model, commands);
  if (model.view == View::dashboard) read_dashboard(model, commands);
}

struct Dispatch {
  Model& model;
  Commands& commands;

  void operator()(const Started& started) const {
    model.requests.start(started.client_key);
    model.view = view_of(started.fragment);
    read_session(model, commands);
  }
  void operator()(const FragmentChanged& changed) const {
    fragment_changed(model, commands, changed.fragment);
  }
  void operator()(const ReplyArrived& arrived) const { reply_arrived(model, commands, arrived); }
  void operator()(const SessionMayHaveChanged&) const { read_session(model, commands); }
  void operator()(const StorageDenied&) const { model.storage_denied = true; }
  void operator()(const Superseded&) const { model.superseded = true; }
  void operator()(const SignInPressed&) const { sign_in_pressed(model, commands); }
  void operator()(const SignOutPressed&) const { sign_out_pressed(model, commands); }
  void operator()(const RetryPressed&) const { retry_pressed(model, commands); }
  void operator()(const FocusAsked& asked) const { commands.push_back(MoveFocus{asked.key}); }
};

}  // namespace

View entry_of(View wanted) { return wanted == View::start ? View::dashboard : wanted; }

void show(Model& model, Commands& commands, View view, History history) {
  model.view = view;
  commands.push_back(Navigate{view, history});
  commands.push_back(MoveFocus{std::string(page_title_key)});
  if (view == View::dashboard) read_dashboard(model, commands);
}

Update update(Model model, const Action& action) {
  Update next{std::move(model), {}};
  std::visit(Dispatch{next.model, next.commands}, action);
  return next;
}

}  // namespace laurel::app
