
#include <atomic>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

#include "service/accounts/records.h"
#include "service/kernel/schema.h"
#include "service/store/keys.h"
#include "tests/support/accounts.h"

namespace laurel {
namespace {

using tests::Backend;
using tests::Browser;

TEST_CASE("promise 4: after ten wrong passwords 429 with Retry-After, also for the right one") {
  Backend backend;
  Browser guesser(backend);
  for (int i = 0; i < 10; ++i) {
    CHECK(guesser.sign_in(backend.sample.email, "wrong").status == 401);
  }
  const int verified = backend.hasher.verified;
  const auto refused = guesser.sign_in(backend.sample.email, "wrong");
  CHECK(refused.status == 429);
  CHECK(refused.retry_after_s == 180);
  CHECK(refused.body.find(R"("retry_after_s":180)") != std::string::npos);
  CHECK(guesser.sign_in(backend.sample.email, backend.sample.password).status == 429);
  CHECK(backend.hasher.verified == verified);

  backend.clock.advance(std::chrono::minutes(3));
  CHECK(guesser.sign_in(backend.sample.email, backend.sample.password).status == 200);
}

TEST_CASE("promise 4: an unknown e-mail address is limited in the same way") {
  Backend backend;
  Browser guesser(backend);
  for (int i = 0; i < 10; ++i) CHECK(guesser.sign_in("nobody@example.org", "x").status == 401);
  const auto refused = guesser.sign_in("nobody@example.org", "x");
  CHECK(refused.status == 429);
  CHECK(refused.retry_after_s == 180);
}

TEST_CASE("promise 4: the owner's own browser is never locked out by guesses of others") {
  Backend backend;
  Browser owner(backend);
  REQUIRE(owner.sign_in(backend.sample.email, backend.sample.password).status == 200);
  REQUIRE(owner.remove("/api/v1/ipma/session").status == 204);
  Browser guesser(backend);  // on the same network
  for (int i = 0; i < 11; ++i) static_cast<void>(guesser.sign_in(backend.sample.email, "wrong"));
  for (int i = 0; i < 60; ++i) {
    static_cast<void>(guesser.sign_in("n" + std::to_string(i) + "@example.org", "wrong"));
  }
  CHECK(guesser.sign_in("hanako.yamada@example.org", backend.sample.password).status == 429);
  CHECK(owner.sign_in(backend.sample.email, backend.sample.password).status == 200);

  SUBCASE("its own budget is limited as well") {
    for (int i = 0; i < 10; ++i) {
      CHECK(owner.sign_in(backend.sample.email, "wrong").status == 401);
    }
    CHECK(owner.sign_in(backend.sample.email, "wrong").status == 429);
  }
  SUBCASE("its cookie is worth nothing for another account") {
    CHECK(owner.sign_in("hanako.yamada@example.org", backend.sample.password).status == 429);
  }
  SUBCASE("a made-up cookie is worth nothing") {
    guesser.cookies["__Host-laurel-device-ipma"] = "made-up";
    CHECK(guesser.sign_in(backend.sample.email, backend.sample.password).status == 429);
  }
}

TEST_CASE("promise 4: a browser keeps its budget for each member who signs in with it") {
  Backend backend;
  Browser shared(backend);
  REQUIRE(shared.sign_in(backend.sample.email, backend.sample.password).status == 200);
  const std::string device = shared.cookies["__Host-laurel-device-ipma"];
  REQUIRE(shared.sign_in("hanako.yamada@example.org", backend.sample.password).status == 200);
  CHECK(shared.cookies["__Host-laurel-device-ipma"] == device);
  Browser guesser(backend);
  for (int i = 0; i < 11; ++i) static_cast<void>(guesser.sign_in(backend.sample.email, "wrong"));
  CHECK(shared.sign_in(backend.sample.email, backend.sample.password).status == 200);
}

/// Browsers in which somebody has signed in who knew the password.
std::vector<Browser> gather(Backend& backend, const std::string& password) {
  std::vector<Browser> gathered(20, Browser(backend));
  for (Browser& browser : gathered) {
    REQUIRE(browser.sign_in(backend.sample.email, password).status == 200);
  }
  return gathered;
}

int guesses_allowed(std::vector<Browser>& browsers, const std::string& email) {
  int allowed = 0;
  for (Browser& browser : browsers) {
    for (int i = 0; i < 2; ++i) allowed += browser.sign_in(email, "a guess").status == 401;
  }
  return allowed;
}

const std::string next_password = "blue-heron-at-dawn";

TEST_CASE("promise 4: browsers that knew a former password have no tries of their own") {
  Backend backend;
  const std::string& email = backend.sample.email;
  Browser owner(backend);
  REQUIRE(owner.sign_in(email, backend.sample.password).status == 200);
  auto gathered = gather(backend, backend.sample.password);
  backend.clock.advance(std::chrono::minutes(1));
  SUBCASE("after a change") {
    REQUIRE(tests::change_password(owner, backend.sample.password, next_password).status == 200);
  }
  SUBCASE("after a reset") {
    REQUIRE(tests::ask_for_reset(owner, email).status == 202);
    const std::string token = tests::token_in_mail(backend, "reset-password");
    REQUIRE(tests::choose_password(owner, token, next_password).status == 200);
  }
  // Somebody else's account, signed in to in all of them, makes them no newer.
  for (Browser& browser : gathered) {
    REQUIRE(browser.sign_in("hanako.yamada@example.org", backend.sample.password).status == 200);
  }
  CHECK(guesses_allowed(gathered, email) == 10);
  CHECK(owner.sign_in(email, next_password).status == 200);
}

TEST_CASE("promise 4: a browser counts again once it has signed in with the new password") {
  Backend backend;
  const std::string& email = backend.sample.email;
  Browser owner(backend);
  Browser phone(backend);
  REQUIRE(owner.sign_in(email, backend.sample.password).status == 200);
  REQUIRE(phone.sign_in(email, backend.sample.password).status == 200);
  const std::string device = phone.cookies["__Host-laurel-device-ipma"];
  backend.clock.advance(std::chrono::minutes(1));
  REQUIRE(tests::change_password(owner, backend.sample.password, next_password).status == 200);
  REQUIRE(phone.sign_in(email, next_password).status == 200);
  CHECK(phone.cookies["__Host-laurel-device-ipma"] == device);
  Browser guesser(backend);
  while (guesser.sign_in(email, "wrong").status == 401) {}
  CHECK(phone.sign_in(email, next_password).status == 200);
  for (const auto& record : tests::all_of<service::accounts::DeviceRecord>(backend)) {
    CHECK(record.accounts.size() == 1);
  }
}

TEST_CASE("promise 4: a browser without its cookie is known again when it changes the password") {
  Backend backend;
  const std::string& email = backend.sample.email;
  Browser owner(backend);
  REQUIRE(owner.sign_in(email, backend.sample.password).status == 200);
  owner.cookies.erase("__Host-laurel-device-ipma");
  REQUIRE(tests::change_password(owner, backend.sample.password, next_password).status == 200);
  Browser guesser(backend);
  while (guesser.sign_in(email, "wrong").status == 401) {}
  CHECK(owner.sign_in(email, next_password).status == 200);
}

TEST_CASE("promise 4: one network has fifty tries over all accounts, counted by /64 for IPv6") {
  Backend backend;
  for (int i = 0; i < 50; ++i) {
    Browser guesser(backend);
    guesser.address = "2001:db8:1:2:" + std::to_string(i + 1) + "::1";
    CHECK(guesser.sign_in("n" + std::to_string(i) + "@example.org", "x").status == 401);
  }
  Browser guesser(backend);
  guesser.address = "2001:db8:1:2:ffff::9";
  CHECK(guesser.sign_in("another@example.org", "x").status == 429);
  guesser.address = "2001:db8:1:3::9";
  CHECK(guesser.sign_in("another@example.org", "x").status == 401);
}

TEST_CASE("promise 4: 100 guesses at once never exceed the limit") {
  Backend backend;
  std::atomic<int> refused{0};
  std::atomic<int> wrong{0};
  std::vector<std::thread> threads;
  for (int i = 0; i < 100; ++i) {
    threads.emplace_back([&, i] {
      Browser guesser(backend);
      guesser.address = "198.51.100." + std::to_string(i);
      const int status = guesser.sign_in(backend.sample.email, "wrong").status;
      if (status == 429) ++refused;
      if (status == 401) ++wrong;
    });
  }
  for (auto& thread : threads) thread.join();
  CHECK(wrong == 10);
  CHECK(refused == 90);
  CHECK(backend.hasher.verified == 10);
}

TEST_CASE("promise 4: signing in well costs nothing of the budget") {
  Backend backend;
  Browser guesser(backend);
  for (int i = 0; i < 9; ++i) static_cast<void>(guesser.sign_in(backend.sample.email, "wrong"));
  for (int i = 0; i < 30; ++i) {
    Browser fresh(backend);
    CHECK(fresh.sign_in(backend.sample.email, backend.sample.password).status == 200);
  }
  CHECK(guesser.sign_in(backend.sample.email, "wrong").status == 401);
  CHECK(guesser.sign_in(backend.sample.email, "wrong").status == 429);
}

TEST_CASE("neither addresses nor e-mails of strangers are kept with the counts") {
  Backend backend;
  Browser guesser(backend);
  static_cast<void>(guesser.sign_in("stranger@example.net", "x"));
  REQUIRE(backend.memory.read([&](ports::Transaction& transaction) -> base::Status {
    const auto all = transaction.range(service::kernel::schema::rate_buckets,
                                       service::store::by_expiry, "", "\xFF", 100);
    REQUIRE(all->size() == 2);
    for (const auto& record : *all) {
      CHECK((record.id + record.document).find("stranger") == std::string::npos);
      CHECK((record.id + record.document).find("192.0.2") == std::string::npos);
    }
    return {};
  }));
}

}  // namespace
}  // namespace laurel
