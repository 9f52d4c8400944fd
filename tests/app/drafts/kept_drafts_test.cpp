// What outlives the page: a registration that was begun, and never a password.

#include <doctest/doctest.h>

#include <string>

#include "app/drafts/kept.h"
#include "tests/app/page.h"

using namespace laurel;
using namespace laurel::app;
using namespace laurel::tests;

namespace {

constexpr const char* found_json =
    R"({"certificates":[{"number":"SI-23-C-00417","title":"Level C","owner":"A… K…",)"
    R"("issuer":"ZPM","awarded":"2023-04-26","valid_until":"2028-04-25"}]})";

void type(Drafts& drafts) {
  drafts.registration = {.first_name = "Ana", .last_name = "Kos", .email = "ana.kos@example.org",
                         .country = "Slovenia", .password = "violet harbour ladder",
                         .password_shown = true, .agreed = true};
}

/// A visitor at step 2 who has found a certificate and ticked it.
void reach_step_2(Page& page) {
  page.answer_that_nobody_is_signed_in(page.asked("/session"));
  type(page.drafts());
  page.post(accounts::RegisterPressed{});
  page.answer(page.asked("/registrations"), 201, R"({"registration":"pending-1"})");
  page.drafts().certificates.number = "SI-23-C-00417";
  page.post(accounts::CertificateSearchPressed{});
  page.answer(page.sent().back(), 200, found_json);
  page.drafts().certificates.ticked = {"SI-23-C-00417"};
  page.drafts().certificates.newsletter = true;
}

}  // namespace

TEST_CASE("where nothing was typed, nothing is kept") {
  CHECK(kept_drafts(Page("#/register").model()).empty());
}

TEST_CASE("no password is kept, of whichever form") {
  Page page("#/register");
  const std::string secret = "violet harbour ladder";
  type(page.drafts());
  page.drafts().sign_in.password = secret;
  page.drafts().mail_link.password = secret;
  page.drafts().password_reset.password = secret;
  page.drafts().member.account = {.email = {}, .current_password = secret, .new_password = secret};
  const std::string kept = kept_drafts(page.model());
  CHECK(kept.find("Kos") != std::string::npos);
  CHECK(kept.find("violet") == std::string::npos);
}

TEST_CASE("a registration goes on where the page was left, at its step") {
  Page before("#/register");
  reach_step_2(before);
  const std::string kept = kept_drafts(before.model());

  Page page("#/register/certificates", "page-2");
  CHECK(page.model().route.view == View::registration);
  page.post(DraftsRestored{kept});
  CHECK(page.model().route.view == View::certificates);
  CHECK(kept_drafts(page.model()) == kept);
  CHECK(page.model().registration.pending == "pending-1");
  REQUIRE(page.model().registration.found.size() == 1);
  CHECK(page.model().registration.found[0].valid_until == base::parse_date("2028-04-25"));
  CHECK(page.drafts().certificates.ticked == std::vector<std::string>{"SI-23-C-00417"});
  CHECK(page.drafts().certificates.newsletter);
  CHECK(page.drafts().registration.agreed);
  CHECK(page.drafts().registration.password.empty());
}

namespace {

std::string profile_json(const char* job_title, int revision) {
  protocol::ProfileResponse response;
  response.member_id = domain::MemberId{"mara"};
  response.profile.first_name = "Mara";
  response.profile.job_title = job_title;
  response.revision = revision;
  return base::encode_json(response);
}

/// Mara at her profile, in which she has typed another job.
void edit_profile(Page& page) {
  page.sign_in(mara());
  page.go_to("#/profile");
  page.answer(page.asked("/profile"), 200, profile_json("Planner", 3));
  page.drafts().member.profile.job_title = "Programme manager";
}

}  // namespace

TEST_CASE("an unsaved profile comes back to its member, whichever arrives first") {
  Page before("#/login");
  edit_profile(before);
  const std::string kept = kept_drafts(before.model());
  Page page("#/profile", "page-2");
  page.sign_in(mara());
  SUBCASE("what was kept") {
    page.post(DraftsRestored{kept});
    CHECK(kept_drafts(page.model()) == kept);
    page.answer(page.asked("/profile"), 200, profile_json("Planner", 4));
  }
  SUBCASE("what is saved") {
    page.answer(page.asked("/profile"), 200, profile_json("Planner", 4));
    page.post(DraftsRestored{kept});
  }
  CHECK(page.drafts().member.profile.job_title == "Programme manager");
  CHECK(page.drafts().member.profile.revision == 3);  // so that a save by another device is noticed
  page.drafts().member.profile.job_title = "Planner";
  CHECK(kept_drafts(page.model()).empty());
}

TEST_CASE("an unsaved profile does not come back over what is typed already") {
  Page before("#/login");
  edit_profile(before);
  Page page("#/login");
  edit_profile(page);
  page.drafts().member.profile.job_title = "Director";
  page.post(DraftsRestored{kept_drafts(before.model())});
  CHECK(page.drafts().member.profile.job_title == "Director");
}

TEST_CASE("promise 27: an unsaved profile is for no other member, and gone after signing out") {
  Page before("#/login");
  edit_profile(before);
  const std::string kept = kept_drafts(before.model());
  SUBCASE("who was there before it was read") {
    Page page("#/login");
    page.sign_in(hanako());
    page.post(DraftsRestored{kept});
    CHECK(kept_drafts(page.model()).empty());
  }
  SUBCASE("who comes after") {
    Page page("#/login");
    page.post(DraftsRestored{kept});
    page.sign_in(hanako());
    CHECK(kept_drafts(page.model()).empty());
  }
  SUBCASE("nor for anybody once she has left") {
    before.post(accounts::SignOutPressed{});
    before.answer(before.asked("/session"), 204);
    CHECK(kept_drafts(before.model()).empty());
  }
}

TEST_CASE("what is typed before the kept drafts arrive is newer and stays") {
  Page before("#/register");
  type(before.drafts());
  Page page("#/register");
  page.drafts().registration.first_name = "Eva";
  page.post(DraftsRestored{kept_drafts(before.model())});
  CHECK(page.drafts().registration.first_name == "Eva");
  CHECK(page.drafts().registration.last_name == "Kos");
}

TEST_CASE("a registration that is under way is not replaced by one that was kept") {
  Page before("#/register");
  reach_step_2(before);
  Page page("#/register");
  page.answer_that_nobody_is_signed_in(page.asked("/session"));
  type(page.drafts());
  page.post(accounts::RegisterPressed{});
  page.answer(page.asked("/registrations"), 201, R"({"registration":"pending-2"})");
  page.post(DraftsRestored{kept_drafts(before.model())});
  CHECK(page.model().registration.pending == "pending-2");
  CHECK(page.drafts().certificates.ticked.empty());
}

TEST_CASE("what another version of the page has kept is passed over") {
  for (const std::string kept : {"", "rubbish", "{}", "[]", R"({"registration":7})"}) {
    CAPTURE(kept);
    Page page("#/register");
    page.post(DraftsRestored{kept});
    CHECK(kept_drafts(page.model()).empty());
    CHECK(page.model().route.view == View::registration);
  }
}

TEST_CASE("nothing is kept any more once the member is in") {
  Page page("#/register");
  reach_step_2(page);
  page.post(SessionMayHaveChanged{});
  page.answer(page.asked("/session"), 200, base::encode_json(mara()));
  CHECK(kept_drafts(page.model()).empty());
}

TEST_CASE("a visitor's registration does not come back to a member") {
  Page before("#/register");
  reach_step_2(before);
  Page page("#/login");
  page.sign_in(mara());
  page.post(DraftsRestored{kept_drafts(before.model())});
  CHECK(page.model().registration.pending.empty());
  CHECK(page.model().registration.found.empty());
  CHECK(page.drafts().registration.email.empty());
  CHECK(kept_drafts(page.model()).empty());
}
