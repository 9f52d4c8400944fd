#include "protocol/catalogue.h"

#include <algorithm>

#include <doctest/doctest.h>

#include "protocol/catalogue.h"
#include "tests/support/offers.h"

namespace laurel {
namespace {

using domain::OfferKind;
using protocol::HitKind;
using tests::Backend;
using tests::Browser;
using tests::offer;
using tests::put;

template <class T>
T read(Backend& backend, const std::string& path) {
  const auto response = Browser(backend).get(path);
  REQUIRE(response.status == 200);
  auto message = base::decode_json<T>(response.body, {.max_bytes = 1024 * 1024});
  REQUIRE(message);
  return std::move(*message);
}

std::vector<domain::Offer> offers(Backend& backend, const protocol::Route& route,
                                  const std::string& association = "ipma") {
  return read<protocol::OffersResponse>(backend, protocol::path_of(route, {association})).offers;
}

std::vector<protocol::SearchHit> hits(Backend& backend, const std::string& words,
                                      const std::string& association = "ipma") {
  return read<protocol::SearchResponse>(backend,
                                        protocol::path_of(protocol::search, {association, words}))
      .hits;
}

std::vector<std::string> titles(const std::vector<protocol::SearchHit>& hits) {
  std::vector<std::string> out;
  for (const auto& hit : hits) out.push_back(hit.title);
  return out;
}

TEST_CASE("texts are read by everybody; an unknown one, or another association's, is not there") {
  Backend backend;
  const auto policy = read<domain::Text>(backend, "/api/v1/ipma/texts/privacy-policy");
  CHECK(policy.title == "Privacy policy");
  CHECK(policy.version == "2026-11");
  CHECK_FALSE(policy.sections.empty());
  CHECK(read<domain::Text>(backend, "/api/v1/ima/texts/about").title == "About MyIMA");
  CHECK(Browser(backend).get("/api/v1/ipma/texts/nothing").status == 404);
  CHECK(Browser(backend).get("/api/v1/nobody/texts/about").status == 404);
}

TEST_CASE("offers that run or are to come, by their first day, each in its own list") {
  Backend backend;
  const base::Date today = base::date_of(backend.clock.now());
  const auto education = offers(backend, protocol::education_list);
  const auto events = offers(backend, protocol::events_list);
  CHECK(education.size() == 14);
  CHECK(events.size() == 11);
  CHECK(education.front().starts < today);  // it is running
  for (const auto* list : {&education, &events}) {
    CHECK(std::is_sorted(list->begin(), list->end(),
                         [](const auto& a, const auto& b) { return a.starts < b.starts; }));
    for (const auto& one : *list) CHECK(one.ends >= today);
  }
  CHECK(std::none_of(education.begin(), education.end(),
                     [](const auto& one) { return one.kind == OfferKind::event; }));
  CHECK(std::all_of(events.begin(), events.end(),
                    [](const auto& one) { return one.kind == OfferKind::event; }));
}

TEST_CASE("an offer is listed on its last day and not on the next, whatever its first") {
  Backend backend;
  const base::Date today = base::date_of(backend.clock.now());
  using std::chrono::days;
  put(backend, {offer("ima", "over", OfferKind::event, "Over", today - days(9), today - days(1)),
                offer("ima", "last", OfferKind::event, "Last", today - days(400), today),
                offer("ima", "next", OfferKind::event, "Next", today + days(1), today + days(1))});
  const auto events = offers(backend, protocol::events_list, "ima");
  REQUIRE(events.size() == 2);
  CHECK(events[0].id == "last");
  CHECK(events[1].id == "next");
  backend.clock.advance(std::chrono::hours(24));
  CHECK(offers(backend, protocol::events_list, "ima").size() == 1);
}

TEST_CASE("at most 200 offers are listed, the next ones") {
  Backend backend;
  const base::Date today = base::date_of(backend.clock.now());
  std::vector<domain::Offer> many;
  for (int i = 0; i < 230; ++i) {
    const base::Date day = today + std::chrono::days(230 - i);
    many.push_back(offer("ima", std::to_string(i), OfferKind::course, "Course", day, day));
  }
  put(backend, many);
  const auto listed = offers(backend, protocol::education_list, "ima");
  REQUIRE(listed.size() == 200);
  CHECK(listed.front().id == "229");
  CHECK(listed.back().id == "30");
}

TEST_CASE("promise 17: nothing of one association is listed or found at another") {
  Backend backend;
  const base::Date today = base::date_of(backend.clock.now());
  put(backend, {offer("ima", "budget", OfferKind::course, "Budgeting", today, today)});
  CHECK(offers(backend, protocol::education_list, "ima").size() == 1);
  CHECK(offers(backend, protocol::education_list).size() == 14);
  CHECK(offers(backend, protocol::events_list, "ima").empty());
  CHECK(titles(hits(backend, "budgeting", "ima")) == std::vector<std::string>{"Budgeting"});
  CHECK(hits(backend, "budgeting").empty());
  CHECK(hits(backend, "stakeholders", "ima").empty());
  CHECK_FALSE(hits(backend, "stakeholders").empty());
  CHECK(read<protocol::MemberAssociationsResponse>(backend, "/api/v1/ima/member-associations")
            .member_associations.empty());
  CHECK(read<protocol::OrganisationsResponse>(backend, "/api/v1/ima/organisations")
            .organisations.empty());
}

TEST_CASE("member associations and organisations by name") {
  Backend backend;
  const auto associations =
      read<protocol::MemberAssociationsResponse>(backend, "/api/v1/ipma/member-associations")
          .member_associations;
  REQUIRE(associations.size() == 22);
  CHECK(associations.front().short_name == "ACGePro");
  CHECK(associations[1].short_name == "AEIPRO");
  const auto organisations =
      read<protocol::OrganisationsResponse>(backend, "/api/v1/ipma/organisations").organisations;
  REQUIRE(organisations.size() == 6);
  CHECK(organisations.front().name == "Agora Studies");
}

TEST_CASE("the search finds every kind of thing and says where and why") {
  Backend backend;
  const auto texts = hits(backend, "shared OTHER mem");
  REQUIRE_FALSE(texts.empty());
  CHECK(texts[0].kind == HitKind::text);
  CHECK(texts[0].id == "privacy-policy");
  CHECK(texts[0].about.find("It will not be shared with other members") == 0);

  const auto event = hits(backend, "congress world");
  REQUIRE(event.size() == 1);
  CHECK(event[0].kind == HitKind::event);
  CHECK(event[0].id == "world-congress");
  CHECK(event[0].about == "Singapore");
  REQUIRE(event[0].starts);
  CHECK(base::format_date(*event[0].starts) == "2027-02-08");
  REQUIRE(event[0].ends);
  CHECK(base::format_date(*event[0].ends) == "2027-02-11");

  const auto course = hits(backend, "stakeholders in practice");
  REQUIRE_FALSE(course.empty());
  CHECK(course[0].kind == HitKind::education);
  CHECK(course[0].id == "stakeholders-in-practice");

  const auto association = hits(backend, "espanola");
  REQUIRE(association.size() == 1);
  CHECK(association[0].kind == HitKind::member_association);
  CHECK(association[0].about == "AEIPRO");
  CHECK(association[0].country == "ES");

  const auto organisation = hits(backend, "rowan");
  REQUIRE_FALSE(organisation.empty());
  CHECK(organisation[0].kind == HitKind::organisation);
  CHECK(organisation[0].title == "Rowan Simulations");
}

TEST_CASE("a search for nothing finds nothing; one without end is refused; at most 50 are told") {
  Backend backend;
  CHECK(hits(backend, "…!?").empty());
  CHECK(hits(backend, " ").empty());
  CHECK(Browser(backend)
            .get(protocol::path_of(protocol::search, {"ipma", std::string(401, 'x')}))
            .status == 400);
  CHECK(hits(backend, std::string(400, 'x')).empty());
  const base::Date today = base::date_of(backend.clock.now());
  std::vector<domain::Offer> many;
  for (int i = 0; i < 60; ++i) {
    many.push_back(offer("ima", std::to_string(i), OfferKind::event, "Meeting", today, today));
  }
  put(backend, many);
  CHECK(hits(backend, "meeting", "ima").size() == 50);
}

TEST_CASE("what the store holds is unavailable when it is down, the texts are not") {
  Backend backend;
  backend.store.reads_fail = true;
  Browser browser(backend);
  CHECK(browser.get("/api/v1/ipma/education").status == 503);
  CHECK(browser.get("/api/v1/ipma/events").status == 503);
  CHECK(browser.get("/api/v1/ipma/search/risk").status == 503);
  CHECK(browser.get("/api/v1/ipma/texts/about").status == 200);
}

}  // namespace
}  // namespace laurel
