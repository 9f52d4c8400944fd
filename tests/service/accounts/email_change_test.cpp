// A signed-in member takes another e-mail address.
#include <atomic>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

#include "service/accounts/link_records.h"
#include "service/accounts/records.h"
#include "tests/support/accounts.h"

namespace laurel {
namespace {

using namespace tests;
using protocol::ProblemCode;

const std::string session_path = "/api/v1/ipma/session";
const std::string cookie = "__Host-laurel-ipma";
const std::string wanted = "mara.new@example.org";
const std::string others = "hanako.yamada@example.org";

/// Mara, signed in.
struct Desk {
  Desk() { REQUIRE(mara.sign_in(email(), password()).status == 200); }
  [[nodiscard]] const std::string& email() const { return backend.sample.email; }
  [[nodiscard]] const std::string& password() const { return backend.sample.password; }
  std::string token(const std::string& to = wanted) {
    return email_change_token(backend, mara, to);
  }

  Backend backend;
  Browser mara{backend};
};

/// The address of who is signed in.
std::string address_of(Browser& browser) {
  const auto response = browser.get(session_path);
  REQUIRE(response.status == 200);
  return base::decode_json<protocol::SessionResponse>(response.body)->email;
}

TEST_CASE("promise 5: an e-mail address changes with the password and a mail to both addresses") {
  Desk desk;
  CHECK(errors_in(change_email(desk.mara, wanted, "not it")) == "current_password wrong");
  CHECK(errors_in(change_email(desk.mara, wanted, "")) == "current_password missing");
  CHECK(mails(desk.backend).empty());
  CHECK(change_email(desk.mara, " Mara.New@Example.org ", desk.password()).status == 202);
  CHECK(address_of(desk.mara) == desk.email());
  REQUIRE(mails(desk.backend).size() == 2);
  CHECK(mail_to(desk.backend, wanted).subject == "Confirm your new e-mail address for my.ipma");
  CHECK(mail_to(desk.backend, desk.email()).subject ==
        "A new e-mail address for your my.ipma account");
  CHECK(mail_to(desk.backend, desk.email()).text.find("email/confirm") == std::string::npos);

  desk.backend.clock.advance(std::chrono::minutes(1));
  CHECK(confirm_email(desk.mara, confirmation_in_mail(desk.backend, wanted)).status == 200);
  CHECK(address_of(desk.mara) == wanted);
  CHECK(mails(desk.backend).size() == 3);
  CHECK(mail_to(desk.backend, desk.email()).subject ==
        "The e-mail address of your my.ipma account was changed");
  CHECK(mail_to(desk.backend, desk.email()).text.find("support@") != std::string::npos);
  Browser browser(desk.backend);
  CHECK(browser.sign_in(desk.email(), desk.password()).status == 401);
  CHECK(browser.sign_in(wanted, desk.password()).status == 200);
}

TEST_CASE("an address that is the member's already or none at all is told at its field") {
  Desk desk;
  const auto errors = [&](const std::string& email) {
    return errors_in(change_email(desk.mara, email, desk.password()));
  };
  CHECK(errors(desk.email()) == "email unchanged");
  CHECK(errors(" MARA.lind@example.org") == "email unchanged");
  CHECK(errors("nobody") == "email invalid");
  CHECK(errors("") == "email missing");
  CHECK(errors_in(change_email(desk.mara, "", "")) == "email missing, current_password missing");
  CHECK(desk.backend.hasher.verified == 1);  // signing in
  CHECK(mails(desk.backend).empty());
}

TEST_CASE("promise 3: asking is the same for an address of another account and for a free one") {
  struct Seen {
    int status;
    std::string body;
    std::size_t cookies;
    int puts, erasures, writes, reads, hashed, verified;
    std::size_t mails;
    bool operator==(const Seen&) const = default;
  };
  const auto ask = [](const std::string& email) {
    Desk desk;
    change_email(desk.mara, email, desk.password(), "one");
    const auto response = change_email(desk.mara, email, desk.password(), "two");
    const auto& counts = desk.backend.store.counts;
    return Seen{response.status,
                response.body,
                response.cookies.size(),
                counts.puts,
                counts.erasures,
                counts.write_transactions,
                counts.read_transactions,
                desk.backend.hasher.hashed,
                desk.backend.hasher.verified,
                mails(desk.backend).size()};
  };
  const Seen free = ask("nobody.here@example.org");
  CHECK(free.status == 202);
  CHECK(free.mails == 4);
  CHECK(ask(others) == free);
}

TEST_CASE("promise 3: who has the address is told by mail, without a link that changes anything") {
  Desk desk;
  REQUIRE(change_email(desk.mara, others, desk.password()).status == 202);
  const auto mail = mail_to(desk.backend, others);
  CHECK(mail.subject == "This e-mail address has a my.ipma account already");
  CHECK(mail.text.find("email/confirm") == std::string::npos);
  CHECK(mail.html.find("email/confirm") == std::string::npos);
  for (const auto& one : mails(desk.backend)) {
    CHECK(one.text.find("mara") == std::string::npos);
  }
  REQUIRE(all_of<service::accounts::EmailChangeRecord>(desk.backend).size() == 1);
}

TEST_CASE("promise 13: a link to confirm an address works for an hour, once, also 50 times at once") {
  Desk desk;
  const std::string late = desk.token();
  desk.backend.clock.advance(std::chrono::hours(1));
  REQUIRE(desk.mara.sign_in(desk.email(), desk.password()).status == 200);
  CHECK(problem_in(confirm_email(desk.mara, late)).code == ProblemCode::gone);
  const std::string token = desk.token();
  std::atomic<int> ok{0};
  std::atomic<int> gone{0};
  std::vector<std::thread> threads;
  const auto cookies = desk.mara.cookies;
  for (int i = 0; i < 50; ++i) {
    threads.emplace_back([&] {
      Browser one(desk.backend);
      one.cookies = cookies;
      const int status = confirm_email(one, token).status;
      if (status == 200) ++ok;
      if (status == 410) ++gone;
    });
  }
  for (auto& thread : threads) thread.join();
  CHECK(ok == 1);
  CHECK(gone == 49);
  CHECK(address_of(desk.mara) == wanted);
  CHECK(desk.mara.sign_in(wanted, desk.password()).status == 200);
}

TEST_CASE("promise 13: a newer request ends the older link, also one for a taken address") {
  Desk desk;
  const std::string first = desk.token();
  desk.backend.clock.advance(std::chrono::minutes(1));
  const std::string second = desk.token("mara.other@example.org");
  CHECK(confirm_email(desk.mara, first).status == 410);
  desk.backend.clock.advance(std::chrono::minutes(1));
  REQUIRE(change_email(desk.mara, others, desk.password()).status == 202);
  CHECK(confirm_email(desk.mara, second).status == 410);
  CHECK(address_of(desk.mara) == desk.email());
}

TEST_CASE("promise 13: a changed address ends links to choose a password; a reset ends the change") {
  Desk desk;
  Browser browser(desk.backend);
  REQUIRE(ask_for_reset(browser, desk.email()).status == 202);
  const std::string reset = token_in_mail(desk.backend, "reset-password");
  REQUIRE(confirm_email(desk.mara, desk.token()).status == 200);
  CHECK(choose_password(browser, reset, "blue-heron-at-dawn").status == 410);

  desk.backend.clock.advance(std::chrono::minutes(1));
  const std::string back = desk.token(desk.email());
  desk.backend.clock.advance(std::chrono::minutes(1));
  REQUIRE(ask_for_reset(browser, wanted).status == 202);
  const std::string second = token_in_mail(desk.backend, "reset-password");
  REQUIRE(choose_password(browser, second, "blue-heron-at-dawn").status == 200);
  CHECK(confirm_email(browser, back).status == 410);
}

TEST_CASE("promise 10: every session ends but that of the browser that confirms") {
  Desk desk;
  Browser elsewhere(desk.backend);
  REQUIRE(elsewhere.sign_in(desk.email(), desk.password()).status == 200);
  const std::string token = desk.token();
  SUBCASE("where it is signed in") {
    CHECK(confirm_email(desk.mara, token).status == 200);
    CHECK(address_of(desk.mara) == wanted);
  }
  SUBCASE("where it is not") {
    Browser visitor(desk.backend);
    const auto response =
        confirm_email(visitor, protocol::EmailConfirmation{token, desk.password()});
    CHECK(response.status == 200);
    CHECK(response.cookies.empty());
    CHECK(desk.mara.get(session_path).status == 401);
  }
  SUBCASE("where another member is") {
    Browser hanako(desk.backend);
    REQUIRE(hanako.sign_in(others, desk.password()).status == 200);
    const protocol::EmailConfirmation request{token, desk.password()};
    CHECK(confirm_email(hanako, request).status == 200);
    CHECK(address_of(hanako) == others);
    CHECK(desk.mara.get(session_path).status == 401);
  }
  CHECK(elsewhere.get(session_path).status == 401);
}

/// A member, who asks for the address of somebody else.
struct Mallory {
  explicit Mallory(Backend& of) : backend(of) {
    REQUIRE(browser.sign_in("new.member@example.org", backend.sample.password).status == 200);
    token = email_change_token(backend, browser, wanted);
  }
  Backend& backend;
  Browser browser{backend};
  std::string token;
};

TEST_CASE("a stranger's account never gets the address of whoever presses the link") {
  Desk desk;
  const Mallory mallory(desk.backend);
  Browser victim(desk.backend);
  SUBCASE("who is signed in nowhere") {}
  SUBCASE("who is signed in to their own account") {
    REQUIRE(victim.sign_in(others, desk.password()).status == 200);
  }
  CHECK(errors_in(confirm_email(victim, mallory.token)) == "password missing");
  CHECK(errors_in(confirm_email(victim, protocol::EmailConfirmation{mallory.token, ""})) ==
        "password missing");
  CHECK(errors_in(confirm_email(victim, protocol::EmailConfirmation{mallory.token, "my own"})) ==
        "password wrong");
  Browser browser(desk.backend);
  CHECK(browser.sign_in(wanted, desk.password()).status == 401);
  CHECK(browser.sign_in("new.member@example.org", desk.password()).status == 200);
}

TEST_CASE("promise 11: a session that is over proves nothing, nor does it come back") {
  Desk desk;
  const std::string token = desk.token();
  desk.backend.clock.advance(std::chrono::minutes(30));
  CHECK(errors_in(confirm_email(desk.mara, token)) == "password missing");
  CHECK(confirm_email(desk.mara, protocol::EmailConfirmation{token, desk.password()}).status ==
        200);
  CHECK(all_of<service::accounts::SessionRecord>(desk.backend).empty());
}

TEST_CASE("promise 4: the password at a link to an address can be tried as often as elsewhere") {
  Desk desk;
  const std::string token = desk.token();
  Browser visitor(desk.backend);
  int wrong = 0;
  while (confirm_email(visitor, protocol::EmailConfirmation{token, "a guess"}).status == 400) {
    ++wrong;
  }
  CHECK(wrong == 10);
  const protocol::EmailConfirmation right{token, desk.password()};
  const auto refused = confirm_email(visitor, right);
  CHECK(refused.status == 429);
  CHECK(refused.retry_after_s);
  CHECK(visitor.sign_in(desk.email(), desk.password()).status == 429);
  // The member's own browser has a budget of its own, signed out as well.
  REQUIRE(desk.mara.remove(session_path).status == 204);
  CHECK(errors_in(confirm_email(desk.mara, protocol::EmailConfirmation{token, "a guess"})) ==
        "password wrong");
  desk.backend.clock.advance(std::chrono::minutes(3));
  CHECK(confirm_email(visitor, right).status == 200);
  CHECK(visitor.sign_in(wanted, desk.password()).status == 200);
}

TEST_CASE("promise 4: a right password at a link to an address costs no try") {
  Desk desk;
  const std::string token = desk.token();
  Browser visitor(desk.backend);
  for (int i = 0; i < 9; ++i) {
    CHECK(confirm_email(visitor, protocol::EmailConfirmation{token, "a guess"}).status == 400);
  }
  const protocol::EmailConfirmation right{token, desk.password()};
  CHECK(confirm_email(visitor, right).status == 200);
  CHECK(visitor.sign_in(desk.email(), "a guess").status == 401);
  CHECK(visitor.sign_in(desk.email(), "a guess").status == 429);
}

TEST_CASE("an address that was taken meanwhile fails plainly, and nothing changes") {
  Desk desk;
  const std::string token = desk.token(ana().email);
  desk.backend.clock.advance(std::chrono::minutes(1));
  Browser browser(desk.backend);
  become_member(desk.backend, browser, ana());
  const auto response = confirm_email(desk.mara, token);
  CHECK(response.status == 422);
  CHECK(problem_in(response).code == ProblemCode::taken);
  CHECK(address_of(desk.mara) == desk.email());
  CHECK(browser.sign_in(ana().email, ana().password).status == 200);
}

TEST_CASE(
    "promises 16 and 17: a link to an address is one association's; a repeat is answered alike") {
  Desk desk;
  const std::string token = desk.token();
  CHECK(confirm_email(desk.mara, token, "", "ima").status == 410);
  CHECK(confirm_email(desk.mara, token, "key").status == 200);
  CHECK(confirm_email(desk.mara, token, "key").status == 200);
  CHECK(confirm_email(desk.mara, token, "other").status == 410);
  CHECK(confirm_email(desk.mara, "").status == 410);
}

TEST_CASE("promise 9: asking gives this browser's session a new token") {
  Desk desk;
  const std::string before = desk.mara.cookies[cookie];
  const std::string token = desk.token();
  CHECK(desk.mara.cookies[cookie] != before);
  CHECK(all_of<service::accounts::EmailChangeRecord>(desk.backend).front().token_hash != token);
  Browser thief(desk.backend);
  thief.cookies[cookie] = before;
  CHECK(thief.get(session_path).status == 401);
}

TEST_CASE("promise 4: guesses at the password here count as tries to sign in") {
  Desk desk;
  int wrong = 0;
  while (change_email(desk.mara, wanted, "a guess").status == 400) ++wrong;
  CHECK(wrong == 10);
  const auto refused = change_email(desk.mara, wanted, desk.password());
  CHECK(refused.status == 429);
  CHECK(refused.retry_after_s);
  CHECK(change_password(desk.mara, desk.password(), "blue-heron-at-dawn").status == 429);
}

TEST_CASE("promise 4: nobody has us send many mails to one address; the limit costs no try") {
  Desk desk;
  for (int i = 0; i < 5; ++i) {
    CHECK(change_email(desk.mara, wanted, desk.password()).status == 202);
  }
  for (int i = 0; i < 12; ++i) {
    const auto refused = change_email(desk.mara, wanted, desk.password());
    CHECK(refused.status == 429);
    CHECK(refused.retry_after_s);
  }
  CHECK(mails(desk.backend).size() == 10);
  CHECK(change_email(desk.mara, "mara.other@example.org", desk.password()).status == 202);
}

TEST_CASE("promise 14: the link and its mails are written together; the change and its mail too") {
  Desk desk;
  const auto& writes = desk.backend.store.counts.write_transactions;
  const int before = writes;
  const std::string token = desk.token();
  CHECK(writes == before + 2);  // the try, and all the rest
  CHECK(confirm_email(desk.mara, token).status == 200);
  CHECK(writes == before + 3);
  desk.backend.store.writes_fail = true;
  CHECK(change_email(desk.mara, desk.email(), desk.password()).status == 503);
  desk.backend.store.writes_fail = false;
  CHECK(mails(desk.backend).size() == 3);
  CHECK(all_of<service::accounts::EmailChangeRecord>(desk.backend).empty());
}

TEST_CASE("promise 15: line ends in an address add no header") {
  Desk desk;
  for (const char* email :
       {"mara@example.org\\r\\nBcc: all@example.org", "mara@example.org\\nBcc: all@example.org",
        "mara\\r\\n@example.org", "\\\"a\\r\\nBcc: all\\\"@example.org"}) {
    const auto response = desk.mara.post(
        "/api/v1/ipma/email", std::string(R"({"email":")") + email + R"(","current_password":")" +
                                  desk.password() + "\"}");
    CHECK(errors_in(response) == "email invalid");
  }
  CHECK(mails(desk.backend).empty());
  REQUIRE(change_email(desk.mara, wanted + "\r\n", desk.password()).status == 202);
  for (const auto& mail : mails(desk.backend)) {
    CHECK(mail.to.find_first_of("\r\n") == std::string::npos);
    CHECK(mail.subject.find_first_of("\r\n") == std::string::npos);
  }
}

TEST_CASE("promise 16: a repeat sends no second mail; the same key with another address is refused") {
  Desk desk;
  const auto cookies = desk.mara.cookies;
  REQUIRE(change_email(desk.mara, wanted, desk.password(), "key").status == 202);
  desk.mara.cookies = cookies;  // as if the reply had not arrived
  CHECK(change_email(desk.mara, "mara.other@example.org", desk.password(), "key").status == 422);
  CHECK(change_email(desk.mara, wanted, desk.password(), "key").status == 202);
  CHECK(desk.mara.get(session_path).status == 200);
  CHECK(mails(desk.backend).size() == 2);
}

TEST_CASE("promise 17: nobody but the member asks for another address") {
  Desk desk;
  Browser visitor(desk.backend);
  CHECK(change_email(visitor, wanted, desk.password()).status == 401);
  Browser outsider(desk.backend);
  REQUIRE(outsider.sign_in(desk.email(), desk.password(), false, "", "ima").status == 200);
  outsider.cookies[cookie] = outsider.cookies["__Host-laurel-ima"];
  CHECK(change_email(outsider, wanted, desk.password()).status == 401);
  CHECK(mails(desk.backend).empty());
}

TEST_CASE("another association's account of the same address is another account") {
  Desk desk;
  REQUIRE(confirm_email(desk.mara, desk.token()).status == 200);
  Browser ima(desk.backend);
  CHECK(ima.sign_in(desk.email(), desk.password(), false, "", "ima").status == 200);
}

}  // namespace
}  // namespace laurel
