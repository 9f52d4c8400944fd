// The table of the API's endpoints: what `handle` looks up and the OpenAPI document lists.
#pragma once

#include <span>

#include "base/json_writer.h"
#include "protocol/problem.h"
#include "protocol/routes.h"
#include "service/kernel/call.h"
#include "service/kernel/guard.h"
#include "service/kernel/services.h"

namespace laurel::service {

using Handler = protocol::Response (*)(const kernel::Call&, kernel::Services&);
using SchemaWriter = void (*)(base::JsonWriter&);

inline constexpr std::size_t default_max_body_bytes = 64 * 1024;

enum class Needs { nobody, session };

struct Endpoint {
  const protocol::Route& route;
  Handler handler;
  int success_status = 200;
  SchemaWriter request = nullptr;   // of the body; null where there is none
  SchemaWriter response = nullptr;  // of the body; null where there is none
  std::string_view response_type = "application/json";
  Needs needs = Needs::nobody;      // for the description: handlers ask `require_session`
  bool hashes_passwords = false;
  bool decodes_pictures = false;
  std::size_t max_body_bytes = default_max_body_bytes;
  kernel::Accepts accepts = kernel::Accepts::json_of_our_pages;
};

[[nodiscard]] std::span<const Endpoint> endpoints();

// openapi.cpp
[[nodiscard]] protocol::Response read_openapi(const kernel::Call& call, kernel::Services& services);

}  // namespace laurel::service
