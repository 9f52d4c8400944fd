#include "sample/generator.h"

#include <map>
#include <set>

#include <doctest/doctest.h>

#include "protocol/certificates.h"
#include "protocol/members.h"
#include "sample/certificates.h"
#include "sample/member_associations.h"
#include "service/accounts/schema.h"
#include "service/catalogue/schema.h"
#include "service/certificates/records.h"
#include "service/certificates/schema.h"
#include "service/kernel/services.h"
#include "service/members/schema.h"
#include "service/schema.h"
#include "tests/support/backend.h"

namespace laurel::sample {
namespace {

constexpr Plan plan{.members = 40, .certificates = 600, .offers = 30, .member_associations = 70};

/// A store without the small sample.
struct Desk {
  explicit Desk(std::uint64_t seed = 1) : order{plan, "ipma", seed, "hash"} {}

  std::size_t make() {
    const auto written = generate(services, order, [&](std::size_t done, std::size_t of) {
      CHECK(done <= of);
      last_progress = done;
    });
    REQUIRE(written);
    return *written;
  }

  static service::kernel::Contents contents_of(const service::kernel::Associations& associations) {
    service::kernel::Contents contents = tests::sample_contents(associations);
    add_member_associations(contents["ipma"], plan.member_associations);
    return contents;
  }

  adapters::memory::MemoryStore memory;
  tests::CountingStore store{memory};
  tests::FakeClock clock;
  SeededEntropy entropy{1};
  tests::CountingHasher hasher;
  tests::FakeImages images;
  const service::kernel::Associations associations = tests::sample_associations();
  service::kernel::Services services{
      store,  clock,        entropy,         hasher,
      images, associations, tests::config(), contents_of(associations)};
  Order order;
  std::size_t last_progress = 0;
};

using Records = std::map<std::string, ports::Record>;

Records records_of(Desk& desk, const ports::Collection& collection) {
  Records records;
  REQUIRE(desk.memory.read([&](ports::Transaction& transaction) -> base::Status {
    const auto all = transaction.list(collection, "", 100'000);
    if (!all) return tl::unexpected(all.error());
    for (const ports::Record& record : *all) records[record.id] = record;
    return {};
  }));
  return records;
}

bool same(Desk& a, Desk& b) {
  for (const ports::Collection& collection : service::schema::all_collections()) {
    if (records_of(a, collection) != records_of(b, collection)) return false;
  }
  return true;
}

TEST_CASE("the same seed makes the same data, another one other data") {
  Desk first;
  Desk second;
  Desk other(2);
  CHECK(first.make() == 670);
  CHECK(first.last_progress == 670);
  second.make();
  other.make();
  CHECK(same(first, second));
  CHECK_FALSE(same(first, other));
}

TEST_CASE("there is as much as was ordered, in transactions of a few hundred records") {
  Desk desk;
  desk.make();
  CHECK(desk.store.counts.write_transactions == 2);
  CHECK(records_of(desk, service::accounts::schema::accounts).size() == 40);
  CHECK(records_of(desk, service::members::schema::profiles).size() == 40);
  CHECK(records_of(desk, service::certificates::schema::certificates).size() == 600);
  CHECK(records_of(desk, service::catalogue::schema::offers).size() == 30);
  const std::size_t links =
      records_of(desk, service::certificates::schema::certificate_links).size();
  CHECK(links > 110);
  CHECK(links < 160);
  CHECK(plan_of(Variant::large).certificates == 50'000);
  CHECK(plan_of(Variant::huge).certificates == 1'000'000);
  CHECK(plan_of(Variant::empty).members == 0);
}

TEST_CASE("a sample that was ended midway is completed, one that is complete left alone") {
  Desk whole;
  whole.make();
  Desk half;
  const auto stopped = [&](std::size_t, std::size_t) { half.store.writes_fail = true; };
  CHECK_FALSE(generate(half.services, half.order, stopped));
  half.store.writes_fail = false;
  half.make();
  CHECK(same(whole, half));
  const int puts = whole.store.counts.puts;
  CHECK(whole.make() == 0);
  CHECK(whole.store.counts.puts == puts);
}

TEST_CASE("certificates have numbers of their own, all levels, all states, and twenty years") {
  const Desk desk;
  const auto& content = desk.services.contents.at("ipma");
  const base::Date today = base::date_of(desk.clock.now());
  const Registry registry{1, "ipma", content, today, 500};
  std::set<std::string> numbers;
  std::set<std::string> titles;
  std::set<domain::CertificateState> states;
  std::set<int> years;
  for (std::size_t i = 0; i < 4000; ++i) {
    const MadeCertificate made = make_certificate(registry, i);
    const domain::Certificate& one = made.certificate;
    CHECK(numbers.insert(domain::number_key(one.number)).second);
    titles.insert(one.title);
    states.insert(domain::state_on(one, today));
    years.insert(static_cast<int>(std::chrono::year_month_day(one.awarded).year()));
    CHECK(one.awarded <= today);
    CHECK(one.awarded < one.valid_until);
    CHECK(made.member.has_value() == (i < 2000));
    if (made.member) CHECK(one.owner_email == make_member(1, *made.member).email);
  }
  CHECK(titles.size() == 6);
  CHECK(states.size() == 4);
  CHECK(years.size() >= 20);
}

TEST_CASE("the service takes what was made: a member signs in, sees certificates and finds others") {
  Desk desk;
  const auto hash = desk.hasher.hash_password("gentle-otter-on-the-pier");
  REQUIRE(hash);
  desk.order.password_hash = *hash;
  desk.make();
  const std::string holder = [&] {
    const Registry registry{1, "ipma", desk.services.contents.at("ipma"),
                            base::date_of(desk.clock.now()), plan.members};
    for (std::size_t i = 0;; ++i) {
      const MadeCertificate made = make_certificate(registry, i);
      if (made.is_linked) return *made.certificate.owner_email;
    }
  }();
  const auto signed_in = tests::api().handle({.method = protocol::Method::post,
                                              .path = "/api/v1/ipma/session",
                                              .content_type = "application/json",
                                              .origin = tests::origin(),
                                              .client_address = "192.0.2.1",
                                              .body = base::encode_json(protocol::SignInRequest{
                                                  holder, "gentle-otter-on-the-pier", false})},
                                             desk.services);
  REQUIRE(signed_in.status == 200);
  const std::vector<protocol::Cookie> cookies{
      {signed_in.cookies.at(0).name, signed_in.cookies.at(0).value}};
  const auto ask = [&](protocol::Method method, const std::string& path, const std::string& body) {
    return tests::api().handle({.method = method,
                                .path = "/api/v1/ipma/" + path,
                                .content_type = body.empty() ? "" : "application/json",
                                .origin = tests::origin(),
                                .client_address = "192.0.2.1",
                                .cookies = cookies,
                                .body = body},
                               desk.services);
  };
  const auto certificates = base::decode_json<protocol::CertificatesResponse>(
      ask(protocol::Method::get, "certificates", "").body);
  REQUIRE(certificates);
  CHECK_FALSE(certificates->certificates.empty());
  const auto found = base::decode_json<protocol::DirectoryResponse>(
      ask(protocol::Method::post, "directory", "{}").body);
  REQUIRE(found);
  CHECK(found->members.size() == 20);
  CHECK(ask(protocol::Method::get, "events", "").status == 200);
  CHECK(ask(protocol::Method::get, "education", "").status == 200);
}

TEST_CASE("a linked certificate is found by the day on which it ends, as the reminders look for it") {
  Desk desk;
  desk.make();
  const Records certificates = records_of(desk, service::certificates::schema::certificates);
  const Records links = records_of(desk, service::certificates::schema::certificate_links);
  REQUIRE_FALSE(links.empty());
  for (const auto& [id, record] : links) {
    const auto link =
        base::decode_json<service::certificates::LinkedCertificateRecord>(record.document);
    const auto certificate =
        base::decode_json<service::certificates::CertificateRecord>(certificates.at(id).document);
    REQUIRE(link);
    REQUIRE(certificate);
    CHECK(link->valid_until == certificate->certificate.valid_until);
  }
}

TEST_CASE("every address in the data is an example's") {
  Desk desk;
  desk.make();
  for (const ports::Collection& collection : service::schema::all_collections()) {
    for (const auto& [id, record] : records_of(desk, collection)) {
      const std::string& text = record.document;
      for (std::size_t at = text.find('@'); at != std::string::npos; at = text.find('@', at + 1)) {
        CHECK(text.compare(at, 9, "@example.") == 0);
      }
    }
  }
}

}  // namespace
}  // namespace laurel::sample
