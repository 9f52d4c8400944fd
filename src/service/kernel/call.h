// One request on its way through the service, and what a handler gives back.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/codec.h"
#include "domain/association.h"
#include "protocol/endpoint.h"
#include "protocol/http.h"
#include "service/kernel/problem.h"
#include "service/kernel/services.h"

namespace laurel::service::kernel {

class Api;

/// What every handler receives; those of members receive more (service/accounts/member_call.h).
struct Call {
  const Api& api;
  const protocol::Request& request;
  std::vector<std::string> parameters;      // of the path, in its order
  const domain::Association* association;   // of the path; null where the path names none
  std::size_t max_body_bytes;               // the endpoint's
  int success_status;                       // the same
};

using VisitorCall = Call;

/// A message with cookies to be set.
template <class Message>
struct WithCookies {
  Message message;
  std::vector<protocol::SetCookie> cookies = {};
};

/// A request that says itself how it is read, as forms do that are no JSON.
template <class Message>
concept ReadsItself = requires(std::string_view body) { Message::read(body); };

/// The body as a message; else 400.
template <class Message>
[[nodiscard]] OrProblem<Message> read_body(const Call& call) {
  if constexpr (ReadsItself<Message>) {
    auto message = Message::read(call.request.body);
    if (message) return std::move(*message);
    return malformed(std::string(Message::pair_name));
  } else {
    auto message =
        base::decode_json<Message>(call.request.body, {.max_bytes = call.max_body_bytes});
    if (message) return std::move(*message);
    return malformed(message.error().context);
  }
}

template <class Message>
[[nodiscard]] protocol::Response to_response(int status, const Message& message) {
  protocol::Response response;
  response.status = status;
  response.body = base::encode_json(message);
  return response;
}

[[nodiscard]] inline protocol::Response to_response(int status, const protocol::NoContent&) {
  protocol::Response response;
  response.status = status;
  response.content_type.clear();
  return response;
}

[[nodiscard]] inline protocol::Response to_response(int status,
                                                    const protocol::Document& document) {
  protocol::Response response;
  response.status = status;
  response.body = document.json;
  return response;
}

[[nodiscard]] inline protocol::Response to_response(int status, const protocol::Picture& picture) {
  protocol::Response response;
  response.status = status;
  response.content_type = "image/jpeg";
  response.body = picture.bytes;
  response.tag = picture.tag;
  return response;
}

template <class Message>
[[nodiscard]] protocol::Response to_response(int status, const WithCookies<Message>& reply) {
  protocol::Response response = to_response(status, reply.message);
  response.cookies = reply.cookies;
  return response;
}

}  // namespace laurel::service::kernel
