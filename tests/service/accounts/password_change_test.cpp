// A signed-in member chooses another password.
#include <atomic>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

#include "base/bytes.h"
#include "service/accounts/records.h"
#include "tests/support/accounts.h"

namespace laurel {
namespace {

using namespace tests;
using protocol::ProblemCode;

const std::string session_path = "/api/v1/ipma/session";
const std::string cookie = "__Host-laurel-ipma";
const std::string chosen = "blue-heron-at-dawn";

/// Mara, signed in twice.
struct Desk {
  Desk() {
    REQUIRE(mara.sign_in(email(), password()).status == 200);
    REQUIRE(elsewhere.sign_in(email(), password()).status == 200);
  }
  [[nodiscard]] const std::string& email() const { return backend.sample.email; }
  [[nodiscard]] const std::string& password() const { return backend.sample.password; }

  Backend backend;
  Browser mara{backend};
  Browser elsewhere{backend};
};

TEST_CASE("promise 5: a password is changed with the current one alone, and the member is told") {
  Desk desk;
  CHECK(errors_in(change_password(desk.mara, "not it", chosen)) == "current_password wrong");
  CHECK(errors_in(change_password(desk.mara, "", chosen)) == "current_password missing");
  CHECK(mails(desk.backend).empty());
  CHECK(change_password(desk.mara, desk.password(), chosen).status == 200);
  Browser browser(desk.backend);
  CHECK(browser.sign_in(desk.email(), desk.password()).status == 401);
  CHECK(browser.sign_in(desk.email(), chosen).status == 200);
  const auto all = mails(desk.backend);
  REQUIRE(all.size() == 1);
  CHECK(all[0].to == desk.email());
  CHECK(all[0].subject == "Your my.ipma password was changed");
  CHECK(all[0].text.find("It was not you?") != std::string::npos);
  CHECK(all[0].text.find(chosen) == std::string::npos);
}

TEST_CASE("promise 5: a visitor changes no password, whatever they know") {
  Desk desk;
  Browser visitor(desk.backend);
  CHECK(problem_in(change_password(visitor, desk.password(), chosen)).code ==
        ProblemCode::not_signed_in);
  Browser outsider(desk.backend);
  REQUIRE(outsider.sign_in(desk.email(), desk.password(), false, "", "ima").status == 200);
  CHECK(change_password(outsider, desk.password(), chosen).status == 401);
  outsider.cookies[cookie] = outsider.cookies["__Host-laurel-ima"];
  CHECK(change_password(outsider, desk.password(), chosen).status == 401);
  CHECK(desk.mara.sign_in(desk.email(), desk.password()).status == 200);
}

TEST_CASE("promise 1: a new password follows the rule, with what is known of the member") {
  Desk desk;
  const auto errors = [&](const std::string& password) {
    return errors_in(change_password(desk.mara, desk.password(), password));
  };
  CHECK(errors("7 signs") == "new_password too_short");
  CHECK(errors("password1") == "new_password too_common");
  CHECK(errors("Mara-Lind-26") == "new_password too_personal");
  CHECK(errors("mara.lind@example") == "new_password too_personal");
  CHECK(errors("my.ipma 2026") == "new_password too_personal");
  CHECK(errors("") == "new_password missing");
  CHECK(errors_in(change_password(desk.mara, "", "short")) ==
        "new_password too_short, current_password missing");
  CHECK(desk.backend.hasher.verified == 2);  // the two sign-ins alone
  const std::string long_one = std::string(62, 'x') + " y";
  CHECK(change_password(desk.mara, desk.password(), long_one).status == 200);
  CHECK(desk.mara.sign_in(desk.email(), long_one.substr(0, 63)).status == 401);
  CHECK(desk.mara.sign_in(desk.email(), long_one).status == 200);
}

TEST_CASE("promise 9: this browser's session goes on under a new token, which is kept as a hash") {
  Desk desk;
  const std::string before = desk.mara.cookies[cookie];
  const auto sessions = desk.mara.get("/api/v1/ipma/sessions").body;
  const auto response = change_password(desk.mara, desk.password(), chosen);
  REQUIRE(response.cookies.size() == 2);  // and the device's
  const std::string after = desk.mara.cookies[cookie];
  CHECK(after != before);
  CHECK(after.size() == 43);  // 256 bits
  CHECK(response.body.find(after) == std::string::npos);
  CHECK(desk.mara.get(session_path).status == 200);
  const auto left = all_of<service::accounts::SessionRecord>(desk.backend);
  REQUIRE(left.size() == 1);
  CHECK(left[0].token_hash == base::to_hex(desk.backend.hasher.sha256(after)));
  CHECK(base::encode_json(left[0]).find(after) == std::string::npos);
  CHECK(sessions.find(left[0].session_id) != std::string::npos);  // the same session in the list
  Browser thief(desk.backend);
  thief.cookies[cookie] = before;
  CHECK(thief.get(session_path).status == 401);
}

TEST_CASE("promise 11: a remembered session stays remembered, and no longer than from signing in") {
  Desk desk;
  REQUIRE(desk.mara.sign_in(desk.email(), desk.password(), true).status == 200);
  const auto none = change_password(desk.elsewhere, desk.password(), "first-" + chosen);
  REQUIRE(none.cookies.size() == 2);
  CHECK_FALSE(none.cookies[0].max_age_s);
  REQUIRE(desk.mara.sign_in(desk.email(), "first-" + chosen, true).status == 200);
  desk.backend.clock.advance(std::chrono::hours(24));
  const auto remembered = change_password(desk.mara, "first-" + chosen, chosen);
  REQUIRE(remembered.cookies.size() == 2);
  CHECK(remembered.cookies[0].max_age_s == 89 * 24 * 3600);
}

TEST_CASE("promise 10: every other session ends at once") {
  Desk desk;
  REQUIRE(change_password(desk.mara, desk.password(), chosen).status == 200);
  CHECK(desk.elsewhere.get(session_path).status == 401);
  CHECK(desk.mara.get(session_path).status == 200);
}

TEST_CASE("promise 13: a change of password ends links to choose one, and to change the address") {
  Desk desk;
  REQUIRE(ask_for_reset(desk.elsewhere, desk.email()).status == 202);
  const std::string reset = token_in_mail(desk.backend, "reset-password");
  const std::string address = email_change_token(desk.backend, desk.mara, "mara.new@example.org");
  REQUIRE(change_password(desk.mara, desk.password(), chosen).status == 200);
  CHECK(choose_password(desk.elsewhere, reset, "red-heron-at-night").status == 410);
  CHECK(confirm_email(desk.mara, address).status == 410);
  REQUIRE(ask_for_reset(desk.elsewhere, desk.email()).status == 202);
}

TEST_CASE("promise 4: wrong current passwords count as tries to sign in; others lock nobody out") {
  Desk desk;
  int status = 0;
  int wrong = 0;
  while ((status = change_password(desk.mara, "a guess", chosen).status) == 400) ++wrong;
  CHECK(status == 429);
  CHECK(wrong == 10);
  const auto refused = change_password(desk.mara, desk.password(), chosen);
  CHECK(refused.status == 429);
  CHECK(refused.retry_after_s);
  CHECK(desk.mara.sign_in(desk.email(), desk.password()).status == 429);  // the same budget
  CHECK(change_password(desk.elsewhere, desk.password(), chosen).status == 200);  // another's
}

TEST_CASE("promise 4: a stolen session without the browser's own cookie uses up strangers' budget") {
  Desk desk;
  Browser thief(desk.backend);
  thief.cookies[cookie] = desk.mara.cookies[cookie];
  while (change_password(thief, "a guess", chosen).status == 400) {}
  CHECK(change_password(thief, desk.password(), chosen).status == 429);
  CHECK(change_password(desk.mara, desk.password(), chosen).status == 200);
}

TEST_CASE("promise 4: 100 guesses at once never exceed the limit") {
  Desk desk;
  std::atomic<int> wrong{0};
  std::vector<std::thread> threads;
  const auto cookies = desk.mara.cookies;
  for (int i = 0; i < 100; ++i) {
    threads.emplace_back([&] {
      Browser browser(desk.backend);
      browser.cookies = cookies;
      if (change_password(browser, "a guess", chosen).status == 400) ++wrong;
    });
  }
  for (auto& thread : threads) thread.join();
  CHECK(wrong == 10);
}

TEST_CASE("promise 4: a right password costs no try") {
  Desk desk;
  std::string now = desk.password();
  for (int i = 0; i < 15; ++i) {
    const std::string next = chosen + " " + std::to_string(i);
    CHECK(change_password(desk.mara, now, next).status == 200);
    now = next;
  }
}

TEST_CASE("promise 14: the password and its mail are written together, or neither is") {
  Desk desk;
  const int before = desk.backend.store.counts.write_transactions;
  REQUIRE(change_password(desk.mara, desk.password(), chosen).status == 200);
  CHECK(desk.backend.store.counts.write_transactions == before + 2);  // the try, and all the rest
  desk.backend.store.writes_fail = true;
  CHECK(change_password(desk.mara, chosen, "red-heron-at-night").status == 503);
  desk.backend.store.writes_fail = false;
  CHECK(mails(desk.backend).size() == 1);
  CHECK(desk.mara.get(session_path).status == 200);
  CHECK(desk.mara.sign_in(desk.email(), chosen).status == 200);
}

TEST_CASE("promise 16: a repeat whose first reply was lost gets a token, and changes nothing again") {
  Desk desk;
  const auto cookies = desk.mara.cookies;
  REQUIRE(change_password(desk.mara, desk.password(), chosen, "key").status == 200);
  const std::string first = desk.mara.cookies[cookie];
  desk.mara.cookies = cookies;  // as if the reply had not arrived
  CHECK(desk.mara.get(session_path).status == 401);
  CHECK(change_password(desk.mara, desk.password(), "red-heron-at-night", "key").status == 422);
  const auto repeat = change_password(desk.mara, desk.password(), chosen, "key");
  CHECK(repeat.status == 200);
  CHECK(desk.mara.get(session_path).status == 200);
  CHECK(desk.mara.cookies[cookie] != first);
  CHECK(mails(desk.backend).size() == 1);
  CHECK(all_of<service::accounts::SessionRecord>(desk.backend).size() == 1);
  Browser thief(desk.backend);  // who has the old token and the key, and not the password
  thief.cookies[cookie] = cookies.at(cookie);
  CHECK(change_password(thief, desk.password(), "a guess at it", "key").status == 422);
}

TEST_CASE("promise 16: nothing is kept of a refusal; a session that has ended is not brought back") {
  Desk desk;
  CHECK(change_password(desk.mara, "not it", chosen, "key").status == 400);
  const auto cookies = desk.mara.cookies;
  CHECK(change_password(desk.mara, desk.password(), chosen, "key").status == 200);
  REQUIRE(desk.mara.remove(session_path).status == 204);
  desk.mara.cookies = cookies;
  CHECK(change_password(desk.mara, desk.password(), chosen, "key").status == 401);
  CHECK(all_of<service::accounts::SessionRecord>(desk.backend).empty());
}

TEST_CASE("of two changes at once in one browser one is made") {
  Desk desk;
  std::atomic<int> made{0};
  std::vector<std::thread> threads;
  const auto cookies = desk.mara.cookies;
  for (int i = 0; i < 8; ++i) {
    threads.emplace_back([&, i] {
      Browser browser(desk.backend);
      browser.cookies = cookies;
      const std::string mine = chosen + " " + std::to_string(i);
      if (change_password(browser, desk.password(), mine).status == 200) ++made;
    });
  }
  for (auto& thread : threads) thread.join();
  CHECK(made == 1);
  CHECK(mails(desk.backend).size() == 1);
  CHECK(all_of<service::accounts::SessionRecord>(desk.backend).size() == 1);
}

TEST_CASE("promise 19: bodies that are no change of password are refused") {
  Desk desk;
  for (const char* body : {"", "{}", "[]", R"({"current_password":1,"new_password":"x"})"}) {
    CHECK(desk.mara.post("/api/v1/ipma/password", body).status == 400);
  }
}

}  // namespace
}  // namespace laurel
