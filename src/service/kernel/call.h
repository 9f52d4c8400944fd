// One request on its way through the service, and the parts that most handlers need.
#pragma once

#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "base/codec.h"
#include "domain/association.h"
#include "protocol/http.h"
#include "service/kernel/problem.h"

namespace laurel::service::kernel {

struct Call {
  const protocol::Request& request;
  std::vector<std::string> parameters;      // of the path, in its order
  const domain::Association* association;   // of the path; null where the path names none
  std::size_t max_body_bytes;              // the endpoint's
};

/// A value, or what is answered instead of it.
template <class T>
using OrResponse = tl::expected<T, protocol::Response>;

/// The body as a message; else 400.
template <class T>
[[nodiscard]] OrResponse<T> read_body(const Call& call) {
  auto message = base::decode_json<T>(call.request.body, {.max_bytes = call.max_body_bytes});
  if (message) return std::move(*message);
  return tl::unexpected(malformed(message.error().context));
}

template <class T>
[[nodiscard]] protocol::Response reply(const T& message) {
  protocol::Response response;
  response.body = base::encode_json(message);
  return response;
}

/// Done, with nothing to tell.
[[nodiscard]] inline protocol::Response done(int status) {
  protocol::Response response;
  response.status = status;
  response.body = "{}";
  return response;
}

[[nodiscard]] inline protocol::Response no_content() {
  protocol::Response response;
  response.status = 204;
  response.content_type.clear();
  return response;
}

}  // namespace laurel::service::kernel
