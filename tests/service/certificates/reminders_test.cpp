#include "service/certificates/reminders.h"

#include <doctest/doctest.h>

#include "service/accounts/records.h"
#include "service/accounts/schema.h"
#include "service/certificates/links.h"
#include "service/certificates/records.h"
#include "service/certificates/registry.h"
#include "service/kernel/services.h"
#include "service/reindex.h"
#include "service/store/records.h"
#include "tests/support/registering.h"

namespace laurel {
namespace {

using namespace tests;

const std::string maras = "DE-24-B-01877";  // until 17 March 2029

base::Date day(const char* text) { return *base::parse_date(text); }

void go_to(Backend& backend, const char* date) {
  backend.clock.advance(base::Instant(day(date)) + std::chrono::hours(9) - backend.clock.now());
}

/// "DE-24-B-01877 6, …" of what was sent.
std::string told(const base::Result<std::vector<service::certificates::DueReminder>>& reminders) {
  REQUIRE(reminders);
  std::string text;
  for (const auto& one : *reminders) {
    text += (text.empty() ? "" : ", ") + one.number + " " + std::to_string(one.months_before);
  }
  return text;
}

std::string send(Backend& backend) {
  return told(service::certificates::send_reminders(backend.services));
}

void change(Backend& backend, const std::string& number,
            const std::function<void(domain::Certificate&)>& how) {
  REQUIRE(backend.memory.write([&](ports::Transaction& transaction) -> base::Status {
    auto record = service::store::load<service::certificates::CertificateRecord>(
        transaction, service::certificates::certificate_key("ipma", number));
    REQUIRE((record && *record));
    how((*record)->certificate);
    return service::certificates::save_certificate(transaction, **record);
  }));
}

TEST_CASE("a member is reminded at each of the association's months, once") {
  Backend backend;
  go_to(backend, "2028-03-16");
  CHECK(send(backend) == "");
  go_to(backend, "2028-03-17");
  CHECK(send(backend) == maras + " 12");
  CHECK(send(backend) == "");
  go_to(backend, "2028-03-20");
  CHECK(send(backend) == "");
  go_to(backend, "2028-09-17");
  CHECK(send(backend) == maras + " 6");
  go_to(backend, "2029-02-18");  // a day late
  CHECK(send(backend) == maras + " 1");
  CHECK(send(backend) == "");
}

TEST_CASE("the mail says when it ends, what a renewal needs, and leads to its page") {
  Backend backend;
  go_to(backend, "2028-09-17");
  REQUIRE(send(backend) == maras + " 6");
  const auto sent = mails(backend);
  REQUIRE(sent.size() == 1);
  CHECK(sent[0].to == "mara.lind@example.org");
  CHECK(sent[0].subject == "Your certificate ends on 17 March 2029");
  for (const char* words : {"IPMA Level B – Certified Senior Project Manager (DE-24-B-01877)",
                            "175 hours of training and 30 months of practice", "17 September 2029",
                            "https://desk.example/ipma/#/certificates/DE-24-B-01877"}) {
    CHECK(sent[0].text.find(words) != std::string::npos);
  }
  CHECK(sent[0].text.find('{') == std::string::npos);
}

TEST_CASE("of a level without recertification the mail invents none") {
  Backend backend;
  change(backend, maras, [](domain::Certificate& c) { c.level = domain::CertificateLevel::d; });
  go_to(backend, "2028-09-17");
  REQUIRE(send(backend) == maras + " 6");
  CHECK(mails(backend)[0].text.find("175") == std::string::npos);
  CHECK(mails(backend)[0].text.find("not recorded") != std::string::npos);
}

TEST_CASE("what was due long ago is not sent: no flood after a pause or an import") {
  Backend backend;
  go_to(backend, "2028-03-31");
  CHECK(told(service::certificates::due_reminders(backend.services)) == maras + " 12");
  go_to(backend, "2028-04-01");
  CHECK(told(service::certificates::due_reminders(backend.services)) == "");
  CHECK(send(backend) == "");
}

TEST_CASE("who links a certificate is not reminded of what was due before") {
  Backend backend;
  Browser browser(backend);
  change(backend, "SI-23-C-00417",
         [](domain::Certificate& c) { c.valid_until = day("2027-05-18"); });
  become_member(backend, browser, ana(), {"SI-23-C-00417"});  // on 20 November 2026, two days late
  CHECK(send(backend) == "");
  go_to(backend, "2027-04-18");
  CHECK(send(backend) == "SI-23-C-00417 1");
}

TEST_CASE("a certificate that nobody holds reminds nobody") {
  Backend backend;
  go_to(backend, "2028-05-11");  // ES-24-B-00093 and SI-23-C-00417 end in a year and in no time
  change(backend, "ES-24-B-00093",
         [](domain::Certificate& c) { c.valid_until = day("2028-11-11"); });
  CHECK(send(backend) == "");
  CHECK(mails(backend).empty());
}

TEST_CASE("a renewed certificate is reminded of its new end alone") {
  Backend backend;
  go_to(backend, "2028-09-17");
  CHECK(send(backend) == maras + " 6");
  change(backend, maras, [](domain::Certificate& c) { c.valid_until = day("2034-03-17"); });
  go_to(backend, "2029-02-17");
  CHECK(send(backend) == "");
  go_to(backend, "2033-03-17");
  CHECK(send(backend) == maras + " 12");
}

TEST_CASE("a dry run sends nothing and notes nothing") {
  Backend backend;
  go_to(backend, "2028-09-17");
  const int puts = backend.store.counts.puts;
  CHECK(told(service::certificates::due_reminders(backend.services)) == maras + " 6");
  CHECK(backend.store.counts.puts == puts);
  CHECK(mails(backend).empty());
  CHECK(send(backend) == maras + " 6");
}

TEST_CASE("a backend that starts anew on the same data sends nothing twice") {
  Backend backend;
  go_to(backend, "2028-09-17");
  CHECK(send(backend) == maras + " 6");
  service::kernel::Services restarted(backend.store, backend.clock, backend.entropy, backend.hasher,
                                      backend.images, backend.associations, config());
  CHECK(told(service::certificates::send_reminders(restarted)) == "");
  CHECK(mails(backend).size() == 1);
  go_to(backend, "2029-02-17");
  CHECK(told(service::certificates::send_reminders(restarted)) == maras + " 1");
}

TEST_CASE("promise 14: a run that the store ends sends nothing, and the next one everything") {
  Backend backend;
  go_to(backend, "2028-09-17");
  backend.store.writes_fail = true;
  CHECK_FALSE(service::certificates::send_reminders(backend.services));
  CHECK(mails(backend).empty());
  backend.store.writes_fail = false;
  CHECK(send(backend) == maras + " 6");
  CHECK(mails(backend).size() == 1);
}

TEST_CASE("an association without months reminds nobody") {
  Backend backend;
  auto associations = sample_associations();
  associations["ipma"].reminder_months.reset();
  service::kernel::Services services(backend.store, backend.clock, backend.entropy, backend.hasher,
                                     backend.images, associations, config());
  go_to(backend, "2028-09-17");
  CHECK(told(service::certificates::send_reminders(services)) == "");
}

TEST_CASE("more than a transaction's certificates of one day are all reminded, each once") {
  Backend backend;
  constexpr int many = 250;
  REQUIRE(backend.memory.write([&](ports::Transaction& transaction) -> base::Status {
    const auto mara = service::store::load_by<service::accounts::AccountRecord>(
        transaction, service::accounts::schema::by_email, "ipma mara.lind@example.org");
    REQUIRE((mara && *mara));
    for (int i = 0; i < many; ++i) {
      domain::Certificate one;
      one.association = "ipma";
      one.number = "M-" + std::to_string(i);
      one.owner_name = "Mara Lind";
      one.valid_until = day("2031-08-31");
      const service::certificates::CertificateRecord record{one};
      REQUIRE(service::certificates::save_certificate(transaction, record));
      REQUIRE(service::certificates::link_certificate(transaction, backend.services, record.id(),
                                                      (*mara)->member.id));
    }
    return {};
  }));
  go_to(backend, "2031-02-28");  // of February there is no 31st
  const auto sent = service::certificates::send_reminders(backend.services);
  REQUIRE(sent);
  CHECK(sent->size() == many);
  CHECK(send(backend) == "");
}

TEST_CASE("links of older versions are found once the indexes are made anew") {
  Backend backend;
  REQUIRE(backend.memory.write([&](ports::Transaction& transaction) -> base::Status {
    auto link = service::store::load<service::certificates::LinkedCertificateRecord>(
        transaction, service::certificates::certificate_key("ipma", maras));
    REQUIRE((link && *link));
    (*link)->valid_until.reset();
    (*link)->linked.reset();
    return service::store::save(transaction, **link);
  }));
  go_to(backend, "2028-09-17");
  CHECK(send(backend) == "");
  REQUIRE(service::reindex(backend.memory, backend.entropy, [](std::string_view) {}));
  CHECK(send(backend) == maras + " 6");
}

}  // namespace
}  // namespace laurel
