// Who is signed in, as the pages of a browser learn it from each other and from the backend.

#include <doctest/doctest.h>

#include "app/members/requests.h"
#include "protocol/certificates.h"
#include "tests/app/page.h"

using namespace laurel;
using namespace laurel::app;
using namespace laurel::tests;

namespace {

/// Mara, at her certificates, which have been read.
void read_certificates(Page& page) {
  page.sign_in(mara());
  page.go_to("#/certificates");
  page.answer(page.asked("/certificates"), 200, base::encode_json(protocol::CertificatesResponse{}));
}

}  // namespace

TEST_CASE("what was read for a member is forgotten when another one is here") {
  Page page("#/login");
  read_certificates(page);
  REQUIRE(page.model().member.certificates.list.content);
  page.post(SessionMayHaveChanged{});
  SUBCASE("and not where it is the same one") {
    page.answer(page.asked("/session"), 200, base::encode_json(mara()));
    CHECK(page.model().member.certificates.list.content);
  }
  SUBCASE("who is named") {
    page.answer(page.asked("/session"), 200, base::encode_json(hanako()));
    CHECK_FALSE(page.model().member.certificates.list.content);
    CHECK(page.model().session.member == hanako());
  }
  SUBCASE("or nobody") {
    page.answer_that_nobody_is_signed_in(page.asked("/session"));
    CHECK_FALSE(page.model().member.certificates.list.content);
    CHECK(page.model().session.member == protocol::SessionResponse{});
    CHECK(page.address() == "#/login");
  }
  SUBCASE("and not where no answer comes") {
    page.lose(page.asked("/session"));
    CHECK(page.model().member.certificates.list.content);
    CHECK(page.model().route.view == View::my_certificates);
  }
}

TEST_CASE("a member who is called otherwise by now is the same member") {
  Page page("#/login");
  read_certificates(page);
  page.go_to("#/profile");
  page.drafts().member.account.new_password = "half a password";
  page.drafts().member.photo.file = ChosenFile{.name = "me.png", .address = {}, .content = "picture"};
  page.post(members::PhotoRemovePressed{});
  auto renamed = mara();
  renamed.last_name = "Lind-Berg";
  renamed.email = "mara.berg@example.org";
  const RequestId first_read = page.asked("/profile").id;
  page.post(PageShown{});
  page.answer(page.asked("/session"), 200, base::encode_json(renamed));
  CHECK(page.model().session.member == renamed);
  CHECK_FALSE(page.asked("/profile").id == first_read);  // the screen shows the address
  CHECK(page.model().member.certificates.list.content);
  CHECK(page.model().requests.is_pending(members::Purpose::remove_photo));
  CHECK(page.drafts().member.account.new_password == "half a password");
  CHECK(page.drafts().member.photo.file);
}

TEST_CASE("a late answer about who is here does not undo a newer one") {
  Page page("#/login");
  const SendRequest first = page.asked("/session");
  page.post(SessionMayHaveChanged{});
  page.answer(page.asked("/session"), 200, base::encode_json(mara()));
  page.answer_that_nobody_is_signed_in(first);
  CHECK(page.model().session.presence == Presence::signed_in);
  CHECK(page.address() == "#/dashboard");
}

TEST_CASE("a session that has ended leads back to where it ended; signing out does not") {
  Page page("#/login");
  read_certificates(page);
  SUBCASE("ended") {
    page.post(PageShown{});
    page.answer_that_nobody_is_signed_in(page.asked("/session"));
    CHECK(page.model().sign_in.notice == Message::sign_in_ended);
    CHECK(page.model().return_to == Route{View::my_certificates, {}});
  }
  SUBCASE("signed out") {
    page.post(accounts::SignOutPressed{});
    page.answer(page.asked("/session"), 204);
    CHECK(page.model().sign_in.notice == Message::sign_in_signed_out);
    CHECK(page.model().return_to == Route{View::dashboard, {}});
  }
  CHECK(page.address() == "#/login");
  CHECK_FALSE(page.model().member.certificates.list.content);
}

TEST_CASE("only an answer of the backend's own ends a session") {
  Page page("#/login");
  read_certificates(page);
  page.post(PageShown{});
  const SendRequest check = page.asked("/session");
  SUBCASE("no answer") { page.lose(check); }
  SUBCASE("a proxy's sign-in page") { page.answer(check, 401, "<html>Log in to this hotel"); }
  SUBCASE("the server is down") { page.answer(check, 503, "<html>"); }
  SUBCASE("another refusal") {
    page.answer(check, 403, problem_json(403, protocol::ProblemCode::forbidden));
  }
  CHECK(page.model().session.presence == Presence::signed_in);
  CHECK(page.model().member.certificates.list.content);
}
