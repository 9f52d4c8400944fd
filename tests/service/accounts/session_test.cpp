#include <doctest/doctest.h>

#include "protocol/problem.h"
#include "service/accounts/schema.h"
#include "service/store/keys.h"
#include "tests/support/backend.h"

namespace laurel {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using tests::Backend;
using tests::Browser;

const std::string session_path = "/api/v1/ipma/session";
const std::string sessions_path = "/api/v1/ipma/sessions";

void sign_in(Browser& browser, const Backend& backend, bool remember = false) {
  REQUIRE(browser.sign_in(backend.sample.email, backend.sample.password, remember).status == 200);
}

protocol::SessionsResponse sessions_of(Browser& browser) {
  const auto response = browser.get(sessions_path);
  REQUIRE(response.status == 200);
  auto sessions = base::decode_json<protocol::SessionsResponse>(response.body);
  REQUIRE(sessions);
  return *sessions;
}

TEST_CASE("promise 10: after signing out the token is worth nothing, at once") {
  Backend backend;
  Browser browser(backend);
  sign_in(browser, backend);
  Browser thief(backend);
  thief.cookies = browser.cookies;
  const auto response = browser.remove(session_path);
  CHECK(response.status == 204);
  CHECK(response.body.empty());
  REQUIRE(response.cookies.size() == 1);
  CHECK(response.cookies[0].max_age_s == 0);
  CHECK(thief.get(session_path).status == 401);
  CHECK(thief.get("/api/v1/ipma/dashboard").status == 401);
  CHECK(thief.get(sessions_path).status == 401);
  CHECK(browser.remove(session_path).status == 204);  // again, with no session
}

TEST_CASE("promise 10: a deleted account's session is over at once") {
  Backend backend;
  Browser browser(backend);
  sign_in(browser, backend);
  const auto member = base::decode_json<protocol::SessionResponse>(browser.get(session_path).body);
  REQUIRE(member);
  REQUIRE(backend.memory.write([&](ports::Transaction& transaction) {
    return transaction.erase(service::accounts::schema::accounts, member->member_id.value);
  }));
  CHECK(browser.get(session_path).status == 401);
}

TEST_CASE("promise 11: a session ends after 30 minutes without use") {
  Backend backend;
  Browser browser(backend);
  sign_in(browser, backend);
  for (int i = 0; i < 5; ++i) {
    backend.clock.advance(minutes(29));
    CHECK(browser.get(session_path).status == 200);
  }
  backend.clock.advance(minutes(30));
  CHECK(browser.get(session_path).status == 401);
}

TEST_CASE("promise 11: a session ends after 12 hours, however busy") {
  Backend backend;
  Browser browser(backend);
  sign_in(browser, backend);
  for (int i = 0; i < 12 * 60 / 20 - 1; ++i) {
    backend.clock.advance(minutes(20));
    REQUIRE(browser.get(session_path).status == 200);
  }
  backend.clock.advance(minutes(20));
  CHECK(browser.get(session_path).status == 401);
}

TEST_CASE("promise 11: a remembered session ends after 14 days without use, or after 90 days") {
  Backend backend;
  Browser browser(backend);
  sign_in(browser, backend, true);
  for (int i = 0; i < 6; ++i) {
    backend.clock.advance(hours(24 * 14 - 1));
    REQUIRE(browser.get(session_path).status == 200);
  }
  backend.clock.advance(hours(24 * 7));
  CHECK(browser.get(session_path).status == 401);

  sign_in(browser, backend, true);
  backend.clock.advance(hours(24 * 14));
  CHECK(browser.get(session_path).status == 401);
}

TEST_CASE("promise 11: the member lists sessions and ends one of them") {
  Backend backend;
  Browser desk(backend);
  Browser phone(backend);
  sign_in(desk, backend);
  backend.clock.advance(minutes(2));
  sign_in(phone, backend, true);

  const auto listed = sessions_of(phone).sessions;
  REQUIRE(listed.size() == 2);
  CHECK(listed[0].current);
  CHECK_FALSE(listed[1].current);
  CHECK(listed[1].device == "Firefox on Linux");
  CHECK(listed[0].signed_in - listed[1].signed_in == minutes(2));

  // The listed id is no token.
  Browser thief(backend);
  thief.cookies["__Host-laurel-ipma"] = listed[1].session_id;
  CHECK(thief.get(session_path).status == 401);

  CHECK(phone.remove(sessions_path + "/" + listed[1].session_id).status == 204);
  CHECK(desk.get(session_path).status == 401);
  CHECK(phone.get(session_path).status == 200);
  CHECK(sessions_of(phone).sessions.size() == 1);

  const auto own = phone.remove(sessions_path + "/" + listed[0].session_id);
  CHECK(own.status == 204);
  REQUIRE(own.cookies.size() == 1);
  CHECK(phone.get(session_path).status == 401);
}

TEST_CASE("promise 17: another member's session is not found") {
  Backend backend;
  Browser mara(backend);
  Browser hanako(backend);
  sign_in(mara, backend);
  REQUIRE(hanako.sign_in("hanako.yamada@example.org", backend.sample.password).status == 200);
  const std::string id = sessions_of(mara).sessions[0].session_id;
  CHECK(hanako.remove(sessions_path + "/" + id).status == 404);
  CHECK(hanako.remove(sessions_path + "/no-such-session").status == 404);
  CHECK(mara.get(session_path).status == 200);
}

TEST_CASE("promise 10: being seen does not bring back a session that was signed out meanwhile") {
  Backend backend;
  Browser browser(backend);
  sign_in(browser, backend);
  Browser other_tab(backend);
  other_tab.cookies = browser.cookies;
  backend.clock.advance(minutes(1));
  int signed_out = 0;
  backend.store.before_next_write = [&] { signed_out = other_tab.remove(session_path).status; };
  CHECK(browser.get(session_path).status == 200);  // it was read before
  CHECK(signed_out == 204);
  CHECK(browser.get(session_path).status == 401);
}

TEST_CASE("being seen is written at most once a minute") {
  Backend backend;
  Browser browser(backend);
  sign_in(browser, backend);
  const int puts = backend.store.counts.puts;
  for (int i = 0; i < 10; ++i) REQUIRE(browser.get(session_path).status == 200);
  CHECK(backend.store.counts.puts == puts);
  backend.clock.advance(minutes(1));
  for (int i = 0; i < 10; ++i) REQUIRE(browser.get(session_path).status == 200);
  CHECK(backend.store.counts.puts == puts + 1);
}

TEST_CASE("sessions that are over are cleared away as new ones come") {
  Backend backend;
  for (int i = 0; i < 3; ++i) {
    Browser browser(backend);
    sign_in(browser, backend);
  }
  backend.clock.advance(hours(13));
  Browser browser(backend);
  sign_in(browser, backend);
  std::size_t left = 0;
  REQUIRE(backend.memory.read([&](ports::Transaction& transaction) -> base::Status {
    const auto all = transaction.range(service::accounts::schema::sessions,
                                       service::store::by_expiry, "", "\xFF", 100);
    left = all->size();
    return {};
  }));
  CHECK(left == 1);
}

}  // namespace
}  // namespace laurel
