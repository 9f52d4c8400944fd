#include "server/router.h"

#include <condition_variable>
#include <future>
#include <mutex>
#include <new>
#include <utility>

#include <doctest/doctest.h>

#include "server/well_known.h"
#include "service/kernel/services.h"
#include "tests/support/backend.h"

namespace laurel::server {
namespace {

HttpReply ask(Router& router, HttpRequest request) {
  std::promise<HttpReply> reply;
  router.respond(std::move(request), [&](HttpReply answered) { reply.set_value(answered); });
  return reply.get_future().get();
}

std::string header(const HttpReply& reply, const std::string& name) {
  for (const auto& [key, value] : reply.headers) {
    if (key == name) return value;
  }
  return {};
}

TEST_CASE("promise 18: X-Forwarded-For counts only when it comes from a configured proxy") {
  HttpRequest request;
  request.peer_address = "203.0.113.9";
  request.headers = {{"x-forwarded-for", "198.51.100.1, 192.0.2.5"},
                     {"X-Forwarded-For", "10.0.0.2"}};
  CHECK(client_address(request, {}) == "203.0.113.9");
  CHECK(client_address(request, {"10.0.0.2"}) == "203.0.113.9");
  CHECK(client_address(request, {"203.0.113.9"}) == "10.0.0.2");
  CHECK(client_address(request, {"203.0.113.9", "10.0.0.2"}) == "192.0.2.5");
  CHECK(client_address(request, {"203.0.113.9", "10.0.0.2", "192.0.2.5", "198.51.100.1"}) ==
        "198.51.100.1");
  request.headers.clear();
  CHECK(client_address(request, {"203.0.113.9"}) == "203.0.113.9");
}

TEST_CASE("promise 35: when a queue for hashing or pictures is full the answer is 503, and when") {
  tests::Backend backend;
  const StaticSite site;
  WorkerPool workers(1, 10);
  WorkerPool full(1, 0);
  Router router(tests::api(), backend.services, site, workers, full, full, {});
  HttpRequest sign_in;
  sign_in.method = "POST";
  sign_in.target = "/api/v1/ipma/session";
  const HttpReply refused = ask(router, sign_in);
  CHECK(refused.status == 503);
  CHECK_FALSE(header(refused, "Retry-After").empty());

  HttpRequest photo = sign_in;
  photo.method = "PUT";
  photo.target = "/api/v1/ipma/profile/photo";
  CHECK(ask(router, photo).status == 503);

  HttpRequest health;
  health.method = "GET";
  health.target = "/api/v1/health?probe=1";
  CHECK(ask(router, health).status == 200);
}

TEST_CASE("what a library throws is answered with 503, and the log says what it was") {
  tests::Backend backend;
  const StaticSite site;
  WorkerPool workers(1, 10);
  Router router(tests::api(), backend.services, site, workers, workers, workers, {});
  HttpRequest sign_in;
  sign_in.method = "POST";
  sign_in.target = "/api/v1/ipma/session";
  sign_in.headers = {{"Content-Type", "application/json"}, {"Origin", tests::origin()}};
  sign_in.body = base::encode_json(
      protocol::SignInRequest{backend.sample.email, backend.sample.password, false});

  backend.store.before_next_write = [] { static_cast<void>(std::string("a").substr(2)); };
  const HttpReply mistake = ask(router, sign_in);
  CHECK(mistake.status == 503);
  CHECK(mistake.body->find("substr") == std::string::npos);
  CHECK(backend.reported.rfind("unexpected exception: basic_string", 0) == 0);

  backend.reported.clear();
  backend.store.before_next_write = [] { throw std::bad_alloc(); };
  CHECK(ask(router, sign_in).status == 503);
  CHECK(backend.reported == "out of memory");

  CHECK(ask(router, sign_in).status == 200);
}

TEST_CASE("password managers are led to where a password is changed") {
  const tests::Backend backend;
  HttpRequest request;
  request.method = "GET";
  request.target = "/.well-known/change-password";
  adapters::memory::MemoryStore store;
  tests::FakeClock clock;
  tests::SeededEntropy entropy;
  tests::CountingHasher hasher;
  tests::FakeImages images;
  const service::kernel::Associations one = {*backend.associations.find("ipma")};
  for (const auto& [associations, wanted] :
       {std::pair{&one, "https://desk.example/some/path/ipma/#/forgot-password"},
        std::pair{&backend.associations, "https://desk.example/some/path/change-password/"}}) {
    const service::kernel::Services services(
        store, clock, entropy, hasher, images, *associations,
        {.allowed_origins = {}, .report = {}, .public_address = "https://desk.example/some/path/"});
    const auto reply = well_known_reply(request, services);
    REQUIRE(reply);
    CHECK(reply->status == 302);
    CHECK(header(*reply, "Location") == wanted);
  }
  request.target = "/.well-known/anything-else";
  CHECK_FALSE(well_known_reply(request, backend.services));
}

TEST_CASE("a pool runs what it takes, and takes no more than it may") {
  std::mutex mutex;
  std::condition_variable changed;
  bool open = false;
  bool running = false;
  int done = 0;
  {
    WorkerPool pool(1, 2);
    const auto task = [&] {
      std::unique_lock lock(mutex);
      running = true;
      changed.notify_all();
      changed.wait(lock, [&] { return open; });
      ++done;
      changed.notify_all();
    };
    CHECK(pool.submit(task));
    {
      std::unique_lock lock(mutex);
      changed.wait(lock, [&] { return running; });
    }
    CHECK(pool.submit(task));
    CHECK(pool.submit(task));
    CHECK_FALSE(pool.submit(task));
    std::unique_lock lock(mutex);
    open = true;
    changed.notify_all();
    changed.wait(lock, [&] { return done == 3; });
  }
  CHECK(done == 3);
}

}  // namespace
}  // namespace laurel::server
