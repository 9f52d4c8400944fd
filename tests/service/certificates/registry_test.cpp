#include "service/certificates/registry.h"

#include <algorithm>

#include <doctest/doctest.h>

#include "service/certificates/records.h"
#include "tests/support/backend.h"

namespace laurel {
namespace {

using tests::Backend;

using Numbers = std::vector<std::string>;

domain::Certificate certificate(const std::string& number, const std::string& owner,
                                const std::string& association = "ipma") {
  domain::Certificate made;
  made.association = association;
  made.number = number;
  made.title = "Level D";
  made.owner_name = owner;
  made.issuer = "ZPM";
  return made;
}

void save(Backend& backend, const std::vector<domain::Certificate>& certificates) {
  REQUIRE(backend.memory.write([&](ports::Transaction& transaction) -> base::Status {
    for (const domain::Certificate& one : certificates) {
      auto status = service::certificates::save_certificate(
          transaction, service::certificates::CertificateRecord{one});
      if (!status) return status;
    }
    return {};
  }));
}

service::certificates::RegistryHits find(Backend& backend, const std::string& typed,
                                         const std::string& association = "ipma") {
  service::certificates::RegistryHits hits;
  REQUIRE(backend.memory.read([&](ports::Transaction& transaction) -> base::Status {
    auto found = service::certificates::find_in_registry(transaction, association, typed);
    REQUIRE(found);
    hits = std::move(*found);
    return {};
  }));
  return hits;
}

/// In a fixed order.
Numbers numbers(Backend& backend, const std::string& typed,
                const std::string& association = "ipma") {
  Numbers out;
  for (const auto& one : find(backend, typed, association).certificates) out.push_back(one.number);
  std::sort(out.begin(), out.end());
  return out;
}

TEST_CASE("by the beginning of a number, whatever its case and dashes") {
  Backend backend;
  CHECK(numbers(backend, "DE-24-B-01877") == Numbers{"DE-24-B-01877"});
  CHECK(numbers(backend, "de 24 b–018") == Numbers{"DE-24-B-01877"});
  CHECK(numbers(backend, "DE") ==
        Numbers{"DE-16-D-22140", "DE-21-C-09358", "DE-22-A-00412", "DE-24-B-01877"});
  CHECK(numbers(backend, "DE-99").empty());
}

TEST_CASE("by the beginning of an e-mail address") {
  Backend backend;
  CHECK(numbers(backend, "mara.lind@example.org").size() == 4);
  CHECK(numbers(backend, " HANAKO.Yamada@ex") == Numbers{"JP-23-C-00031"});
  CHECK(numbers(backend, "@example.org").empty());
  CHECK(numbers(backend, "hanako.yamada@example.org JP").empty());
}

TEST_CASE("a certificate that gets another address is found by the new one alone") {
  Backend backend;
  domain::Certificate one = certificate("1 a", "Ilka Quill");
  domain::Certificate other = certificate("2", "Ilka Quill");
  one.owner_email = other.owner_email = "ilka@example.org";
  save(backend, {one, other});
  CHECK(numbers(backend, "ilka@") == Numbers{"1 a", "2"});
  one.owner_email = "quill@example.org";
  save(backend, {one});
  CHECK(numbers(backend, "ilka@") == Numbers{"2"});
  CHECK(numbers(backend, "quill@") == Numbers{"1 a"});
  one.owner_email.reset();
  save(backend, {one});
  CHECK(numbers(backend, "quill@").empty());
}

TEST_CASE("an address by itself does not find the one that begins so") {
  Backend backend;
  domain::Certificate one = certificate("1", "Ilka Quill");
  domain::Certificate other = certificate("2", "Ilka Quill");
  one.owner_email = "ilka@example.co";
  other.owner_email = "ilka@example.com";
  save(backend, {one, other});
  REQUIRE(backend.memory.read([&](ports::Transaction& transaction) -> base::Status {
    const auto found =
        service::certificates::certificates_by_email(transaction, "ipma", "ilka@example.co", {});
    REQUIRE(found);
    REQUIRE(found->size() == 1);
    CHECK(found->front().certificate.number == "1");
    return {};
  }));
}

TEST_CASE("by words of a name: any order, case and accents, each word from its beginning") {
  Backend backend;
  save(backend, {certificate("1", "Zoë Ødegård-Núñez"), certificate("2", "José María de la Cruz"),
                 certificate("3", "Łukasz Żak"), certificate("4", "Σοφία Παπαδοπούλου")});
  CHECK(numbers(backend, "odegard ZOE") == Numbers{"1"});
  CHECK(numbers(backend, "nune zo") == Numbers{"1"});
  CHECK(numbers(backend, "cruz jose") == Numbers{"2"});
  CHECK(numbers(backend, "mar cru jos") == Numbers{"2"});
  CHECK(numbers(backend, "zak luk") == Numbers{"3"});
  CHECK(numbers(backend, "ΣΟΦΙΑ") == Numbers{"4"});
  CHECK(numbers(backend, "花子 山") == Numbers{"JP-23-C-00031"});
  CHECK(numbers(backend, "lind mara").size() == 4);
  CHECK(numbers(backend, "ind mara").empty());
  CHECK(numbers(backend, "lind zoe").empty());
  CHECK(numbers(backend, " –!? ").empty());
}

TEST_CASE("promise 17: a registry is one association's") {
  Backend backend;
  CHECK(numbers(backend, "mara lind", "ima") == Numbers{"CMA-0071442"});
  CHECK(numbers(backend, "CMA").empty());
  CHECK(numbers(backend, "mara.lind@example.org", "ima") == Numbers{"CMA-0071442"});
  CHECK(numbers(backend, "mara", "im").empty());
}

TEST_CASE("a certificate that gets another name is found by the new one alone") {
  Backend backend;
  save(backend, {certificate("1", "Ilka Maria Quill")});
  save(backend, {certificate("1", "Ilka Novak")});
  CHECK(numbers(backend, "novak") == Numbers{"1"});
  CHECK(numbers(backend, "ilka") == Numbers{"1"});
  CHECK(numbers(backend, "quill").empty());
  CHECK(numbers(backend, "maria").empty());
}

TEST_CASE("two whole words find a name however many people have one of them") {
  Backend backend;
  std::vector<domain::Certificate> many;
  for (int i = 0; i < 1200; ++i) {
    many.push_back(certificate("A" + std::to_string(i), "Maria Aaberg"));
  }
  many.push_back(certificate("B", "Maria Zweig"));
  save(backend, many);
  CHECK(numbers(backend, "maria zweig") == Numbers{"B"});
  CHECK(numbers(backend, "zweig maria") == Numbers{"B"});
  CHECK_FALSE(find(backend, "zweig").more);
  const auto found = find(backend, "maria");
  CHECK(found.certificates.size() == service::certificates::max_registry_hits);
  CHECK(found.more);
  CHECK(find(backend, "a1").more);
}

TEST_CASE("exactly as many as are shown are all there are") {
  Backend backend;
  std::vector<domain::Certificate> many;
  for (std::size_t i = 0; i < service::certificates::max_registry_hits; ++i) {
    many.push_back(certificate("X" + std::to_string(i), "Unique Someone"));
  }
  save(backend, many);
  const auto found = find(backend, "someone");
  CHECK(found.certificates.size() == service::certificates::max_registry_hits);
  CHECK_FALSE(found.more);
}

}  // namespace
}  // namespace laurel
