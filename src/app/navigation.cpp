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
  if (model.parts.is_here(Part::desk) && !members::is_among_members(model.route.view)) {
    base::deferred<Part::desk, members::forget_directory>(model);
  }
  const Part part = part_of(model.route.view);
  if (!model.parts.is_here(part)) return load_part(model, commands, part);
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

void load_part(Model& model, Commands& commands, Part part) {
  const PartState state = model.parts.of(part);
  if (state == PartState::here || state == PartState::asked) return;
  model.parts.set(part, PartState::asked);
  commands.push_back(LoadPart{part});
}

void part_arrived(Model& model, Commands& commands, Part part) {
  model.parts.set(Part::common, PartState::here);
  model.parts.set(part, PartState::here);
  if (part_of(model.route.view) == part && may_open(model)) open_view(model, commands);
}

void part_missed(Model& model, Part part, bool outdated) {
  model.parts.set(part, outdated ? PartState::outdated : PartState::missed);
}

void use_begun(Model& model, Commands& commands) {
  const bool signs_in = model.route.view == View::sign_in;
  load_part(model, commands, signs_in ? part_of(model.return_to.view) : Part::common);
}

}  // namespace laurel::app
