// A whole backend in memory, with the sample's members: for tests of the service and of what talks
// to it.
//
//   tests::Backend backend;
//   const protocol::Response response = backend.send(request);
//
//   tests::Browser browser(backend);             // keeps cookies, sends Origin as browsers do
//   browser.sign_in(backend.sample.email, backend.sample.password);
//   browser.get("/api/v1/ipma/dashboard").status == 200
#pragma once

#include <map>
#include <stdexcept>
#include <string>

#include "adapters/memory/memory_store.h"
#include "base/codec.h"
#include "protocol/accounts/session.h"
#include "service/api.h"
#include "service/catalogue/contents.h"
#include "service/kernel/services.h"
#include "service/sample.h"
#include "tests/support/counting_hasher.h"
#include "tests/support/counting_store.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_images.h"
#include "tests/support/files.h"
#include "tests/support/seeded_entropy.h"

namespace laurel::tests {

inline const std::string& origin() {
  static const std::string text = "https://desk.example";
  return text;
}

inline service::kernel::Config config() { return {.allowed_origins = {origin()}, .report = {}}; }

inline service::kernel::Associations sample_associations() {
  service::kernel::Associations associations;
  for (const char* id : {"ipma", "ima"}) {
    auto association = base::decode_json<domain::Association>(
        read_asset(std::string("assets/associations/") + id + ".json"));
    if (!association) throw std::runtime_error(association.error().context);
    associations[id] = std::move(*association);
  }
  return associations;
}

inline service::kernel::Contents sample_contents(
    const service::kernel::Associations& associations) {
  service::kernel::Contents contents;
  for (const auto& [id, association] : associations) {
    auto content =
        service::catalogue::read_content(read_asset("assets/content/" + id + ".json"), association);
    if (!content) throw std::runtime_error(content.error().context);
    contents[id] = std::move(*content);
  }
  return contents;
}

/// Made once, as hosts do.
inline const service::kernel::Api& api() {
  static const service::kernel::Api made = service::make_api();
  return made;
}

struct Backend {
  Backend() {
    auto login = service::load_sample(read_asset("assets/sample/members.json"), services);
    if (!login) throw std::runtime_error(login.error().context);
    sample = std::move(*login);
  }

  [[nodiscard]] protocol::Response send(const protocol::Request& request) {
    return api().handle(request, services);
  }

  adapters::memory::MemoryStore memory;
  CountingStore store{memory};
  FakeClock clock;
  SeededEntropy entropy;
  CountingHasher hasher;
  FakeImages images;
  const service::kernel::Associations associations = sample_associations();
  std::string reported;  // what the operator's log would hold
  service::kernel::Services services{
      store,
      clock,
      entropy,
      hasher,
      images,
      associations,
      {.allowed_origins = {origin()},
       .report = [this](const base::Error& e) { reported += e.context; }},
      sample_contents(associations)};
  service::SampleLogin sample;
};

/// One browser profile: cookies, address, user agent.
class Browser {
 public:
  explicit Browser(Backend& backend) : backend_(backend) {}

  protocol::Response send(protocol::Request request) {
    request.client_address = address;
    request.user_agent = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    if (request.origin.empty() && request.method != protocol::Method::get) {
      request.origin = origin();
    }
    for (const auto& [name, value] : cookies) request.cookies.push_back({name, value});
    protocol::Response response = backend_.send(request);
    for (const protocol::SetCookie& cookie : response.cookies) {
      if (cookie.max_age_s == 0) {
        cookies.erase(cookie.name);
      } else {
        cookies[cookie.name] = cookie.value;
      }
    }
    return response;
  }

  protocol::Response get(const std::string& path) { return send({.path = path}); }

  protocol::Response remove(const std::string& path, const std::string& key = "") {
    return send({.method = protocol::Method::delete_, .path = path, .idempotency_key = key});
  }

  protocol::Response post(const std::string& path, const std::string& body,
                          const std::string& key = "") {
    return send({.method = protocol::Method::post,
                 .path = path,
                 .content_type = "application/json",
                 .idempotency_key = key,
                 .body = body});
  }

  protocol::Response put(const std::string& path, const std::string& body,
                         const std::string& key = "") {
    return send({.method = protocol::Method::put,
                 .path = path,
                 .content_type = "application/json",
                 .idempotency_key = key,
                 .body = body});
  }

  protocol::Response sign_in(const std::string& email, const std::string& password,
                             bool remember = false, const std::string& key = "",
                             const std::string& association = "ipma") {
    return post("/api/v1/" + association + "/session",
                base::encode_json(protocol::SignInRequest{email, password, remember}), key);
  }

  std::map<std::string, std::string> cookies;
  std::string address = "192.0.2.1";

 private:
  Backend& backend_;
};

}  // namespace laurel::tests
