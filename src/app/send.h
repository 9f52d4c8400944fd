// How the features ask the backend, and keep what it answers; used by their updates alone.
//
//   send(model, commands, Purpose::read_devices, protocol::sessions_list);
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "app/command.h"
#include "app/model.h"
#include "protocol/routes.h"

namespace laurel::app {

/// Begins a request whose path has these parameters.
inline void send_to(Model& model, Commands& commands, Purpose purpose, const protocol::Route& route,
                    std::initializer_list<std::string_view> parameters, std::string body = {}) {
  std::string path = protocol::path_of(route, parameters);
  const RequestId id = model.requests.begin(purpose, path + "\n" + body, model.route);
  const bool changes = route.method != protocol::Method::get;
  commands.push_back(SendRequest{
      .id = id,
      .method = route.method,
      .path = std::move(path),
      .body = std::move(body),
      .idempotency_key = changes ? model.requests.idempotency_key(purpose) : std::string()});
}

/// Begins a request to an address of the model's association.
inline void send(Model& model, Commands& commands, Purpose purpose, const protocol::Route& route,
                 std::string body = {}) {
  send_to(model, commands, purpose, route, {model.association.id}, std::move(body));
}

/// Keeps what was read, or why it could not be.
template <class T>
void take(Loaded<T>& place, const Reply& reply) {
  if (auto content = content_of<T>(reply)) {
    place = {std::move(*content), std::nullopt};
  } else {
    place.trouble = trouble_of(reply);
  }
}

}  // namespace laurel::app
