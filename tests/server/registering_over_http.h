// Registering over HTTP, up to the mail.
//
//   register_over_http(server.port(), "ana.kos@example.org");
#pragma once

#include <string>

#include <doctest/doctest.h>

#include "base/codec.h"
#include "protocol/accounts/registration.h"
#include "tests/server/raw_client.h"

namespace laurel::tests {

/// As the page of association ipma posts. No answer and no link may depend on the Host header.
inline RawReply post_json(int port, const std::string& path, const std::string& body) {
  RawClient client(port);
  client.send("POST /api/v1/ipma/" + path + " HTTP/1.1\r\nHost: evil.example\r\n" +
              "Content-Type: application/json\r\nOrigin: http://localhost:" +
              std::to_string(port) + "\r\nContent-Length: " + std::to_string(body.size()) +
              "\r\n\r\n" + body);
  return client.receive();
}

inline void register_over_http(int port, const std::string& email) {
  const RawReply first =
      post_json(port, "registrations",
                base::encode_json(protocol::RegistrationRequest{
                    "Ana", "Kos", email, "SI", "blue-heron-at-dawn", "2026-11"}));
  REQUIRE(first.status == 201);
  const auto begun = base::decode_json<protocol::RegistrationResponse>(first.body);
  REQUIRE(begun);
  const protocol::RegistrationCompletion completion{begun->registration, {}, false};
  CHECK(post_json(port, "registrations/complete", base::encode_json(completion)).status == 202);
}

}  // namespace laurel::tests
