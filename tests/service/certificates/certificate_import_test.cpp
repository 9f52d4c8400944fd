#include "service/certificates/import.h"

#include <algorithm>

#include <doctest/doctest.h>

#include "service/certificates/registry.h"
#include "service/certificates/schema.h"
#include "service/kernel/services.h"
#include "tests/support/backend.h"

namespace laurel {
namespace {

using tests::Backend;

const std::string header = "number,title,owner_name,owner_email,issuer,awarded,valid_until\n";

const service::certificates::OnImportProgress silent =
    [](const service::certificates::ImportProgress&) {};

service::certificates::CertificateFile check(const std::string& text) {
  return service::certificates::CertificateFile::check(text, "ipma", silent);
}

/// "2: number is missing, 7: …"
std::string faults(const std::string& text) {
  std::string told;
  const auto file = check(text);
  for (const auto& fault : file.faults()) {
    told += (told.empty() ? "" : ", ") + std::to_string(fault.line) + ": " + fault.reason;
  }
  return told;
}

/// "added, changed, unchanged"
std::string import(Backend& backend, const std::string& text) {
  const auto file = check(text);
  REQUIRE(file.faulty_lines() == 0);
  const auto imported = service::certificates::import_certificates(backend.services, file, silent);
  REQUIRE(imported);
  return std::to_string(imported->added) + ", " + std::to_string(imported->changed) + ", " +
         std::to_string(imported->unchanged);
}

std::vector<domain::Certificate> find(Backend& backend, const std::string& typed) {
  std::vector<domain::Certificate> certificates;
  REQUIRE(backend.memory.read([&](ports::Transaction& transaction) -> base::Status {
    const auto hits = service::certificates::find_in_registry(transaction, "ipma", typed);
    REQUIRE(hits);
    certificates = hits->certificates;
    return {};
  }));
  return certificates;
}

const std::string two =
    header + "X-1,Level C,\"Kos, Ana\",Ana.Kos@Example.org,ZPM,2024-01-02,2029-01-01\r\n" +
    "X-2,\"Level \"\"B\"\"\",花子 山田,,IPMA,2023-06-30,2028-06-29\r\n";

TEST_CASE("a file's certificates are in the registry, and found by number, e-mail and name") {
  Backend backend;
  CHECK(import(backend, "\xEF\xBB\xBF" + two) == "2, 0, 0");
  const auto found = find(backend, "x1");
  REQUIRE(found.size() == 1);
  CHECK(found[0].number == "X-1");
  CHECK(found[0].owner_name == "Kos, Ana");
  CHECK(found[0].owner_email == "ana.kos@example.org");
  CHECK(found[0].title == "Level C");
  CHECK(found[0].issuer == "ZPM");
  CHECK(found[0].awarded == base::parse_date("2024-01-02"));
  CHECK(found[0].valid_until == base::parse_date("2029-01-01"));
  CHECK(find(backend, "山田 花子").size() == 2);  // and the sample's
  CHECK(find(backend, "x2").at(0).title == "Level \"B\"");
  CHECK_FALSE(find(backend, "x2").at(0).owner_email);
}

TEST_CASE("the same file again writes nothing; a changed line changes its certificate alone") {
  Backend backend;
  CHECK(import(backend, two) == "2, 0, 0");
  const int puts = backend.store.counts.puts;
  CHECK(import(backend, two) == "0, 0, 2");
  CHECK(backend.store.counts.puts == puts);
  CHECK(import(backend, header + "X-1,Level C,Ana Novak,,ZPM,2024-01-02,2029-01-01\n") ==
        "0, 1, 0");
  CHECK(find(backend, "novak").size() == 1);
  CHECK(find(backend, "kos").size() == 2);  // the sample's
  CHECK(find(backend, "x2").size() == 1);   // what a file does not name stays
}

TEST_CASE("columns come in any order, and others are ignored") {
  Backend backend;
  CHECK(import(backend,
               "valid_until,remark,number,issuer,title,awarded,owner_email,owner_name\n"
               "2029-01-01,\"a\nb\",X-1,ZPM,Level C,2024-01-02,,Ana Kos\n") == "1, 0, 0");
  CHECK(find(backend, "x1").at(0).issuer == "ZPM");
  CHECK(faults("") == "1: the file is empty");
  CHECK(faults("number,title\n") == "1: there is no column owner_name");
  CHECK(faults("\"number\n") == "1: a quote is never closed");
}

TEST_CASE("a file without certificates is at fault, and lines that end with CR alone are named") {
  const std::string columns = "number,title,owner_name,owner_email,issuer,awarded,valid_until";
  const std::string line = "X-1,T,Ana Kos,,ZPM,2024-01-02,2029-01-01";
  const std::string nothing = "1: no certificate follows the names of the columns";
  const std::string alone = "; lines have to end with LF or CR LF, and here a CR stands alone";
  CHECK(faults(header) == nothing);
  CHECK(faults(columns) == nothing);
  CHECK(faults(columns + "\r\n\r\n") == nothing);
  CHECK(faults("\n" + header) == "2" + nothing.substr(1));
  CHECK(faults(columns + "\r") == nothing + alone);
  CHECK(faults(columns + ",remark\r" + line + ",\r") == nothing + alone);
  CHECK(faults(columns + "\r" + line + "\r") == "1: there is no column valid_until" + alone);
  CHECK(faults("\"remark\r\n\"," + header) == nothing);
  CHECK(faults(header + "X-1\n") == "2: 1 fields instead of 7");
}

TEST_CASE("level and domain are columns that a file may lack; it then leaves them as they are") {
  Backend backend;
  const std::string line = "X-1,T,Ana Kos,,ZPM,2024-01-02,2029-01-01";
  const std::string with_both = "level,domain," + header;
  CHECK(import(backend, with_both + "B,agile," + line + "\n,," "X-2,T,Ana,,ZPM,2024-01-02,2029-01-01\n") ==
        "2, 0, 0");
  CHECK(find(backend, "x1").at(0).level == domain::CertificateLevel::b);
  CHECK(find(backend, "x1").at(0).domain == domain::CertificateDomain::agile);
  CHECK_FALSE(find(backend, "x2").at(0).level);
  CHECK_FALSE(find(backend, "x2").at(0).domain);
  CHECK(import(backend, header + line + "\n") == "0, 0, 1");
  CHECK(import(backend, "level," + header + "C," + line + "\n") == "0, 1, 0");
  CHECK(find(backend, "x1").at(0).level == domain::CertificateLevel::c);
  CHECK(find(backend, "x1").at(0).domain == domain::CertificateDomain::agile);
  CHECK(import(backend, with_both + ",," + line + "\n") == "0, 1, 0");
  CHECK_FALSE(find(backend, "x1").at(0).level);
  CHECK(faults(with_both + "E,Project," + line + "\n") ==
        "2: level is none of A, B, C, D; "
        "domain is none of project, programme, portfolio, agile");
}

TEST_CASE("promise 21: every faulty line is named with what is wrong in it") {
  CHECK(faults(header + "X-1,Level C,Ana,,ZPM,2024-01-02,2029-01-01\n"
                        ",,,,,,\n"
                        "--,T,Ana,not an address,ZPM,2024-02-30,01.01.2029\n"
                        "X-2,T,Ana\x07,,ZPM,2024-01-02,2029-01-01\n"
                        "X-3,T,Ana,,ZPM,2024-01-02\n"
                        "X-4,T,Ana,,ZPM,2024-01-02,2024-01-01\n"
                        "X-5,T,A\"n,,ZPM,2024-01-02,2024-01-01\n"
                        "X-6,T,\xFF,,ZPM,2024-01-02,2024-01-01\n"
                        "X-1,T,Ana,,ZPM,2024-01-02,2029-01-01\n" +
                   std::string(65, 'x') + ",T,Ana,,ZPM,2024-01-02,2029-01-01\n") ==
        "3: number is missing; title is missing; owner_name is missing; issuer is missing; "
        "awarded is missing; valid_until is missing, "
        "4: number has neither letter nor digit; owner_email is no e-mail address; "
        "awarded is no day such as 2029-03-17; valid_until is no day such as 2029-03-17, "
        "5: owner_name holds what no line of text may, "
        "6: 6 fields instead of 7, "
        "7: valid_until is before awarded, "
        "8: a quote in a field that is not quoted, "
        "9: no UTF-8, "
        "10: the same number as on line 2, "
        "11: number is too long");
}

TEST_CASE("promise 21: at most a hundred faults are told, and all are counted") {
  std::string text = header;
  for (int i = 0; i < 250; ++i) text += "X-1,T,Ana,,ZPM,2024-01-02,2029-01-01\n";
  const auto file = check(text);
  CHECK(file.faulty_lines() == 249);
  REQUIRE(file.faults().size() == 100);
  CHECK(file.faults().front().line == 3);
  CHECK(file.faults().back().line == 102);
}

/// The ids that begin so.
std::vector<std::string> listed(Backend& backend, const ports::Collection& collection,
                                const std::string& start) {
  std::vector<std::string> ids;
  REQUIRE(backend.memory.read([&](ports::Transaction& transaction) -> base::Status {
    const auto all = transaction.list(collection, start, 100'000);
    REQUIRE(all);
    for (const ports::Record& one : *all) {
      if (one.id.starts_with(start)) ids.push_back(one.id);
    }
    return {};
  }));
  return ids;
}

/// Every look at it takes ten milliseconds, so that a transaction is full after some lines.
struct TickingClock final : ports::Clock {
  [[nodiscard]] base::Instant now() const override {
    now_ms += 10;
    return base::Instant(std::chrono::milliseconds(now_ms));
  }
  mutable std::int64_t now_ms = 0;
};

TEST_CASE("an import that is ended midway leaves whole certificates, and goes on when run again") {
  Backend backend;
  TickingClock clock;
  service::kernel::Services services(backend.store, clock, backend.entropy, backend.hasher,
                                     backend.images, backend.associations, tests::config());
  std::string text = header;
  for (int i = 0; i < 60; ++i) {
    text += "X-" + std::to_string(i) + ",T,Ilka Quill,ilka@example.org,ZPM,2024-01-02,2029-01-01\n";
  }
  const auto file = check(text);
  REQUIRE(file.size() == 60);
  // Ended after each of its transactions in turn, until it comes to its end.
  for (int ended_after = 1;; ++ended_after) {
    int transactions = 0;
    const auto imported = service::certificates::import_certificates(
        services, file, [&](const service::certificates::ImportProgress&) {
          if (++transactions == ended_after) backend.store.writes_fail = true;
        });
    backend.store.writes_fail = false;
    const auto certificates =
        listed(backend, service::certificates::schema::certificates, "ipma X-");
    const auto names = listed(backend, service::certificates::schema::certificate_words, "ipma ");
    const auto addresses =
        listed(backend, service::certificates::schema::certificate_addresses, "ipma ilka@");
    for (const std::string& id : certificates) {
      const std::string number = id.substr(id.find(' ') + 1);
      for (const char* words : {"ipma ilka quill|", "ipma quill ilka|"}) {
        CHECK(std::count(names.begin(), names.end(), words + number) == 1);
      }
      CHECK(std::count(addresses.begin(), addresses.end(), "ipma ilka@example.org " + number) == 1);
    }
    CHECK(find(backend, "quill ilka").size() ==
          std::min(certificates.size(), service::certificates::max_registry_hits));
    CHECK(find(backend, "ilka@example.org").size() ==
          std::min(certificates.size(), service::certificates::max_registry_hits));
    if (!imported) continue;
    CHECK(certificates.size() == 60);
    CHECK(ended_after > 3);
    break;
  }
  CHECK(import(backend, text) == "0, 0, 60");
}

TEST_CASE("promise 17: a file is imported into one association's registry") {
  Backend backend;
  CHECK(import(backend, header + "CMA-0071442,T,Ana Kos,,ZPM,2024-01-02,2029-01-01\n") ==
        "1, 0, 0");
  tests::Browser browser(backend);
  REQUIRE(browser.sign_in(backend.sample.email, backend.sample.password, false, "", "ima").status ==
          200);
  CHECK(browser.get("/api/v1/ima/certificates").body.find("Mara Lind") != std::string::npos);
}

}  // namespace
}  // namespace laurel
