#include <map>
#include <string>

#include <doctest/doctest.h>

#include "base/bytes.h"
#include "protocol/certificates.h"
#include "protocol/mail.h"
#include "protocol/members.h"
#include "protocol/newsletter.h"
#include "protocol/problem.h"
#include "service/kernel/guard.h"
#include "tests/support/backend.h"
#include "tests/support/png.h"

namespace laurel {
namespace {

using protocol::Method;
using tests::Backend;
using tests::Browser;

const std::string session_path = "/api/v1/ipma/session";

std::string sign_in_body(const Backend& backend) {
  return base::encode_json(
      protocol::SignInRequest{backend.sample.email, backend.sample.password, false});
}

TEST_CASE("promise 12: a foreign or opaque Origin is refused for everything that changes") {
  Backend backend;
  Browser browser(backend);
  REQUIRE(browser.sign_in(backend.sample.email, backend.sample.password).status == 200);
  for (const char* foreign : {"https://evil.example", "null", "https://desk.example.evil.example",
                              "http://desk.example", "https://desk.example:8443"}) {
    for (const Method method : {Method::post, Method::delete_}) {
      const auto response = browser.send({.method = method,
                                          .path = session_path,
                                          .content_type = "application/json",
                                          .origin = foreign,
                                          .body = sign_in_body(backend)});
      CHECK(response.status == 403);
    }
  }
  CHECK(browser.get(session_path).status == 200);  // nothing has happened
}

TEST_CASE("promise 12: without an Origin only a client without cookies may change anything") {
  Backend backend;
  protocol::Request request{.method = Method::post,
                            .path = session_path,
                            .content_type = "application/json",
                            .body = sign_in_body(backend)};
  CHECK(backend.send(request).status == 200);
  request.cookies = {{"__Host-laurel-ipma", "anything"}};
  CHECK(backend.send(request).status == 403);
}

TEST_CASE("promise 12: what an HTML form can send is refused") {
  Backend backend;
  Browser browser(backend);
  for (const char* type : {"text/plain", "application/x-www-form-urlencoded",
                           "multipart/form-data; boundary=x", "", "application/jsonp",
                           "text/plain; application/json"}) {
    const auto response = browser.send({.method = Method::post,
                                        .path = session_path,
                                        .content_type = type,
                                        .body = sign_in_body(backend)});
    CHECK(response.status == 403);
  }
  const auto response = browser.send({.method = Method::post,
                                      .path = session_path,
                                      .content_type = "Application/JSON; charset=utf-8",
                                      .body = sign_in_body(backend)});
  CHECK(response.status == 200);
}

TEST_CASE("promise 12: only what mail programs post may come from anywhere, and only as a form") {
  Backend backend;
  for (const service::kernel::Endpoint& endpoint : tests::api().endpoints()) {
    const bool open = endpoint.route.path == protocol::newsletter_one_click.path;
    CHECK((endpoint.accepts == service::kernel::Accepts::form_of_anybody) == open);
  }
  const auto status_of = [&](const char* type) {
    return backend
        .send({.method = Method::post,
               .path = protocol::path_of(protocol::newsletter_one_click, {"ipma", "made-up"}),
               .content_type = type,
               .origin = "https://evil.example",
               .body = "List-Unsubscribe=One-Click"})
        .status;
  };
  CHECK(status_of("application/x-www-form-urlencoded; charset=utf-8") == 410);
  CHECK(status_of("multipart/form-data; boundary=x") == 410);
  for (const char* type : {"", "text/plain", "application/json"}) CHECK(status_of(type) == 403);
}

/// A path of the route, with parameters that name something.
std::string filled(const protocol::Route& route, const std::string& verification = "x",
                   const std::string& member = "x", const std::string& photo = "x",
                   const std::string& number = "x") {
  const std::map<std::string_view, std::string_view> values = {
      {"{association}", "ipma"}, {"{session}", "x"}, {"{text}", "about"}, {"{words}", "risk"},
      {"{verification}", verification}, {"{privacy}", "public"}, {"{member}", member},
      {"{photo}", photo}, {"{number}", number}};
  std::string path(route.path);
  for (const auto& [name, value] : values) {
    if (const auto at = path.find(name); at != std::string::npos) {
      path.replace(at, name.size(), value);
    }
  }
  return path;
}

TEST_CASE("promise 12: no GET changes the store, but for when the session was seen") {
  Backend backend;
  Browser browser(backend);
  const auto signed_in = base::decode_json<protocol::SessionResponse>(
      browser.sign_in(backend.sample.email, backend.sample.password).body);
  REQUIRE(signed_in);
  const auto listed = base::decode_json<protocol::CertificatesResponse>(
      browser.get("/api/v1/ipma/certificates").body);
  REQUIRE(listed);
  const std::string verification = listed->certificates.at(0).verification;
  const std::string file = tests::png({}, {});
  const auto photo = base::decode_json<protocol::PhotoResponse>(
      browser
          .put("/api/v1/ipma/profile/photo",
               base::encode_json(protocol::PhotoUpload{"me.png", base::to_base64(file)}))
          .body);
  REQUIRE(photo);
  int endpoints_with_session = 0;
  for (const service::kernel::Endpoint& endpoint : tests::api().endpoints()) {
    if (endpoint.route.method != Method::get) continue;
    const bool closed = endpoint.route.path == protocol::dev_mailbox.path;
    const bool seen = endpoint.audience != protocol::Audience::visitor;
    if (seen) ++endpoints_with_session;
    const std::string path = filled(endpoint.route, verification, signed_in->member_id.value,
                                    photo->photo, listed->certificates.at(0).number);
    CAPTURE(path);
    backend.clock.advance(std::chrono::minutes(2));  // whatever depends on time is due
    const int puts = backend.store.counts.puts;
    const int erasures = backend.store.counts.erasures;
    CHECK(browser.get(path).status == (closed ? 404 : 200));
    CHECK(backend.store.counts.puts == puts + (seen ? 1 : 0));
    CHECK(browser.get(path).status == (closed ? 404 : 200));
    CHECK(backend.store.counts.puts == puts + (seen ? 1 : 0));
    CHECK(backend.store.counts.erasures == erasures);
  }
  CHECK(endpoints_with_session > 0);
}

TEST_CASE("promise 17: without a session every endpoint that needs one answers 401") {
  Backend backend;
  for (const service::kernel::Endpoint& endpoint : tests::api().endpoints()) {
    if (endpoint.audience == protocol::Audience::visitor) continue;
    const bool reads = endpoint.route.method == Method::get;
    protocol::Request request{.method = endpoint.route.method,
                              .path = filled(endpoint.route),
                              .content_type = reads ? "" : "application/json",
                              .body = reads ? "" : "{}"};
    CHECK(backend.send(request).status == 401);
  }
}

TEST_CASE("promise 18: a method that a path does not list gives 405 and the methods it does") {
  Backend backend;
  Browser browser(backend);
  const auto put = browser.send(
      {.method = Method::put, .path = session_path, .content_type = "application/json"});
  CHECK(put.status == 405);
  CHECK(put.allow == "POST, GET, DELETE");
  CHECK(put.content_type == "application/problem+json");
  CHECK(tests::api().refuse_method(session_path).status == 405);
  CHECK(tests::api().refuse_method("/api/v1/health").allow == "GET");
  CHECK(tests::api().refuse_method("/api/v1/nothing").status == 404);
}

TEST_CASE("unknown paths and associations are not found") {
  Backend backend;
  Browser browser(backend);
  for (const char* path :
       {"/", "", "/api/v1", "/api/v1/ipma", "/api/v1/ipma/session/", "/api/v1//session",
        "/api/v1/ipma/session/x", "/api/v1/other/session", "/api/v1/%69pma%00/session",
        "/api/v1/%FF/session", "/api/v1/%/session"}) {
    CHECK(browser.get(path).status == 404);
  }
  CHECK(browser.get("/api/v1/%69pma/session").status == 401);
}

TEST_CASE("what hashes a password is known by its path, and looking at a session does not") {
  CHECK(tests::api().work_of(Method::post, session_path) ==
        service::kernel::Work::hashes_passwords);
  CHECK(tests::api().work_of(Method::get, session_path) != service::kernel::Work::hashes_passwords);
  CHECK(tests::api().work_of(Method::post, "/api/v1/health") !=
        service::kernel::Work::hashes_passwords);
}

}  // namespace
}  // namespace laurel
