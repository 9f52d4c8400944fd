// Requests under way: which reply still counts (a late one to a superseded request does not), and
// under which key something is sent again (facts: promises 16 and 26).

#include <doctest/doctest.h>

#include <optional>
#include <string>

#include "app/accounts/requests.h"
#include "app/catalogue/requests.h"
#include "app/certificates/requests.h"
#include "app/request.h"
#include "tests/app/page.h"

using namespace laurel;
using namespace laurel::app;
using namespace laurel::tests;

namespace {

/// Of the request that the reply ends, where it still counts.
std::optional<Purpose> finish(Requests& requests, RequestId id) {
  const auto request = requests.finish(id, true);
  return request ? std::optional(request->purpose) : std::nullopt;
}

}  // namespace

TEST_CASE("a newer request supersedes the older one for the same purpose, and that one alone") {
  Requests requests;
  requests.start("tab");
  const RequestId other = requests.begin(catalogue::Purpose::read_events, "events", {});
  const RequestId older = requests.begin(catalogue::Purpose::search, "lin", {});
  const RequestId newer = requests.begin(catalogue::Purpose::search, "zo", {});

  SUBCASE("whose late reply is dropped") {
    CHECK(finish(requests, newer) == catalogue::Purpose::search);
    CHECK(finish(requests, older) == std::nullopt);
  }
  SUBCASE("whose early reply is dropped, and the newer one is waited for") {
    CHECK(finish(requests, older) == std::nullopt);
    CHECK(requests.is_pending(catalogue::Purpose::search));
    CHECK(finish(requests, newer) == catalogue::Purpose::search);
  }
  CHECK_FALSE(requests.is_pending(catalogue::Purpose::search));
  CHECK(finish(requests, other) == catalogue::Purpose::read_events);
}

TEST_CASE("what is dropped is waited for no more, and nothing else is dropped") {
  Requests requests;
  requests.start("tab");
  const RequestId of_all = requests.begin(catalogue::Purpose::read_events, "events", {});
  const RequestId of_member = requests.begin(certificates::Purpose::claim_certificates, "A", {});
  const RequestId of_visitor = requests.begin(accounts::JoiningPurpose::register_member, "B", {});
  const std::string key = requests.idempotency_key(certificates::Purpose::claim_certificates);
  requests.drop(Audience::member);
  CHECK_FALSE(requests.is_pending(certificates::Purpose::claim_certificates));
  CHECK(finish(requests, of_member) == std::nullopt);
  requests.begin(certificates::Purpose::claim_certificates, "A", {});
  CHECK(requests.idempotency_key(certificates::Purpose::claim_certificates) != key);
  CHECK(finish(requests, of_all) == catalogue::Purpose::read_events);
  CHECK(finish(requests, of_visitor) == accounts::JoiningPurpose::register_member);
}

TEST_CASE("it is known on which screen it was asked") {
  Requests requests;
  const Route one{View::activation, "one"};
  const RequestId id = requests.begin(accounts::JoiningPurpose::press_mail_link, "one", one);
  CHECK(requests.is_pending(accounts::JoiningPurpose::press_mail_link, one));
  CHECK_FALSE(requests.is_pending(accounts::JoiningPurpose::press_mail_link, {View::activation, "two"}));
  const auto request = requests.finish(id, true);
  REQUIRE(request);
  CHECK(request->asked_on == one);
}

TEST_CASE("a reply is taken once") {
  Requests requests;
  const RequestId id = requests.begin(catalogue::Purpose::search, "lin", {});
  CHECK(finish(requests, id) == catalogue::Purpose::search);
  CHECK(finish(requests, id) == std::nullopt);
  CHECK(finish(requests, RequestId{4711}) == std::nullopt);
}

TEST_CASE("what is asked again because no answer came has the key of its first try") {
  Requests requests;
  requests.start("tab");
  const auto key_of_try = [&requests](const char* content, bool answered) {
    const RequestId id = requests.begin(certificates::Purpose::claim_certificates, content, {});
    const std::string key = requests.idempotency_key(certificates::Purpose::claim_certificates);
    requests.finish(id, answered);
    return key;
  };
  const std::string first = key_of_try("A", false);
  CHECK(key_of_try("A", false) == first);
  SUBCASE("until an answer comes") {
    CHECK(key_of_try("A", true) == first);
    CHECK(key_of_try("A", true) != first);
  }
  SUBCASE("but not where it asks for something else") {
    CHECK(key_of_try("B", false) != first);
    CHECK(key_of_try("A", false) != first);
  }
}

TEST_CASE("no two keys of a tab are the same, nor of two tabs") {
  Requests one;
  one.start("one");
  Requests two;
  two.start("two");
  one.begin(accounts::SignInPurpose::sign_in, "x", {});
  one.begin(accounts::SignInPurpose::sign_out, "x", {});
  two.begin(accounts::SignInPurpose::sign_in, "x", {});
  CHECK(one.idempotency_key(accounts::SignInPurpose::sign_in) != one.idempotency_key(accounts::SignInPurpose::sign_out));
  CHECK(one.idempotency_key(accounts::SignInPurpose::sign_in) != two.idempotency_key(accounts::SignInPurpose::sign_in));
}

TEST_CASE("it is known what became of a request where the backend itself says so") {
  CHECK_FALSE(is_answered({}));
  CHECK_FALSE(is_answered({true, 500, {}}));
  CHECK_FALSE(is_answered({true, 503, {}}));
  CHECK_FALSE(is_answered({true, 409, {}}));  // it is still at work on the same
  CHECK(is_answered({true, 204, {}}));
  CHECK(is_answered({true, 400, {}}));
  CHECK(is_answered({true, 422, {}}));
}

TEST_CASE("what a reply that is no success means to the member") {
  using protocol::ProblemCode;
  CHECK(trouble_of({}).kind == TroubleKind::offline);
  CHECK(trouble_of({true, 200, "<html>"}).kind == TroubleKind::rubbish);
  CHECK(trouble_of({true, 404, "<html>"}).kind == TroubleKind::rubbish);
  CHECK(trouble_of({true, 502, "<html>"}).kind == TroubleKind::unavailable);
  CHECK(trouble_of({true, 503, problem_json(503, ProblemCode::unavailable)}).kind ==
        TroubleKind::unavailable);
  CHECK(trouble_of({true, 401, problem_json(401, ProblemCode::wrong_credentials)}).kind ==
        TroubleKind::wrong_credentials);
  CHECK(trouble_of({true, 410, problem_json(410, ProblemCode::gone)}).kind == TroubleKind::expired);
  const std::string body =
      R"({"status":429,"code":"too_many_tries","title":"Too many","retry_after_s":90})";
  CHECK(trouble_of({true, 429, body}).kind == TroubleKind::too_many_tries);
  CHECK(trouble_of({true, 429, body}).wait_s == 90);
}

TEST_CASE("a press that is repeated while its request is under way asks once") {
  Page page("#/login");
  page.answer_that_nobody_is_signed_in(page.asked("/session"));
  page.drafts().sign_in = {.email = "mara.lind@example.org", .password = "otter"};
  const std::size_t before = page.sent().size();
  page.post(accounts::SignInPressed{});
  page.post(accounts::SignInPressed{});
  CHECK(page.sent().size() == before + 1);
  const SendRequest first = page.asked("/session");
  CHECK(first.method == protocol::Method::post);
  page.lose(first);
  page.post(accounts::SignInPressed{});
  CHECK_FALSE(page.asked("/session").id == first.id);
  CHECK(page.asked("/session").idempotency_key == first.idempotency_key);
}

TEST_CASE("a question has no idempotency key, a change has one") {
  Page page("#/login");
  CHECK(page.asked("/session").idempotency_key.empty());
  page.sign_in(mara());
  page.post(accounts::SignOutPressed{});
  CHECK(page.asked("/session").method == protocol::Method::delete_);
  CHECK(page.asked("/session").idempotency_key.starts_with("page-1-"));
}

TEST_CASE("a late answer to a superseded question changes nothing, whatever it says") {
  Page page("#/about/one");
  const SendRequest one = page.asked("/texts/one");
  page.go_to("#/about/two");
  page.answer(page.asked("/texts/two"), 200,
              R"({"id":"two","title":"Two","sections":[]})");
  SUBCASE("an error") {
    page.answer(one, 404, problem_json(404, protocol::ProblemCode::not_found));
  }
  SUBCASE("a text") { page.answer(one, 200, R"({"id":"one","title":"One","sections":[]})"); }
  CHECK(page.model().route == Route{View::text, "two"});
  REQUIRE(page.model().catalogue.text.content);
  CHECK(page.model().catalogue.text.content->title == "Two");
}
