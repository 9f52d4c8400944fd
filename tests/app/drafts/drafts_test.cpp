// What is typed and not sent: it is wiped at sign-out, and nobody finds another's (style rule 4).

#include <doctest/doctest.h>

#include <string>

#include "app/unsaved.h"
#include "protocol/members.h"
#include "tests/app/page.h"

using namespace laurel;
using namespace laurel::app;
using namespace laurel::tests;

namespace {

/// Everything that was typed. A draft that is new does not compile until it is named here.
std::string words_in(const Drafts& drafts) {
  const auto& [sign_in, registration, certificates, password_reset, mail_link, search, newsletter,
               member] = drafts;
  const auto& [my_certificates, directory, profile, photo, account] = member;
  std::string words;
  for (const std::string* text :
       {&sign_in.email, &sign_in.password, &registration.first_name, &registration.last_name,
        &registration.email, &registration.country, &registration.password, &certificates.number,
        &certificates.email, &my_certificates.number, &my_certificates.email,
        &password_reset.email, &password_reset.password, &mail_link.password, &search.words,
        &directory.words, &newsletter.email, &profile.member_id, &profile.first_name,
        &profile.mobile, &profile.biography, &account.email, &account.current_password,
        &account.new_password}) {
    words += *text;
  }
  for (const std::string& number : certificates.ticked) words += number;
  for (const std::string& number : my_certificates.ticked) words += number;
  if (photo.file) words += photo.file->content;
  return words;
}

void type_everywhere(Drafts& drafts) {
  drafts.sign_in = {.email = "typed", .password = "typed"};
  drafts.registration = {.first_name = "typed", .last_name = "typed", .email = "typed",
                         .country = "typed", .password = "typed"};
  drafts.certificates = {.number = "typed", .email = "typed", .awarded = {}, .valid_until = {},
                         .ticked = {"typed"}};
  drafts.member.certificates = drafts.certificates;
  drafts.password_reset = {.email = "typed", .password = "typed"};
  drafts.mail_link.password = "typed";
  drafts.search.words = "typed";
  drafts.member.directory.words = "typed";
  drafts.newsletter.email = "typed";
  drafts.member.profile.first_name = drafts.member.profile.mobile = drafts.member.profile.biography = "typed";
  drafts.member.photo.file = ChosenFile{.name = "me.png", .address = {}, .content = "typed"};
  drafts.member.account = {.email = "typed", .current_password = "typed", .new_password = "typed"};
}

std::string profile_json(const char* member_id, const char* job_title, std::int64_t revision = 1) {
  protocol::ProfileResponse response;
  response.member_id = domain::MemberId{member_id};
  response.revision = revision;
  response.profile.first_name = "Mara";
  response.profile.last_name = "Lind";
  response.profile.country = "SI";
  response.profile.job_title = job_title;
  return base::encode_json(response);
}

/// Mara's form, in which something is not saved.
void edit_profile(Page& page) {
  page.sign_in(mara());
  page.go_to("#/profile");
  page.answer(page.asked("/profile"), 200, profile_json("mara", "Planner"));
  page.drafts().member.profile.job_title = "Programme manager";
}

}  // namespace

TEST_CASE("signing out wipes everything that was typed, once the backend has done it") {
  Page page("#/login");
  page.sign_in(mara());
  page.go_to("#/events");
  type_everywhere(page.drafts());
  const std::string typed = words_in(page.drafts());
  page.post(accounts::SignOutPressed{});
  SUBCASE("and not where it has not") {
    page.lose(page.asked("/session"));
    CHECK(words_in(page.drafts()) == typed);
    CHECK(page.model().session.presence == Presence::signed_in);
  }
  SUBCASE("also where the session had ended before") {
    page.answer_that_nobody_is_signed_in(page.asked("/session"));
    CHECK(words_in(page.drafts()).empty());
  }
  SUBCASE("at once") {
    page.answer(page.asked("/session"), 204);
    CHECK(words_in(page.drafts()).empty());
    CHECK(page.model().session.presence == Presence::signed_out);
  }
}

TEST_CASE("a password that was typed is not left when the member is in") {
  Page page("#/login");
  page.sign_in(mara());
  CHECK(words_in(page.drafts()).empty());
}

TEST_CASE("what a visitor typed is not there for a member who signs in in another tab") {
  Page page("#/login");
  page.answer_that_nobody_is_signed_in(page.asked("/session"));
  type_everywhere(page.drafts());
  page.drafts().member.profile = {};  // a visitor has none
  page.post(SessionMayHaveChanged{});
  page.answer(page.asked("/session"), 200, base::encode_json(mara()));
  CHECK(words_in(page.drafts()).empty());
}

TEST_CASE("a profile that is not saved outlives a session that ends, for its member alone") {
  Page page("#/login");
  edit_profile(page);
  page.drafts().member.account.new_password = "half a password";
  page.post(members::ProfileSavePressed{});
  page.answer_that_nobody_is_signed_in(page.asked("/profile"));
  CHECK(page.model().route.view == View::sign_in);
  CHECK(page.drafts().member.account.new_password.empty());

  page.drafts().sign_in = {.email = "somebody@example.org", .password = "typed"};
  page.post(accounts::SignInPressed{});
  SUBCASE("who goes on") {
    page.answer(page.asked("/session"), 200, base::encode_json(mara()));
    page.answer(page.asked("/profile"), 200, profile_json("mara", "Planner"));
    CHECK(page.drafts().member.profile.job_title == "Programme manager");
  }
  SUBCASE("and no other") {
    page.answer(page.asked("/session"), 200, base::encode_json(hanako()));
    page.answer(page.asked("/profile"), 200, profile_json("hanako", "Engineer"));
    CHECK(page.drafts().member.profile.job_title == "Engineer");
  }
}

TEST_CASE("unsaved is a profile's form that says something else than what is saved") {
  Page page("#/login");
  page.sign_in(mara());
  page.go_to("#/profile");
  CHECK_FALSE(has_unsaved(page.model()));  // it has not been read yet
  page.answer(page.asked("/profile"), 200, profile_json("mara", "Planner"));
  CHECK_FALSE(has_unsaved(page.model()));
  page.drafts().member.profile.job_title = "Programme manager";
  CHECK(has_unsaved(page.model()));
  page.drafts().member.profile.job_title = "Planner";
  CHECK_FALSE(has_unsaved(page.model()));
}

TEST_CASE("a screen with something unsaved is left once the member says so") {
  Page page("#/login");
  edit_profile(page);
  page.go_to("#/events");
  CHECK(page.address() == "#/profile");
  CHECK(page.model().route.view == View::profile);
  SUBCASE("who would rather stay") {
    page.post(members::StayPressed{});
    CHECK(has_unsaved(page.model()));
    CHECK_FALSE(page.model().member.profile.leaving_to);
  }
  SUBCASE("and wants it thrown away") {
    page.post(members::DiscardPressed{});
    CHECK(page.address() == "#/events");
    CHECK(page.drafts().member.profile == members::ProfileDraft{});
  }
  SUBCASE("and wants it saved, which takes until it is") {
    page.post(members::ProfileSavePressed{});
    CHECK(page.address() == "#/profile");
    page.answer(page.asked("/profile"), 200, profile_json("mara", "Programme manager"));
    CHECK(page.address() == "#/events");
  }
}

TEST_CASE("looking for something is asked as well before it leaves what is not saved") {
  Page page("#/login");
  edit_profile(page);
  page.drafts().search.words = "agile";
  page.post(SearchPressed{});
  CHECK(page.model().route.view == View::profile);
  REQUIRE(page.model().member.profile.leaving_to);
  page.post(members::DiscardPressed{});
  CHECK(page.address() == "#/search/agile");
}

TEST_CASE("a profile that was saved elsewhere is not overwritten unasked, however it was read again") {
  Page page("#/login");
  edit_profile(page);
  page.post(members::PhotoRemovePressed{});
  page.answer(page.asked("/profile/photo"), 204);
  page.answer(page.asked("/profile"), 200, profile_json("mara", "Changed on the phone", 2));
  CHECK(page.drafts().member.profile.job_title == "Programme manager");
  page.post(members::ProfileSavePressed{});
  const SendRequest save = page.asked("/profile");
  REQUIRE(save.method == protocol::Method::put);
  const auto sent = base::decode_json<protocol::ProfileUpdate>(save.body);
  REQUIRE(sent);
  CHECK(sent->revision == 1);  // which the backend refuses, so that the member is asked
  page.answer(save, 409, problem_json(409, protocol::ProblemCode::changed));
  page.answer(page.asked("/profile"), 200, profile_json("mara", "Changed on the phone", 2));
  REQUIRE(page.model().member.profile.theirs);
  page.post(members::OwnVersionChosen{});
  const auto again = base::decode_json<protocol::ProfileUpdate>(page.asked("/profile").body);
  REQUIRE(again);
  CHECK(again->revision == 2);
}

TEST_CASE("what is thrown away while it is being saved is not asked about later") {
  Page page("#/login");
  edit_profile(page);
  page.post(members::ProfileSavePressed{});
  const SendRequest save = page.asked("/profile");
  page.go_to("#/events");
  page.post(members::DiscardPressed{});
  const std::size_t asked = page.sent().size();
  page.answer(save, 409, problem_json(409, protocol::ProblemCode::changed));
  CHECK(page.sent().size() == asked);
  page.go_to("#/profile");
  page.answer(page.asked("/profile"), 200, profile_json("mara", "Planner", 2));
  CHECK_FALSE(page.model().member.profile.theirs);
  CHECK(page.drafts().member.profile.job_title == "Planner");
}

TEST_CASE("what one member typed and chose is not there for another one") {
  Page page("#/login");
  edit_profile(page);
  page.drafts().member.photo.file = ChosenFile{.name = "me.png", .address = {}, .content = "picture"};
  page.drafts().newsletter.email = "mara.lind@example.org";
  page.post(SessionMayHaveChanged{});
  page.answer(page.asked("/session"), 200, base::encode_json(hanako()));
  CHECK_FALSE(page.drafts().member.photo.file);
  CHECK(page.drafts().newsletter.email.empty());
}
