#include "app/navigation.h"

#include <string>

#include "app/accounts/password_advice/update.h"
#include "app/features.h"
#include "app/keys.h"
#include "app/members/directory/update.h"
#include "app/unsaved.h"
#include "base/deferred.h"
#include "base/utf8.h"

namespace laurel::app {

bool is_later_step(View view) { return view == View::certificates || view == View::mail_sent; }

Route allowed_route(const Model& model, const Route& wanted) {
  const Presence presence = model.session.presence;
  if (presence == Presence::signed_in && is_for_visitors(wanted.view)) return {View::dashboard, {}};
  if (presence == Presence::signed_out && needs_session(wanted.view)) return {View::sign_in, {}};
  if (is_later_step(wanted.view) && model.registration.pending.empty()) {
    return {View::registration, {}};
  }
  return wanted;
}

bool may_open(const Model& model) {
  return !needs_session(model.route.view) || model.session.presence == Presence::signed_in;
}

void open_view(Model& model, Commands& commands) {
  model.menu_open = false;
  model.session.sign_out_trouble.reset();
  accounts::forget_password_advice(model);
  if (model.route.view != View::search) model.drafts.search = {};
  if (model.interior.here && !members::is_among_members(model.route.view)) {
    base::deferred<members::forget_directory>(model);
  }
  if (!is_interior(model.route.view)) return;
  if (!model.interior.here) return load_interior(model, commands);
  if (may_open(model)) open_feature(model, commands);
}

void show(Model& model, Commands& commands, const Route& route, History history) {
  model.route = route;
  commands.push_back(Navigate{route, history});
  commands.push_back(MoveFocus{std::string(keys::page_title)});
  open_view(model, commands);
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

void search_pressed(Model& model, Commands& commands) {
  const std::string words(base::trim(model.drafts.search.words));
  if (words.empty()) {
    commands.push_back(MoveFocus{std::string(keys::search)});
    return;
  }
  const Route wanted{View::search, words};
  if (!asks_before_leaving(model, commands, wanted)) show(model, commands, wanted, History::push);
}

void load_interior(Model& model, Commands& commands) {
  if (model.interior.here || model.interior.asked) return;
  model.interior = {.here = false, .asked = true, .trouble = std::nullopt};
  commands.push_back(LoadInterior{});
}

void interior_arrived(Model& model, Commands& commands) {
  model.interior = {.here = true, .asked = false, .trouble = std::nullopt};
  if (is_interior(model.route.view) && may_open(model)) open_view(model, commands);
}

void interior_missed(Model& model, bool outdated) {
  const TroubleKind kind = outdated ? TroubleKind::outdated : TroubleKind::offline;
  model.interior = {.here = false, .asked = false, .trouble = Trouble{kind}};
}

}  // namespace laurel::app
