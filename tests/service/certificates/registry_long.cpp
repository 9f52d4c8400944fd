// How long looking into the registry takes: prints the median and the slowest hundredth of each kind of
// search. LAUREL_REGISTRY is a database that tests/bench/import_long.py has filled; without it one of
// 20,000 certificates is made here.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <random>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "adapters/sqlite/sqlite_store.h"
#include "base/utf8.h"
#include "domain/folding.h"
#include "service/certificates/records.h"
#include "service/certificates/registry.h"
#include "service/certificates/schema.h"
#include "service/schema.h"
#include "service/store/records.h"
#include "tests/support/temporary_folder.h"

namespace laurel {
namespace {

using domain::Certificate;
using Chance = std::mt19937;

constexpr int searches_of_each_kind = 1000;
/// More than any search should take on a busy machine, and less than one that reads everything.
constexpr double most_ms = 100;

std::size_t up_to(Chance& chance, std::size_t count) { return chance() % count; }

/// As import_long.py makes them: "DE-24-B-0001234".
std::string number_near(Chance& chance, std::size_t count) {
  const std::vector<std::string> countries = {"DE", "SI", "ES", "PL", "NO", "CH"};
  const std::string year = std::to_string(100 + 6 + up_to(chance, 21)).substr(1);
  const std::string serial = std::to_string(10'000'000 + up_to(chance, count)).substr(1);
  return countries[up_to(chance, countries.size())] + "-" + year + "-" +
         std::string(1, "ABCD"[up_to(chance, 4)]) + "-" + serial;
}

void fill(ports::Store& store, std::size_t count) {
  Chance chance(1);
  REQUIRE(store.write([&](ports::Transaction& transaction) -> base::Status {
    for (std::size_t i = 0; i < count; ++i) {
      Certificate one;
      one.association = "ipma";
      one.number = number_near(chance, count) + "-" + std::to_string(i);
      const std::string last = "Name" + std::to_string(up_to(chance, 3000));
      one.owner_name = "First" + std::to_string(up_to(chance, 300)) + " " + last;
      one.owner_email = base::ascii_lower(last) + std::to_string(i) + "@example.org";
      auto status = service::certificates::save_new_certificate(transaction, {one});
      if (!status) return status;
    }
    return {};
  }));
}

/// Some certificates that there are.
std::vector<Certificate> some(ports::Store& store) {
  Chance chance(2);
  std::vector<Certificate> found;
  REQUIRE(store.read([&](ports::Transaction& transaction) -> base::Status {
    for (int i = 0; i < searches_of_each_kind; ++i) {
      const auto stored = transaction.list(service::certificates::schema::certificates,
                                           "ipma " + number_near(chance, 1'000'000), 1);
      REQUIRE(stored);
      if (stored->empty()) continue;
      found.push_back(
          service::store::decode_record<service::certificates::CertificateRecord>(stored->front())
              ->certificate);
    }
    return {};
  }));
  REQUIRE(found.size() > searches_of_each_kind / 2);
  return found;
}

struct Kind {
  const char* name;
  std::function<std::string(const Certificate&)> typed;
};

std::string word(const Certificate& certificate, std::size_t index) {
  const auto words = domain::folded_words(certificate.owner_name);
  return words[std::min(index, words.size() - 1)];
}

const std::vector<Kind>& kinds() {
  static const std::vector<Kind> all = {
      {"number", [](const Certificate& c) { return c.number; }},
      {"beginning of a number", [](const Certificate& c) { return c.number.substr(0, 8); }},
      {"e-mail address", [](const Certificate& c) { return c.owner_email.value_or("@"); }},
      {"beginning of an e-mail address",
       [](const Certificate& c) {
         return c.owner_email.value_or("@").substr(0, c.owner_email.value_or("@").find('@') + 1);
       }},
      {"last name", [](const Certificate& c) { return word(c, 1); }},
      {"beginning of a last name", [](const Certificate& c) { return word(c, 1).substr(0, 3); }},
      {"last name, beginning of the first",
       [](const Certificate& c) { return word(c, 1) + " " + word(c, 0).substr(0, 3); }},
      {"beginnings of both names",
       [](const Certificate& c) { return word(c, 1).substr(0, 4) + " " + word(c, 0).substr(0, 3); }},
  };
  return all;
}

double ms_of(ports::Store& store, const std::string& typed) {
  const auto started = std::chrono::steady_clock::now();
  bool found_any = false;
  REQUIRE(store.read([&](ports::Transaction& transaction) -> base::Status {
    const auto found = service::certificates::find_in_registry(transaction, "ipma", typed);
    REQUIRE(found);
    found_any = !found->certificates.empty() || found->more;
    return {};
  }));
  CAPTURE(typed);
  CHECK(found_any);
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - started)
      .count();
}

TEST_CASE("figure: looking into the registry") {
  const tests::TemporaryFolder folder;
  const char* given = std::getenv("LAUREL_REGISTRY");
  const std::string path = given != nullptr ? given : folder.file("laurel.db");
  auto store = adapters::sqlite::SqliteStore::open(path, service::schema::all_collections());
  REQUIRE(store);
  if (given == nullptr) fill(**store, 20'000);
  const std::vector<Certificate> certificates = some(**store);
  for (const Kind& kind : kinds()) {
    std::vector<double> times;
    for (const Certificate& one : certificates) times.push_back(ms_of(**store, kind.typed(one)));
    std::sort(times.begin(), times.end());
    const double slowest = times[times.size() * 99 / 100];
    std::printf("search by %s: median %.2f ms, p99 %.2f ms\n", kind.name, times[times.size() / 2],
                slowest);
    CHECK(slowest < most_ms);
  }
}

}  // namespace
}  // namespace laurel
