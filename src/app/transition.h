// Steps that several features take; used by the update functions alone.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "app/command.h"
#include "app/model.h"
#include "protocol/routes.h"

namespace laurel::app {

/// Begins a request to an address of the model's association.
inline void send(Model& model, Commands& commands, Purpose purpose, const protocol::Route& route,
                 std::string body = {}) {
  const RequestId id = model.requests.begin(purpose);
  commands.push_back(SendRequest{
      .id = id,
      .method = route.method,
      .path = protocol::path_of(route, {model.association.id}),
      .body = std::move(body),
      .idempotency_key =
          route.method == protocol::Method::get ? "" : model.requests.idempotency_key(id)});
}

// Features' entry points, each in the update.cpp of its folder.
void read_session(Model& model, Commands& commands);
void session_replied(Model& model, Commands& commands, const Reply& reply);
void sign_in_pressed(Model& model, Commands& commands);
void sign_in_replied(Model& model, Commands& commands, const Reply& reply);
void sign_out_pressed(Model& model, Commands& commands);
void sign_out_replied(Model& model, Commands& commands, const Reply& reply);
void read_dashboard(Model& model, Commands& commands);
void dashboard_replied(Model& model, Commands& commands, const Reply& reply);

/// The member is signed in: shows what they came for.
void enter(Model& model, Commands& commands, protocol::SessionResponse member);
/// Nobody is signed in any more: forgets everything of the member and shows the sign-in form.
void leave(Model& model, Commands& commands, std::optional<Message> notice);
/// The view that signing in leads to, for a member who wanted this one.
[[nodiscard]] View entry_of(View wanted);

/// Shows a view: asks for what it needs, changes the address, moves the focus to its title.
void show(Model& model, Commands& commands, View view, History history);

}  // namespace laurel::app
