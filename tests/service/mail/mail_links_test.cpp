// The links in mails: activation and forgotten passwords.
#include <atomic>
#include <thread>

#include <doctest/doctest.h>

#include "service/kernel/services.h"
#include "service/mail/links.h"
#include "tests/support/registering.h"

namespace laurel {
namespace {

using namespace tests;
using protocol::ProblemCode;

/// How often `redeem` answered 200 and 410 when 50 threads did it at once.
template <class Redeem>
void check_redeemed_once(Redeem redeem) {
  std::atomic<int> ok{0};
  std::atomic<int> gone{0};
  std::vector<std::thread> threads;
  for (int i = 0; i < 50; ++i) {
    threads.emplace_back([&] {
      const int status = redeem();
      if (status == 200) ++ok;
      if (status == 410) ++gone;
    });
  }
  for (auto& thread : threads) thread.join();
  CHECK(ok == 1);
  CHECK(gone == 49);
}

TEST_CASE("promise 13: an activation link redeemed 50 times at once works once") {
  Backend backend;
  Browser browser(backend);
  const std::string registration = registration_of(register_as(browser, ana()));
  REQUIRE(complete(browser, registration).status == 202);
  const std::string token = token_in_mail(backend, "activate");
  check_redeemed_once([&] {
    Browser one(backend);
    return activate(one, protocol::ActivationRequest{token, registration}).status;
  });
  CHECK(browser.sign_in(ana().email, ana().password).status == 200);
}

TEST_CASE("promise 13: a newer activation mail ends the registration's older link") {
  Backend backend;
  Browser browser(backend);
  const std::string registration = registration_of(register_as(browser, ana()));
  REQUIRE(complete(browser, registration).status == 202);
  const std::string first = token_in_mail(backend, "activate");
  backend.clock.advance(std::chrono::minutes(1));
  REQUIRE(browser.post(registrations_path() + "/mail",
                       base::encode_json(protocol::ActivationMailRequest{registration}))
              .status == 202);
  const std::string second = token_in_mail(backend, "activate");
  CHECK(problem_in(activate(browser, first)).code == ProblemCode::gone);
  CHECK(activate(browser, second).status == 200);
  CHECK(activate(browser, second).status == 410);
}

/// Somebody who registers with Ana's address.
struct Stranger {
  explicit Stranger(Backend& backend) : browser(backend) {
    auto form = ana();
    form.password = password;
    registration = registration_of(register_as(browser, form));
    REQUIRE(complete(browser, registration).status == 202);
  }
  Browser browser;
  std::string password = "red-heron-at-night";
  std::string registration;
};

TEST_CASE("a stranger's registration never becomes the account of the address's owner") {
  Backend backend;
  Browser browser(backend);
  const std::string registration = registration_of(register_as(browser, ana()));
  REQUIRE(complete(browser, registration).status == 202);
  const std::string own = token_in_mail(backend, "activate");
  backend.clock.advance(std::chrono::minutes(1));
  const Stranger stranger(backend);
  const std::string strangers = token_in_mail(backend, "activate");
  REQUIRE(own != strangers);

  SUBCASE("the newest mail's link, in the browser that Ana registered with") {
    CHECK(activate(browser, protocol::ActivationRequest{strangers, registration}).status == 200);
  }
  SUBCASE("the newest mail's link, in another browser") {
    Browser phone(backend);
    CHECK(errors_in(activate(phone, protocol::ActivationRequest{strangers})) == "password missing");
    CHECK(errors_in(activate(phone, strangers)) == "password wrong");
    CHECK(activate(phone, own).status == 200);
  }
  SUBCASE("Ana's own link") { CHECK(activate(browser, own).status == 200); }
  CHECK(browser.sign_in(ana().email, stranger.password).status == 401);
  CHECK(browser.sign_in(ana().email, ana().password).status == 200);
  CHECK(activate(browser, strangers, stranger.password).status == 410);
}

TEST_CASE("a registration with another address, or one that is not complete, proves nothing") {
  Backend backend;
  Browser browser(backend);
  REQUIRE(complete(browser, registration_of(register_as(browser, ana()))).status == 202);
  const std::string token = token_in_mail(backend, "activate");
  auto form = ana();
  form.email = "boris@example.org";
  const std::string other = registration_of(register_as(browser, form));
  const std::string unfinished = registration_of(register_as(browser, ana()));
  for (const std::string& registration : {other, unfinished, std::string("made up")}) {
    CHECK(errors_in(activate(browser, protocol::ActivationRequest{token, registration})) ==
          "password missing");
  }
  REQUIRE(complete(browser, other).status == 202);
  CHECK(errors_in(activate(browser, protocol::ActivationRequest{token, other})) ==
        "password missing");
}

TEST_CASE("promise 4: the password of a registration can be tried as often as that of an account") {
  Backend backend;
  Browser browser(backend);
  REQUIRE(complete(browser, registration_of(register_as(browser, ana()))).status == 202);
  const std::string token = token_in_mail(backend, "activate");
  int tries = 0;
  while (activate(browser, token, "guess").status == 400) ++tries;
  CHECK(tries == 10);
  CHECK(activate(browser, token).status == 429);
  CHECK(browser.sign_in(ana().email, "guess").status == 429);
  backend.clock.advance(std::chrono::minutes(3));
  CHECK(activate(browser, token).status == 200);
  CHECK(browser.sign_in(ana().email, ana().password).status == 200);  // the try was paid back
}

TEST_CASE(
    "promises 16 and 17: an activation link is one association's; a repeat gets the same answer") {
  Backend backend;
  Browser browser(backend);
  const std::string registration = registration_of(register_as(browser, ana()));
  REQUIRE(complete(browser, registration).status == 202);
  const protocol::ActivationRequest request{token_in_mail(backend, "activate"), registration};
  CHECK(activate(browser, request, "", "ima").status == 410);
  CHECK(activate(browser, request, "key").status == 200);
  CHECK(activate(browser, request, "key").status == 200);
  CHECK(activate(browser, request, "other").status == 410);
}

TEST_CASE(
    "promises 1 and 10: a forgotten password is chosen anew, and every device is signed out") {
  Backend backend;
  Browser browser(backend);
  Browser other(backend);
  REQUIRE(other.sign_in(backend.sample.email, backend.sample.password).status == 200);
  REQUIRE(ask_for_reset(browser, " Mara.Lind@example.org").status == 202);
  const std::string token = token_in_mail(backend, "reset-password");
  CHECK(errors_in(choose_password(browser, token, "short")) == "password too_short");
  CHECK(errors_in(choose_password(browser, token, "Mara-Lind")) == "password too_personal");
  backend.clock.advance(std::chrono::minutes(59));
  CHECK(choose_password(browser, token, "blue-heron-at-dawn").status == 200);
  CHECK(other.get("/api/v1/ipma/session").status == 401);
  CHECK(browser.sign_in(backend.sample.email, backend.sample.password).status == 401);
  CHECK(browser.sign_in(backend.sample.email, "blue-heron-at-dawn").status == 200);
  CHECK(mails(backend).back().subject == "Your my.ipma password was changed");
  Browser ima(backend);  // the same person's account at another association stays as it is
  CHECK(ima.sign_in(backend.sample.email, backend.sample.password, false, "", "ima").status == 200);
}

/// Guesses at the password, from the same network, until nobody may guess any more.
void lock_out(Backend& backend, const std::string& email) {
  Browser guesser(backend);
  while (guesser.sign_in(email, "a guess").status == 401) {}
  REQUIRE(guesser.sign_in(email, "a guess").status == 429);
}

TEST_CASE("promise 4: guesses of others keep nobody from signing in with a new password") {
  Backend backend;
  Browser browser(backend);
  REQUIRE(ask_for_reset(browser, backend.sample.email).status == 202);
  const std::string token = token_in_mail(backend, "reset-password");
  lock_out(backend, backend.sample.email);
  const auto response = choose_password(browser, token, "blue-heron-at-dawn", "key");
  REQUIRE(response.status == 200);
  REQUIRE(response.cookies.size() == 1);
  CHECK(response.cookies[0].name == "__Host-laurel-device-ipma");
  CHECK(response.cookies[0].max_age_s == 400L * 24 * 3600);
  CHECK(browser.sign_in(backend.sample.email, "blue-heron-at-dawn").status == 200);
  Browser elsewhere(backend);
  CHECK(elsewhere.sign_in(backend.sample.email, "blue-heron-at-dawn").status == 429);
  CHECK(choose_password(elsewhere, token, "blue-heron-at-dawn", "key").cookies.empty());
  CHECK(choose_password(elsewhere, token, "blue-heron-at-dawn").cookies.empty());
}

TEST_CASE("promise 4: guesses of others keep nobody from signing in to a new account") {
  Backend backend;
  Browser browser(backend);
  become_member(backend, browser, ana());
  lock_out(backend, ana().email);
  CHECK(browser.sign_in(ana().email, ana().password).status == 200);
}

TEST_CASE("promise 33: a browser is made known with the change that makes it so, or not at all") {
  Backend backend;
  Browser browser(backend);
  REQUIRE(ask_for_reset(browser, backend.sample.email).status == 202);
  const std::string token = token_in_mail(backend, "reset-password");
  backend.store.writes_fail = true;
  const auto refused = choose_password(browser, token, "blue-heron-at-dawn");
  CHECK(refused.status == 503);
  CHECK(refused.cookies.empty());
}

TEST_CASE("promise 13: a reset link works for an hour, once, also 50 times in parallel") {
  Backend backend;
  Browser browser(backend);
  REQUIRE(ask_for_reset(browser, backend.sample.email).status == 202);
  const std::string late = token_in_mail(backend, "reset-password");
  backend.clock.advance(std::chrono::hours(1));
  CHECK(problem_in(choose_password(browser, late, "blue-heron-at-dawn")).code == ProblemCode::gone);
  REQUIRE(ask_for_reset(browser, backend.sample.email).status == 202);
  const std::string token = token_in_mail(backend, "reset-password");
  check_redeemed_once([&] {
    Browser one(backend);
    return choose_password(one, token, "blue-heron-at-dawn").status;
  });
}

TEST_CASE("promise 13: a new request and a change of password end older links") {
  Backend backend;
  Browser browser(backend);
  REQUIRE(ask_for_reset(browser, backend.sample.email).status == 202);
  const std::string first = token_in_mail(backend, "reset-password");
  backend.clock.advance(std::chrono::minutes(1));
  REQUIRE(ask_for_reset(browser, backend.sample.email).status == 202);
  const std::string second = token_in_mail(backend, "reset-password");
  CHECK(choose_password(browser, first, "blue-heron-at-dawn").status == 410);
  CHECK(choose_password(browser, second, "blue-heron-at-dawn", "key").status == 200);
  CHECK(choose_password(browser, second, "blue-heron-at-dawn", "key").status == 200);
  CHECK(choose_password(browser, second, "blue-heron-at-dawn").status == 410);
}

TEST_CASE("promise 3: asking for a new password is the same for known and unknown addresses") {
  struct Seen {
    std::string answer;
    int puts, erasures, writes, reads, hashed;
    std::size_t mails;
    bool operator==(const Seen&) const = default;
  };
  const auto ask = [](const std::string& email) {
    Backend backend;
    Browser browser(backend);
    ask_for_reset(browser, email);
    const auto response = ask_for_reset(browser, email);
    CHECK(response.status == 202);
    const auto& counts = backend.store.counts;
    return Seen{response.body,
                counts.puts,
                counts.erasures,
                counts.write_transactions,
                counts.read_transactions,
                backend.hasher.hashed,
                mails(backend).size()};
  };
  CHECK(ask("mara.lind@example.org") == ask("nobody.here@example.org"));
}

TEST_CASE("promise 3: an unknown address is told that it has no account, and its link is none") {
  Backend backend;
  Browser browser(backend);
  REQUIRE(ask_for_reset(browser, "nobody.here@example.org").status == 202);
  const auto mail = mails(backend).back();
  CHECK(mail.subject == "No my.ipma account with this address");
  CHECK(mail.text.find("reset-password") == std::string::npos);
  CHECK(errors_in(ask_for_reset(browser, "")) == "email missing");
  CHECK(errors_in(ask_for_reset(browser, "nobody")) == "email invalid");
}

TEST_CASE("the mailbox for development lists the mails, and is not there otherwise") {
  Backend backend;
  Browser browser(backend);
  REQUIRE(ask_for_reset(browser, backend.sample.email).status == 202);
  const std::string token = token_in_mail(backend, "reset-password");
  CHECK(browser.get("/api/v1/dev/mailbox").status == 404);
  auto config = tests::config();
  config.dev_mailbox = true;
  service::kernel::Services open(backend.store, backend.clock, backend.entropy, backend.hasher,
                                 backend.images, backend.associations, config);
  const auto response = tests::api().handle({.path = "/api/v1/dev/mailbox"}, open);
  REQUIRE(response.status == 200);
  const auto mailbox = base::decode_json<protocol::DevMailboxResponse>(response.body);
  REQUIRE(mailbox->messages.size() == 1);
  CHECK(mailbox->messages.front().to == backend.sample.email);
  CHECK(mailbox->messages.front().links ==
        std::vector<std::string>{"https://desk.example/ipma/#/reset-password/" + token});
}

TEST_CASE("promise 15: links lead to where the desk is, also below a path") {
  Backend backend;
  const auto link_under = [&](const std::string& address) {
    auto config = tests::config();
    config.public_address = address;
    const service::kernel::Services services(backend.store, backend.clock, backend.entropy,
                                             backend.hasher, backend.images, backend.associations,
                                             config);
    return service::mail::link_to(services, backend.associations.at("ipma"), "activate/x");
  };
  CHECK(link_under("") == "https://desk.example/ipma/#/activate/x");
  CHECK(link_under("https://my.ipma.example") == "https://my.ipma.example/ipma/#/activate/x");
  for (const char* address : {"https://ipma.example/some/path", "https://ipma.example/some/path/"}) {
    CHECK(link_under(address) == "https://ipma.example/some/path/ipma/#/activate/x");
  }
}

}  // namespace
}  // namespace laurel
