#include <doctest/doctest.h>

#include "protocol/problem.h"
#include "service/accounts/records.h"
#include "service/accounts/schema.h"
#include "service/kernel/services.h"
#include "service/kernel/tokens.h"
#include "service/schema.h"
#include "service/store/keys.h"
#include "service/store/records.h"
#include "tests/support/backend.h"

namespace laurel {
namespace {

using tests::Backend;
using tests::Browser;

const std::string session_path = "/api/v1/ipma/session";

protocol::Problem problem_of(const protocol::Response& response) {
  CHECK(response.content_type == "application/problem+json");
  const auto problem = base::decode_json<protocol::Problem>(response.body);
  REQUIRE(problem);
  CHECK(problem->status == response.status);
  return *problem;
}

service::accounts::AccountRecord account_of(Backend& backend, const std::string& email) {
  std::optional<service::accounts::AccountRecord> account;
  const auto status = backend.memory.read([&](ports::Transaction& transaction) -> base::Status {
    auto found = service::store::load_by<service::accounts::AccountRecord>(
        transaction, service::accounts::schema::by_email, service::store::email_key("ipma", email));
    if (!found) return tl::unexpected(found.error());
    account = *found;
    return {};
  });
  REQUIRE(status);
  REQUIRE(account);
  return *account;
}

void save_account(Backend& backend, const service::accounts::AccountRecord& account) {
  REQUIRE(backend.memory.write([&](ports::Transaction& transaction) {
    return service::store::save(transaction, account);
  }));
}

std::size_t session_count(Backend& backend, const std::string& account) {
  std::size_t count = 0;
  REQUIRE(backend.memory.read([&](ports::Transaction& transaction) -> base::Status {
    const auto found = transaction.find(service::accounts::schema::sessions,
                                        service::accounts::schema::by_account, account, 1000);
    if (!found) return tl::unexpected(found.error());
    count = found->size();
    return {};
  }));
  return count;
}

TEST_CASE("a member signs in and is known from then on") {
  Backend backend;
  Browser browser(backend);
  CHECK(browser.get(session_path).status == 401);
  const auto response = browser.sign_in(backend.sample.email, backend.sample.password);
  REQUIRE(response.status == 200);
  const auto member = base::decode_json<protocol::SessionResponse>(response.body);
  REQUIRE(member);
  CHECK(member->first_name == "Mara");
  CHECK(member->email == backend.sample.email);
  const auto known = browser.get(session_path);
  CHECK(known.status == 200);
  CHECK(known.body == response.body);
}

TEST_CASE("the e-mail address may be typed in capitals and with spaces around") {
  Backend backend;
  Browser browser(backend);
  CHECK(browser.sign_in("  Mara.Lind@Example.ORG ", backend.sample.password).status == 200);
}

TEST_CASE("promise 17: a session of one association is none of another") {
  Backend backend;
  Browser browser(backend);
  REQUIRE(browser.sign_in(backend.sample.email, backend.sample.password).status == 200);
  CHECK(browser.get("/api/v1/ima/session").status == 401);
  browser.cookies["__Host-laurel-ima"] = browser.cookies["__Host-laurel-ipma"];
  CHECK(browser.get("/api/v1/ima/session").status == 401);
  CHECK(browser.get("/api/v1/ima/dashboard").status == 401);
}

TEST_CASE("promise 1: passwords of any length up to 1024 bytes count to the last byte, untrimmed") {
  Backend backend;
  auto account = account_of(backend, backend.sample.email);
  for (const std::size_t length : {8U, 64U, 128U, 1024U}) {
    const std::string password = std::string(length - 2, 'x') + " y";
    account.password_hash = *backend.hasher.hash_password(password);
    save_account(backend, account);
    Browser browser(backend);
    CHECK(browser.sign_in(backend.sample.email, password).status == 200);
    CHECK(browser.sign_in(backend.sample.email, password + " ").status ==
          (length == 1024 ? 400 : 401));
    CHECK(browser.sign_in(backend.sample.email, password.substr(0, length - 1)).status == 401);
  }
  account.password_hash = *backend.hasher.hash_password("  spaces around  ");
  save_account(backend, account);
  Browser browser(backend);
  CHECK(browser.sign_in(backend.sample.email, "spaces around").status == 401);
  CHECK(browser.sign_in(backend.sample.email, "  spaces around  ").status == 200);
}

TEST_CASE("promise 2: a weaker hash is upgraded at the next sign-in, a right one is left alone") {
  Backend backend;
  auto account = account_of(backend, backend.sample.email);
  adapters::sodium::SodiumHasher strong({.memory_kib = 16, .passes = 2});
  const std::string stronger = *strong.hash_password(backend.sample.password);
  service::kernel::Services services(backend.store, backend.clock, backend.entropy, strong,
                                     backend.images, backend.associations, tests::config());
  const protocol::Request request{
      .method = protocol::Method::post,
      .path = session_path,
      .content_type = "application/json",
      .body = base::encode_json(
          protocol::SignInRequest{backend.sample.email, backend.sample.password, false})};
  CHECK(tests::api().handle(request, services).status == 200);
  const std::string upgraded = account_of(backend, backend.sample.email).password_hash;
  CHECK(upgraded != account.password_hash);
  CHECK(upgraded.find("m=16,t=2,p=1") != std::string::npos);

  Browser browser(backend);  // whose hasher is the weaker one
  CHECK(browser.sign_in(backend.sample.email, backend.sample.password).status == 200);
  CHECK(account_of(backend, backend.sample.email).password_hash == upgraded);
}

TEST_CASE("promise 3: unknown member and wrong password get the same answer for the same work") {
  struct Seen {
    protocol::Response response;
    int hashed, verified, puts, erasures, writes, reads;
  };
  const auto try_as = [](const std::string& email) {
    Backend backend;
    const auto before_puts = backend.store.counts.puts.load();
    const auto before_writes = backend.store.counts.write_transactions.load();
    const auto before_reads = backend.store.counts.read_transactions.load();
    const int before_hashed = backend.hasher.hashed;
    Browser browser(backend);
    protocol::Response response = browser.sign_in(email, "not the password", true, "some-key");
    return Seen{response,
                backend.hasher.hashed - before_hashed,
                backend.hasher.verified,
                backend.store.counts.puts - before_puts,
                backend.store.counts.erasures,
                backend.store.counts.write_transactions - before_writes,
                backend.store.counts.read_transactions - before_reads};
  };
  const Seen known = try_as("mara.lind@example.org");
  const Seen unknown = try_as("nobody@example.org");
  const Seen no_address = try_as("not an address");
  CHECK(known.response.status == 401);
  CHECK(problem_of(known.response).code == protocol::ProblemCode::wrong_credentials);
  for (const Seen* other : {&unknown, &no_address}) {
    CHECK(other->response.status == known.response.status);
    CHECK(other->response.body == known.response.body);
    CHECK(other->response.content_type == known.response.content_type);
    CHECK(other->response.cookies.size() == known.response.cookies.size());
    CHECK(other->response.retry_after_s == known.response.retry_after_s);
    CHECK(other->hashed == known.hashed);
    CHECK(other->verified == known.verified);
    CHECK(other->puts == known.puts);
    CHECK(other->erasures == known.erasures);
    CHECK(other->writes == known.writes);
    CHECK(other->reads == known.reads);
  }
  CHECK(known.verified == 1);
  CHECK(known.response.cookies.empty());
}

TEST_CASE(
    "promise 9: a token has 256 bits, only its hash is stored, each sign-in makes a new one") {
  Backend backend;
  Browser browser(backend);
  REQUIRE(browser.sign_in(backend.sample.email, backend.sample.password).status == 200);
  const std::string first = browser.cookies["__Host-laurel-ipma"];
  CHECK(first.size() == 43);  // 32 bytes in base64url
  const std::string account = account_of(backend, backend.sample.email).id();

  std::string everything;
  REQUIRE(backend.memory.read([&](ports::Transaction& transaction) -> base::Status {
    for (const auto& collection : service::schema::all_collections()) {
      for (const auto& index : collection.indexes) {
        const auto records = transaction.range(collection, index, "", "\xFF", 1000);
        if (!records) return tl::unexpected(records.error());
        for (const auto& record : *records) everything += record.id + record.document;
      }
    }
    return {};
  }));
  CHECK(everything.find(service::kernel::hash_of(backend.services, first)) != std::string::npos);
  CHECK(everything.find(first) == std::string::npos);
  CHECK(everything.find(browser.cookies["__Host-laurel-device-ipma"]) == std::string::npos);
  CHECK(everything.find(backend.sample.password) == std::string::npos);

  REQUIRE(browser.sign_in(backend.sample.email, backend.sample.password).status == 200);
  CHECK(browser.cookies["__Host-laurel-ipma"] != first);
  CHECK(session_count(backend, account) == 1);  // the old one has ended

  Browser thief(backend);
  thief.cookies["__Host-laurel-ipma"] = first;
  CHECK(thief.get(session_path).status == 401);
}

TEST_CASE("promise 12: cookies have the __Host- prefix and last as long as was asked for") {
  Backend backend;
  Browser browser(backend);
  auto response = browser.sign_in(backend.sample.email, backend.sample.password);
  REQUIRE(response.cookies.size() == 2);
  CHECK(response.cookies[0].name == "__Host-laurel-ipma");
  CHECK_FALSE(response.cookies[0].max_age_s);
  CHECK(response.cookies[1].name == "__Host-laurel-device-ipma");
  CHECK(response.cookies[1].max_age_s == 400L * 24 * 3600);
  response = browser.sign_in(backend.sample.email, backend.sample.password, true);
  CHECK(response.cookies[0].max_age_s == 90L * 24 * 3600);
}

TEST_CASE("promise 16: a sign-in that is sent twice gives a new token for the same session") {
  Backend backend;
  const std::string account = account_of(backend, backend.sample.email).id();
  Browser first(backend);
  REQUIRE(first.sign_in(backend.sample.email, backend.sample.password, false, "k1").status == 200);
  Browser again(backend);  // the reply got lost, so no cookie came
  REQUIRE(again.sign_in(backend.sample.email, backend.sample.password, false, "k1").status == 200);
  CHECK(session_count(backend, account) == 1);
  CHECK(first.get(session_path).status == 401);
  CHECK(again.get(session_path).status == 200);

  // With the cookie of the first reply as well.
  REQUIRE(again.sign_in(backend.sample.email, backend.sample.password, false, "k1").status == 200);
  CHECK(session_count(backend, account) == 1);
  CHECK(again.get(session_path).status == 200);

  const auto changed = again.sign_in(backend.sample.email, backend.sample.password, true, "k1");
  CHECK(changed.status == 422);
  CHECK(problem_of(changed).code == protocol::ProblemCode::key_reused);

  SUBCASE("the password counts each time, and a failure stores nothing") {
    CHECK(again.sign_in(backend.sample.email, "wrong", false, "k1").status == 401);
    CHECK(again.sign_in(backend.sample.email, "wrong", false, "k2").status == 401);
    CHECK(again.sign_in(backend.sample.email, backend.sample.password, true, "k2").status == 200);
  }
  SUBCASE("after 47 hours still, after 49 no more") {
    backend.clock.advance(std::chrono::hours(47));
    CHECK(again.sign_in(backend.sample.email, backend.sample.password, true, "k1").status == 422);
    backend.clock.advance(std::chrono::hours(2));
    CHECK(again.sign_in(backend.sample.email, backend.sample.password, true, "k1").status == 200);
  }
}

TEST_CASE("promise 19: what is no sign-in request is malformed, and not repeated in the answer") {
  Backend backend;
  Browser browser(backend);
  const std::string deep = std::string(100, '[') + std::string(100, ']');
  for (const std::string& body :
       {std::string(), std::string("{"), std::string("[]"), std::string("null"), deep,
        std::string(R"({"email":"a@b.example"})"),
        std::string(R"({"email":"a@b.example","password":5,"remember":false})"),
        std::string(
            R"({"email":"a@b.example","email":"a@b.example","password":"","remember":true})"),
        std::string("{\"email\":\"\xFF<secret>\",\"password\":\"x\",\"remember\":false}"),
        R"({"email":")" + std::string(300, 'a') + R"(","password":"x","remember":false})",
        R"({"email":"a@b.example","remember":false,"password":")" + std::string(1025, 'p') + "\"}",
        std::string(100'000, ' ')}) {
    const auto response = browser.post(session_path, body);
    CHECK(response.status == 400);
    CHECK(problem_of(response).code == protocol::ProblemCode::malformed);
    CHECK(response.body.find("secret") == std::string::npos);
    CHECK(response.body.find("ppp") == std::string::npos);
  }
  CHECK(backend.hasher.verified == 0);
}

TEST_CASE("two sign-ins that upgrade the same weak hash both succeed") {
  Backend backend;
  auto account = account_of(backend, backend.sample.email);
  Browser browser(backend);
  // The second one meets a hash that has changed between its verification and its transaction.
  const std::string other = *backend.hasher.hash_password(backend.sample.password);
  bool changed = false;
  struct Racing final : ports::Hasher {
    explicit Racing(ports::Hasher& hasher) : inner(hasher) {}
    base::Result<std::string> hash_password(std::string_view p) override {
      return inner.hash_password(p);
    }
    bool verify_password(std::string_view phc, std::string_view p) override {
      const bool right = inner.verify_password(phc, p);
      if (after_verify) after_verify();
      return right;
    }
    bool needs_rehash(std::string_view phc) override { return inner.needs_rehash(phc); }
    std::string sha256(std::string_view bytes) override { return inner.sha256(bytes); }
    ports::Hasher& inner;
    std::function<void()> after_verify;
  } racing(backend.hasher);
  racing.after_verify = [&] {
    if (changed) return;
    changed = true;
    account.password_hash = other;
    save_account(backend, account);
  };
  service::kernel::Services services(backend.store, backend.clock, backend.entropy, racing,
                                     backend.images, backend.associations, tests::config());
  const protocol::Request request{
      .method = protocol::Method::post,
      .path = session_path,
      .content_type = "application/json",
      .body = base::encode_json(
          protocol::SignInRequest{backend.sample.email, backend.sample.password, false})};
  CHECK(tests::api().handle(request, services).status == 200);
  CHECK(changed);
}

}  // namespace
}  // namespace laurel
