
#include <atomic>
#include <thread>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "service/kernel/services.h"
#include "tests/support/backend.h"

namespace laurel {
namespace {

using tests::Backend;
using tests::Browser;

const std::string session_path = "/api/v1/ipma/session";

std::string other_session(Browser& browser) {
  const auto sessions =
      base::decode_json<protocol::SessionsResponse>(browser.get("/api/v1/ipma/sessions").body);
  REQUIRE(sessions);
  for (const auto& session : sessions->sessions) {
    if (!session.current) return session.session_id;
  }
  return {};
}

struct TwoSessions {
  TwoSessions() {
    Browser other(backend);
    REQUIRE(other.sign_in(backend.sample.email, backend.sample.password).status == 200);
    REQUIRE(browser.sign_in(backend.sample.email, backend.sample.password, true).status == 200);
    path = "/api/v1/ipma/sessions/" + other_session(browser);
  }
  Backend backend;
  Browser browser{backend};
  std::string path;  // of the other session
};

TEST_CASE("promise 16: the same request with the same key gets the stored reply") {
  TwoSessions two;
  CHECK(two.browser.remove(two.path, "\"key-1\"").status == 204);
  const int erasures = two.backend.store.counts.erasures;
  CHECK(two.browser.remove(two.path, "\"key-1\"").status == 204);
  CHECK(two.browser.remove(two.path, "key-1").status == 204);  // quotes are no part of the key
  CHECK(two.backend.store.counts.erasures == erasures);
  CHECK(two.browser.remove(two.path, "key-2").status == 404);
  CHECK(two.browser.remove(two.path, "key-2").status == 404);
}

TEST_CASE("promise 16: another request with the same key is refused with 422") {
  TwoSessions two;
  CHECK(two.browser.remove(two.path, "key-1").status == 204);
  CHECK(two.browser.remove("/api/v1/ipma/sessions/other", "key-1").status == 422);
}

TEST_CASE("promise 16: the same key of another member is another key") {
  TwoSessions two;
  CHECK(two.browser.remove(two.path, "key-1").status == 204);
  Browser hanako(two.backend);
  REQUIRE(hanako.sign_in("hanako.yamada@example.org", two.backend.sample.password).status == 200);
  CHECK(hanako.remove("/api/v1/ipma/sessions/other", "key-1").status == 404);
}

TEST_CASE("promise 16: kept for 24 hours and more, then forgotten") {
  TwoSessions two;
  CHECK(two.browser.remove(two.path, "key-1").status == 204);
  two.backend.clock.advance(std::chrono::hours(25));
  CHECK(two.browser.remove(two.path, "key-1").status == 204);
  two.backend.clock.advance(std::chrono::hours(24));
  CHECK(two.browser.remove(two.path, "key-1").status == 404);
}

TEST_CASE("promise 16: while the first is in flight the second gets 409") {
  Backend backend;
  const std::string body = base::encode_json(
      protocol::SignInRequest{backend.sample.email, backend.sample.password, false});
  struct Slow final : ports::Hasher {
    explicit Slow(ports::Hasher& hasher) : inner(hasher) {}
    base::Result<std::string> hash_password(std::string_view p) override {
      return inner.hash_password(p);
    }
    bool verify_password(std::string_view phc, std::string_view p) override {
      if (const auto once = std::exchange(meanwhile, nullptr)) once();
      return inner.verify_password(phc, p);
    }
    bool needs_rehash(std::string_view phc) override { return inner.needs_rehash(phc); }
    std::string sha256(std::string_view bytes) override { return inner.sha256(bytes); }
    ports::Hasher& inner;
    std::function<void()> meanwhile;
  } slow(backend.hasher);
  service::kernel::Services services(backend.store, backend.clock, backend.entropy, slow,
                                     backend.images, backend.associations, tests::config());
  const protocol::Request request{.method = protocol::Method::post,
                                  .path = session_path,
                                  .content_type = "application/json",
                                  .idempotency_key = "k",
                                  .body = body};
  int second = 0;
  slow.meanwhile = [&] {
    second = tests::api().handle(request, services).status;
  };
  CHECK(tests::api().handle(request, services).status == 200);
  CHECK(second == 409);
  CHECK(tests::api().handle(request, services).status == 200);  // the key is free again
}

TEST_CASE("promise 16: the record commits with the effect, or neither does") {
  TwoSessions two;
  two.backend.store.writes_fail = true;
  CHECK(two.browser.remove(two.path, "key-1").status == 503);
  two.backend.store.writes_fail = false;
  CHECK(two.browser.remove(two.path, "key-1").status == 204);
}

TEST_CASE("promise 16: signing out twice with the same key is one sign-out") {
  Backend backend;
  Browser browser(backend);
  REQUIRE(browser.sign_in(backend.sample.email, backend.sample.password).status == 200);
  const auto cookies = browser.cookies;
  CHECK(browser.remove(session_path, "out").status == 204);
  browser.cookies = cookies;  // the reply had got lost
  const int erasures = backend.store.counts.erasures;
  CHECK(browser.remove(session_path, "out").status == 204);
  CHECK(backend.store.counts.erasures == erasures);
  CHECK(browser.cookies.count("__Host-laurel-ipma") == 0);
}

TEST_CASE("a key that is no key is malformed") {
  TwoSessions two;
  for (const std::string& key : {std::string("\"\""), std::string("a b"), std::string("é"),
                                 std::string(256, 'k'), std::string("a\nb")}) {
    CHECK(two.browser.remove(two.path, key).status == 400);
  }
  CHECK(two.browser.remove(two.path, std::string(255, 'k')).status == 204);
}

TEST_CASE("promise 16: twenty identical requests at once take effect once") {
  TwoSessions two;
  const auto cookies = two.browser.cookies;
  std::atomic<int> done{0};
  std::atomic<int> in_flight{0};
  std::atomic<int> other{0};
  std::vector<std::thread> threads;
  for (int i = 0; i < 20; ++i) {
    threads.emplace_back([&] {
      Browser browser(two.backend);
      browser.cookies = cookies;
      const int status = browser.remove(two.path, "same").status;
      ++(status == 204 ? done : status == 409 ? in_flight : other);
    });
  }
  for (auto& thread : threads) thread.join();
  CHECK(done >= 1);
  CHECK(other == 0);
  CHECK(two.backend.store.counts.erasures == 1);
}

}  // namespace
}  // namespace laurel
