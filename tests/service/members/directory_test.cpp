#include <algorithm>
#include <array>
#include <functional>
#include <random>
#include <tuple>

#include <doctest/doctest.h>

#include "adapters/memory/staged_store.h"
#include "base/bytes.h"
#include "service/accounts/records.h"
#include "service/accounts/schema.h"
#include "service/certificates/records.h"
#include "service/certificates/registry.h"
#include "service/kernel/services.h"
#include "service/members/profile_records.h"
#include "service/sample.h"
#include "service/store/records.h"
#include "tests/support/profiles.h"
#include "tests/support/registering.h"

namespace laurel {
namespace {

using domain::Privacy;
using protocol::DirectorySearch;
using tests::Backend;
using tests::Browser;

const std::string path = "/api/v1/ipma/directory";

struct Somebody {
  std::string id;
  std::string first_name;
  std::string last_name;
  std::string country;
  std::string member_association;
  Privacy privacy = Privacy::public_profile;
};

service::accounts::AccountRecord account_of(const Somebody& one) {
  return {domain::Member{domain::MemberId(one.id), "ipma", one.id + "@example.org"}, "no hash"};
}

service::members::ProfileRecord profile_of(const Somebody& one) {
  auto record = service::members::first_profile(account_of(one).member, one.first_name,
                                                one.last_name, "AT", one.member_association);
  record.profile.country_of_origin = one.country;
  record.profile.privacy = one.privacy;
  record.profile.company = "Secretworks";
  record.profile.mobile = "+46701234567";
  return record;
}

struct Desk {
  Desk() {
    REQUIRE(browser.sign_in(backend.sample.email, backend.sample.password).status == 200);
  }

  void change(const std::function<base::Status(ports::Transaction&)>& work) {
    REQUIRE(backend.memory.write(work));
  }

  void add(const std::vector<Somebody>& people) {
    change([&](ports::Transaction& transaction) -> base::Status {
      for (const Somebody& one : people) {
        if (auto status = service::store::save(transaction, account_of(one)); !status) return status;
        if (auto status = save_profile(transaction, profile_of(one)); !status) return status;
      }
      return {};
    });
  }

  /// A certificate that the member has until the day.
  void certify(const std::string& id, const std::string& valid_until) {
    change([&](ports::Transaction& transaction) -> base::Status {
      service::certificates::CertificateRecord record;
      record.certificate.association = "ipma";
      record.certificate.number = "X-" + id;
      record.certificate.owner_name = "Somebody";
      record.certificate.valid_until = *base::parse_date(valid_until);
      if (auto status = save_certificate(transaction, record); !status) return status;
      return service::store::save(transaction, service::certificates::LinkedCertificateRecord{
                                   record.id(), domain::MemberId(id)});
    });
  }

  protocol::DirectoryResponse page(const DirectorySearch& search) {
    return tests::message_in<protocol::DirectoryResponse>(
        browser.post(path, base::encode_json(search)));
  }

  /// Page after page: "Kos Ana, Lind Mara".
  std::string names(DirectorySearch search) {
    std::string text;
    do {
      const auto found = page(search);
      CHECK(found.members.size() <= 20);
      for (const auto& member : found.members) {
        text += (text.empty() ? "" : ", ") + member.last_name + " " + member.first_name;
      }
      search.after = found.after;
    } while (search.after);
    return text;
  }

  std::string by_words(const std::string& words) { return names({.words = words}); }

  Backend backend;
  Browser browser{backend};
};

TEST_CASE("the directory lists everybody of the association, by last name") {
  Desk desk;
  desk.add({{"a", "Ana", "Žagar", "SI", ""}, {"b", "Bo", "zachary", "", ""},
            {"c", "Émile", "Lind", "", ""}, {"d", "Eva", "Linden", "", ""}});
  CHECK(desk.names({}) ==
        "Ammann Reto, Fernández Rojas Lucía, Haddad Samir, Lind Émile, Lind Mara, Linden Eva, "
        "Ødegård-Núñez Zoë, Tan Wei Ling, Vermeer Anneke, Wiśniewski Michał, zachary Bo, Žagar Ana, "
        "山田 花子");
  CHECK(desk.names({.words = "", .country_of_origin = "", .member_association = ""}) ==
        desk.names({}));
  for (const auto& member : desk.page({}).members) CHECK(member.certificates.empty());
}

TEST_CASE("members are found by words of their names, in any order, case and accents") {
  Desk desk;
  desk.add({{"a", "José María", "García Núñez", "", ""}, {"b", "Maria", "Garnier", "", ""}});
  CHECK(desk.by_words("gar mar") == "García Núñez José María, Garnier Maria");
  CHECK(desk.by_words("MARÍA garcia") == "García Núñez José María");
  CHECK(desk.by_words("nun") == "García Núñez José María, Ødegård-Núñez Zoë");
  CHECK(desk.by_words("  Ødegård-nuñez,zoe ") == "Ødegård-Núñez Zoë");
  CHECK(desk.by_words("maria maria") == "García Núñez José María, Garnier Maria");
  CHECK(desk.by_words("arnier").empty());
  CHECK(desk.by_words("maria lind").empty());
  CHECK(desk.by_words("山") == "山田 花子");
  CHECK(desk.by_words("子 田") == "山田 花子");
  CHECK(desk.by_words("?!").empty());
}

TEST_CASE("nothing but names is found by words") {
  Desk desk;
  desk.add({{"anchor", "Ana", "Kos", "SI", "ZPM"}});
  for (const char* words : {"anchor", "example", "secretworks", "SI", "ZPM", "46701234567",
                            "ipma", "+46701234567"}) {
    CAPTURE(std::string(words));
    CHECK(desk.by_words(words).empty());
  }
}

TEST_CASE("a new name is found at once, and the old one no longer") {
  Desk desk;
  domain::Profile profile = tests::full_profile();
  profile.first_name = "Marija";
  profile.last_name = "Novak Lind";
  tests::replace_profile(desk.browser, profile);
  CHECK(desk.by_words("mara").empty());
  CHECK(desk.by_words("marija") == "Novak Lind Marija");
  CHECK(desk.by_words("lind") == "Novak Lind Marija");
  profile.last_name = "Novak";
  tests::replace_profile(desk.browser, profile);
  CHECK(desk.by_words("lind").empty());
}

TEST_CASE("who has just registered is in the directory") {
  Desk desk;
  Browser visitor(desk.backend);
  tests::become_member(desk.backend, visitor, tests::ana());
  CHECK(desk.by_words("kos ana") == "Kos Ana");
}

TEST_CASE("what is hidden is not found: country and member association follow the option") {
  Desk desk;
  desk.add({{"a", "Ana", "Public", "SI", "ZPM", Privacy::public_profile},
            {"b", "Bor", "General", "SI", "ZPM", Privacy::general_profile},
            {"c", "Cene", "Private", "SI", "ZPM", Privacy::private_profile}});
  CHECK(desk.names({.country_of_origin = "SI"}) == "Public Ana");
  CHECK(desk.names({.member_association = "ZPM"}) == "General Bor, Public Ana");
  CHECK(desk.names({.country_of_origin = "SI", .member_association = "ZPM"}) == "Public Ana");
  CHECK(desk.names({.words = "private", .country_of_origin = "SI"}).empty());
  CHECK(desk.names({.words = "private", .member_association = "ZPM"}).empty());
  CHECK(desk.by_words("private") == "Private Cene");
  CHECK(desk.names({.words = "ana", .country_of_origin = "SI"}) == "Public Ana");
  // The registration's country is nobody else's to know.
  CHECK(desk.names({.country_of_origin = "AT"}).empty());
  // The sample's members have chosen nothing, so they are general.
  CHECK(desk.names({.member_association = "GPM"}) == "Lind Mara");
}

TEST_CASE("whoever changes the option is hidden, or found, at once") {
  Desk desk;
  domain::Profile profile = tests::full_profile();
  tests::replace_profile(desk.browser, profile);
  CHECK(desk.names({.country_of_origin = "SE", .member_association = "ZPM"}) == "Lind Mara");
  profile.privacy = Privacy::private_profile;
  tests::replace_profile(desk.browser, profile);
  CHECK(desk.names({.country_of_origin = "SE"}).empty());
  CHECK(desk.names({.member_association = "ZPM"}).empty());
}

TEST_CASE("a line of the directory shows what the member's page does, without certificates") {
  Desk desk;
  desk.add({{"a", "Ana", "Kos", "SI", "ZPM", Privacy::public_profile},
            {"b", "Ana", "Kos", "SI", "ZPM", Privacy::general_profile},
            {"c", "Ana", "Kos", "SI", "ZPM", Privacy::private_profile}});
  const auto found = desk.page({.words = "kos"});
  REQUIRE(found.members.size() == 3);
  for (const auto& member : found.members) {
    const auto page = desk.browser.get("/api/v1/ipma/members/" + member.member_id.value);
    CHECK(page.body == base::encode_json(member));
    CHECK(page.body.find("46701234567") == std::string::npos);
  }
}

TEST_CASE("certified are those with a certificate that has not run out, whatever their option") {
  Desk desk;
  desk.add({{"a", "Ana", "Public", "", "", Privacy::public_profile},
            {"b", "Bor", "General", "", "", Privacy::general_profile},
            {"c", "Cene", "Private", "", "", Privacy::private_profile},
            {"d", "Dana", "Past", "", ""}});
  const base::Date today = base::date_of(desk.backend.clock.now());
  for (const char* id : {"a", "b", "c"}) desk.certify(id, base::format_date(today));
  desk.certify("d", base::format_date(today - std::chrono::days(1)));
  CHECK(desk.names({.words = "p", .certified = true}) == "Private Cene, Public Ana");
  CHECK(desk.names({.words = "p", .certified = false}) == "Past Dana");
  CHECK(desk.names({.words = "general", .certified = true}) == "General Bor");
  CHECK(desk.names({.words = "mara", .certified = true}) == "Lind Mara");
  CHECK(desk.names({.words = "zoe", .certified = false}) == "Ødegård-Núñez Zoë");
}

std::vector<Somebody> many(int count) {
  const std::array<std::string, 6> names = {"Ana", "Anamarija", "Bor", "Boris", "Cene", "Dana"};
  const std::array<std::string, 4> countries = {"SI", "DE", "FI", ""};
  const std::array<std::string, 3> associations = {"ZPM", "GPM", ""};
  std::mt19937 random(7);
  const auto one_of = [&random](const auto& list) { return list[random() % list.size()]; };
  std::vector<Somebody> people;
  for (int i = 0; i < count; ++i) {
    people.push_back({"id" + std::to_string(1000 + i), one_of(names), one_of(names),
                      one_of(countries), one_of(associations), static_cast<Privacy>(random() % 3)});
  }
  return people;
}

/// The same, without any index.
std::string expected(std::vector<Somebody> people, const std::string& word,
                     const std::string& country, const std::string& member_association) {
  std::erase_if(people, [&](const Somebody& one) {
    const bool named = one.first_name.starts_with(word) || one.last_name.starts_with(word);
    const bool from = country.empty() || (one.country == country &&
                                          one.privacy == Privacy::public_profile);
    const bool of = member_association.empty() ||
                    (one.member_association == member_association &&
                     one.privacy != Privacy::private_profile);
    return !named || !from || !of;
  });
  std::sort(people.begin(), people.end(), [](const Somebody& a, const Somebody& b) {
    return std::tie(a.last_name, a.first_name, a.id) < std::tie(b.last_name, b.first_name, b.id);
  });
  std::string text;
  for (const Somebody& one : people) {
    text += (text.empty() ? "" : ", ") + one.last_name + " " + one.first_name;
  }
  return text;
}

TEST_CASE("every combination of filters finds exactly those who fit, page by page") {
  Desk desk;
  desk.change([](ports::Transaction& transaction) -> base::Status {
    const auto sample = transaction.list(service::accounts::schema::accounts, "", 100);
    REQUIRE(sample);
    for (const auto& account : *sample) {
      const bool signed_in = account.document.find("mara.lind") != std::string::npos;
      if (signed_in) continue;
      if (auto status = transaction.erase(service::accounts::schema::accounts, account.id);
          !status) {
        return status;
      }
    }
    return {};
  });
  auto people = many(150);
  desk.add(people);
  people.push_back({"", "Mara", "Lind", "DE", "GPM", Privacy::general_profile});
  for (const char* word : {"", "An", "Anam", "Bor", "Xy"}) {
    for (const char* country : {"", "SI", "FI"}) {
      for (const char* of : {"", "ZPM", "GPM"}) {
        CAPTURE(std::string(word) + "/" + country + "/" + of);
        CHECK(desk.names({.words = word, .country_of_origin = country, .member_association = of}) ==
              expected(people, word, country, of));
      }
    }
  }
}

TEST_CASE("going on stays true while members come, go and change their names") {
  Desk desk;
  std::vector<Somebody> people;
  for (int i = 10; i < 60; ++i) {
    people.push_back({"id" + std::to_string(i), "Nn", "Same" + std::to_string(i), "SI", ""});
  }
  desk.add(people);
  const auto first = desk.page({.country_of_origin = "SI"});
  REQUIRE(first.members.size() == 20);
  REQUIRE(first.after);
  // The member that the next page begins after goes, one comes before it and one after.
  desk.change([](ports::Transaction& transaction) -> base::Status {
    auto record = service::members::load_profile(transaction, domain::MemberId("id29"));
    REQUIRE(record);
    record->profile.last_name = "Aaa";
    return save_profile(transaction, *record);
  });
  desk.add({{"x", "Nn", "Same15b", "SI", ""}, {"y", "Nn", "Same30b", "SI", ""}});
  const std::string rest = desk.names({.country_of_origin = "SI", .after = first.after});
  CHECK(rest.starts_with("Same30 Nn, Same30b Nn, Same31 Nn, "));
  CHECK(rest.find("Aaa") == std::string::npos);
  CHECK(rest.find("Same15b") == std::string::npos);
}

TEST_CASE("a search that goes through very many members stops, and says where to go on") {
  Backend backend;
  adapters::memory::StagedStore store;
  service::kernel::Services services(store, backend.clock, backend.entropy, backend.hasher,
                                     backend.images, backend.associations, tests::config(),
                                     tests::sample_contents(backend.associations));
  const auto login = service::load_sample(tests::read_asset("assets/sample/members.json"), services);
  REQUIRE(login);
  std::vector<ports::Record> profiles;
  std::vector<ports::Record> accounts;
  for (int i = 0; i < 12'000; ++i) {
    const Somebody one{"id" + std::to_string(100'000 + i), i == 11'999 ? "Zita" : "Nn", "Same", "SI",
                       ""};
    const auto profile = profile_of(one);
    const auto account = account_of(one);
    profiles.push_back({profile.id(), base::encode_json(profile), profile.keys()});
    accounts.push_back({account.id(), base::encode_json(account), account.keys()});
  }
  store.load("profiles", std::move(profiles));
  store.load("accounts", std::move(accounts));

  protocol::Request request{.method = protocol::Method::post,
                            .path = "/api/v1/ipma/session",
                            .content_type = "application/json",
                            .body = base::encode_json(
                                protocol::SignInRequest{login->email, login->password, false})};
  const auto signed_in = tests::api().handle(request, services);
  REQUIRE(signed_in.status == 200);
  request.path = path;
  request.origin = tests::origin();
  request.cookies = {{signed_in.cookies[0].name, signed_in.cookies[0].value}};
  request.body = base::encode_json(DirectorySearch{.words = "zita", .country_of_origin = "SI"});
  const auto first =
      tests::message_in<protocol::DirectoryResponse>(tests::api().handle(request, services));
  CHECK(first.members.empty());
  REQUIRE(first.after);
  request.body = base::encode_json(
      DirectorySearch{.words = "zita", .country_of_origin = "SI", .after = first.after});
  const auto second =
      tests::message_in<protocol::DirectoryResponse>(tests::api().handle(request, services));
  REQUIRE(second.members.size() == 1);
  CHECK(second.members[0].first_name == "Zita");
  CHECK_FALSE(second.after);
}

TEST_CASE("a filter that names nothing, and a place that was never given out") {
  Desk desk;
  const auto errors = [&](const DirectorySearch& search) {
    return tests::errors_in(desk.browser.post(path, base::encode_json(search)));
  };
  CHECK(errors({.country_of_origin = "XX", .member_association = "zpm"}) ==
        "country_of_origin invalid, member_association invalid");
  for (const char* after : {"!", "A", "gA", "AGE"}) {
    CAPTURE(std::string(after));
    CHECK(desk.browser.post(path, base::encode_json(DirectorySearch{.after = after})).status == 400);
  }
  CHECK(desk.browser.post(path, "").status == 400);
}

TEST_CASE("promise 17: the directory is open to the association's members alone") {
  Desk desk;
  desk.add({{"a", "Ana", "Kos", "SI", "ZPM"}});
  Browser nobody(desk.backend);
  CHECK(nobody.post(path, "{}").status == 401);
  Browser samuel(desk.backend);
  REQUIRE(samuel.sign_in("samuel.okoro@example.org", desk.backend.sample.password, false, "", "ima")
              .status == 200);
  CHECK(samuel.post(path, "{}").status == 401);
  const auto at_ima = samuel.post("/api/v1/ima/directory", "{}");
  CHECK(at_ima.status == 200);
  CHECK(at_ima.body.find("Kos") == std::string::npos);
  CHECK(at_ima.body.find("Okoro") != std::string::npos);
  // Nor does a place lead out of the association.
  for (const char* place : {"\t\t", "ipma", "ipma\t", "\xC3\xBF"}) {
    const auto body = base::encode_json(DirectorySearch{.after = base::to_base64url(place)});
    CHECK(samuel.post("/api/v1/ima/directory", body).body.find("Kos") == std::string::npos);
  }
}

}  // namespace
}  // namespace laurel
