// A reply that arrives when something else is shown, or somebody else is here. On a slow connection
// that is an everyday matter.

#include <doctest/doctest.h>

#include "app/accounts/keys.h"
#include "app/accounts/requests.h"
#include "app/certificates/requests.h"
#include "protocol/catalogue.h"
#include "protocol/certificates.h"
#include "protocol/members.h"
#include "tests/app/page.h"

using namespace laurel;
using namespace laurel::app;
using namespace laurel::tests;
using protocol::ProblemCode;

namespace {

std::string certificates_of(std::string_view title) {
  protocol::CertificateDetail certificate;
  certificate.number = "1";
  certificate.title = title;
  protocol::CertificatesResponse response;
  response.certificates = {certificate};
  return base::encode_json(response);
}

/// The other tab has signed in as somebody.
void see_signed_in(Page& page, const protocol::SessionResponse& member) {
  page.post(SessionMayHaveChanged{});
  page.answer(page.asked("/session"), 200, base::encode_json(member));
}

void see_nobody(Page& page) {
  page.post(SessionMayHaveChanged{});
  page.answer_that_nobody_is_signed_in(page.asked("/session"));
}

/// Mara's certificates are on their way, and it is Hanako who is here.
SendRequest leave_to_hanako(Page& page, bool by_another_tab) {
  page.post(PartArrived{Part::desk});
  page.sign_in(mara());
  page.go_to("#/certificates");
  SendRequest maras = page.asked("/certificates");
  page.go_to("#/events");
  if (by_another_tab) {
    see_signed_in(page, hanako());
  } else {
    see_nobody(page);
    page.sign_in(hanako());
  }
  REQUIRE(page.model().session.member == hanako());
  return maras;
}

/// Mara, at her profile.
SendRequest ask_for_another_address(Page& page) {
  page.post(PartArrived{Part::desk});
  page.sign_in(mara());
  page.go_to("#/profile");
  page.drafts().member.account.email = "new@example.org";
  page.drafts().member.account.current_password = "otter";
  page.post(accounts::EmailChangePressed{});
  return page.asked("/email");
}

Page visitor_at(std::string_view fragment) {
  Page page(fragment);
  page.answer_that_nobody_is_signed_in(page.asked("/session"));
  page.post(PartArrived{part_of(route_of(fragment).view)});
  return page;
}

}  // namespace

TEST_CASE("what was asked for one member is no other's, and ends no other's session") {
  using Answer = void (*)(Page&, const SendRequest&);
  const Answer her_certificates = [](Page& page, const SendRequest& maras) {
    page.answer(maras, 200, certificates_of("Mara's"));
  };
  const Answer end_of_her_session = [](Page& page, const SendRequest& maras) {
    page.answer_that_nobody_is_signed_in(maras);
  };
  const Answer no_answer = [](Page& page, const SendRequest& maras) { page.lose(maras); };
  for (const bool by_another_tab : {true, false}) {
    for (const Answer answer : {her_certificates, end_of_her_session, no_answer}) {
      CAPTURE(by_another_tab);
      Page page("#/login");
      answer(page, leave_to_hanako(page, by_another_tab));
      CHECK(page.model().session.member == hanako());
      CHECK_FALSE(page.model().member.certificates.list.content);
      CHECK_FALSE(page.model().member.certificates.list.trouble);
      page.go_to("#/certificates");
      page.answer(page.asked("/certificates"), 200, certificates_of("Hanako's"));
      REQUIRE(page.model().member.certificates.list.content);
      CHECK(page.model().member.certificates.list.content->certificates.front().title == "Hanako's");
    }
  }
}

TEST_CASE("a change that one member asked for is not told to another one") {
  Page page("#/login");
  const SendRequest change = ask_for_another_address(page);
  see_signed_in(page, hanako());
  CHECK_FALSE(page.model().requests.is_pending(accounts::Purpose::change_email));
  page.answer(change, 204);
  CHECK(page.model().member.account.mail_sent_to.empty());
}

TEST_CASE("what everybody may read is not lost when it becomes known who is here") {
  Page page("#/events");
  page.post(PartArrived{Part::public_pages});
  const SendRequest events = page.asked("/events");
  SUBCASE("a member") {
    page.answer(page.asked("/session"), 200, base::encode_json(mara()));
    REQUIRE(page.model().session.presence == Presence::signed_in);
  }
  SUBCASE("nobody") { page.answer_that_nobody_is_signed_in(page.asked("/session")); }
  page.answer(events, 200, base::encode_json(protocol::OffersResponse{}));
  CHECK(page.model().catalogue.events.content);
}

TEST_CASE("a registration that is quicker than the first look at the session goes on") {
  Page page("#/register");
  page.post(PartArrived{Part::joining});
  accounts::RegistrationDraft& draft = page.drafts().registration;
  draft.first_name = "Jonas";
  draft.last_name = "Maier";
  draft.email = "jonas.maier@example.org";
  draft.country = "AT";
  draft.password = "correct horse battery staple";
  draft.agreed = true;
  page.post(accounts::RegisterPressed{});
  const SendRequest registration = page.asked("/registrations");
  SUBCASE("where nobody is signed in") {
    page.answer_that_nobody_is_signed_in(page.asked("/session"));
    page.answer(registration, 201,
                base::encode_json(protocol::RegistrationResponse{.registration = "r1"}));
    CHECK(page.model().route.view == View::certificates);
    CHECK(page.model().registration.pending == "r1");
  }
  SUBCASE("and does not where a member is: it is not theirs") {
    page.answer(page.asked("/session"), 200, base::encode_json(mara()));
    page.answer(registration, 201,
                base::encode_json(protocol::RegistrationResponse{.registration = "r1"}));
    CHECK(page.model().route.view == View::dashboard);
    CHECK(page.model().registration.pending.empty());
  }
}

TEST_CASE("a look at the session from before somebody signed in does not sign them out") {
  Page page("#/login");
  const SendRequest look = page.asked("/session");
  page.drafts().sign_in = {.email = mara().email, .password = "otter"};
  page.post(accounts::SignInPressed{});
  page.answer(page.asked("/session"), 200, base::encode_json(mara()));
  const SendRequest again = page.asked("/session");
  REQUIRE(again.method == protocol::Method::get);
  REQUIRE_FALSE(again.id == look.id);
  page.answer_that_nobody_is_signed_in(look);
  CHECK(page.model().session.presence == Presence::signed_in);
  // Another tab may have signed out in between: the new look tells.
  page.answer_that_nobody_is_signed_in(again);
  CHECK(page.model().session.presence == Presence::signed_out);
}

TEST_CASE("what a mail's link has done is told on its own page alone") {
  SUBCASE("a newsletter that is subscribed to is not one that is cancelled") {
    Page page = visitor_at("#/newsletter/confirm/one");
    page.post(accounts::MailLinkPressed{});
    const SendRequest confirmation = page.asked("/newsletter/confirmations");
    page.go_to("#/newsletter/unsubscribe/two");
    page.answer(confirmation, 204);
    CHECK(page.model().mail_link.state == accounts::MailLinkState::waiting);
  }
  SUBCASE("nor another account's activation, which keeps what is typed") {
    Page page = visitor_at("#/newsletter/confirm/one");
    page.post(accounts::MailLinkPressed{});
    const SendRequest confirmation = page.asked("/newsletter/confirmations");
    page.go_to("#/activate/two");
    page.drafts().mail_link.password = "being typed";
    page.answer(confirmation, 204);
    CHECK(page.model().route == Route{View::activation, "two"});
    CHECK(page.drafts().mail_link.password == "being typed");
  }
  SUBCASE("nor does an old link make the next one look old") {
    Page page = visitor_at("#/activate/one");
    page.post(accounts::MailLinkPressed{});
    const SendRequest activation = page.asked("/activations");
    page.go_to("#/activate/two");
    CHECK_FALSE(page.model().requests.is_pending(accounts::JoiningPurpose::press_mail_link, page.model().route));
    page.answer(activation, 410, problem_json(410, ProblemCode::gone));
    CHECK(page.model().mail_link.state == accounts::MailLinkState::waiting);
    page.post(accounts::MailLinkPressed{});
    page.answer(page.asked("/activations"), 204);
    CHECK(page.model().sign_in.notice == Message::activation_done);
  }
  SUBCASE("an account that is active needs no registration any more, wherever its visitor is") {
    Page page = visitor_at("#/activate/one");
    page.drafts().registration.email = "ana.kos@example.org";
    page.post(accounts::MailLinkPressed{});
    const SendRequest activation = page.asked("/activations");
    page.go_to("#/events");
    page.answer(activation, 204);
    CHECK(page.model().route.view == View::events);
    CHECK(page.drafts().registration.email.empty());
    CHECK(page.model().sign_in.notice == Message::activation_done);
  }
  SUBCASE("an address that is changed is looked at again wherever the member is") {
    Page page = visitor_at("#/email/confirm/one");
    page.post(accounts::MailLinkPressed{});
    const SendRequest confirmation = page.asked("/email/confirmations");
    page.go_to("#/events");
    const SendRequest look = page.asked("/session");
    page.answer(confirmation, 204);
    CHECK_FALSE(page.asked("/session").id == look.id);
    CHECK(page.model().route.view == View::events);
  }
}

TEST_CASE("a new password that was sent from one page is not told on another one") {
  Page page = visitor_at("#/reset-password/one");
  page.drafts().password_reset.password = "correct horse battery staple";
  page.post(accounts::NewPasswordPressed{});
  const SendRequest completion = page.asked("/password-resets/complete");
  page.go_to("#/reset-password/two");
  SUBCASE("that it came too late") {
    page.answer(completion, 410, problem_json(410, ProblemCode::gone));
    CHECK(page.model().password_reset.state == accounts::PasswordResetState::asking);
  }
  SUBCASE("that it is set: every session may have ended, and the page stays") {
    const SendRequest look = page.asked("/session");
    page.answer(completion, 204);
    CHECK_FALSE(page.asked("/session").id == look.id);
    CHECK(page.drafts().password_reset.password.empty());
    CHECK(page.model().sign_in.notice == Message::new_password_done);  // where they look next
  }
  CHECK(page.model().route == Route{View::new_password, "two"});
}

TEST_CASE("members who were found for one search are not shown for another one") {
  Page page("#/login");
  page.post(PartArrived{Part::desk});
  page.sign_in(mara());
  page.go_to("#/members?words=zo");
  const SendRequest search = page.asked("/directory");
  page.go_to("#/events");
  page.go_to("#/members/m-1");
  protocol::DirectoryResponse found;
  found.members.emplace_back();
  page.answer(search, 200, base::encode_json(found));
  CHECK_FALSE(page.model().member.directory.found.content);
  page.go_to("#/members");
  CHECK_FALSE(page.asked("/directory").id == search.id);
}

TEST_CASE("a reply to what was left takes the focus from nobody") {
  Page page("#/login");
  const SendRequest change = ask_for_another_address(page);
  SUBCASE("that is shown moves it") {
    page.answer(change, 204);
    CHECK(page.focus() == keys::account_title);
  }
  SUBCASE("that is left does not") {
    page.go_to("#/certificates");
    page.post(FocusAsked{"number"});
    page.answer(change, 204);
    CHECK(page.focus() == "number");
  }
}

TEST_CASE("a mail is said to be sent to the address that was asked for, whatever is typed by then") {
  const std::string asked = "reader@example.org";
  SUBCASE("the newsletter's") {
    Page page = visitor_at("#/events");
    page.drafts().newsletter.email = asked;
    page.post(newsletter::NewsletterPressed{});
    page.drafts().newsletter.email = "anoth";
    page.answer(page.asked("/newsletter/subscriptions"), 202);
    CHECK(page.model().newsletter.mail_sent);
    CHECK(page.model().newsletter.email == asked);
  }
  SUBCASE("a forgotten password's") {
    Page page = visitor_at("#/forgot-password");
    page.drafts().password_reset.email = asked;
    page.post(accounts::PasswordResetPressed{});
    page.drafts().password_reset.email = "anoth";
    page.answer(page.asked("/password-resets"), 202);
    CHECK(page.model().password_reset.state == accounts::PasswordResetState::mail_sent);
    CHECK(page.model().password_reset.email == asked);
  }
  SUBCASE("a new address's") {
    Page page("#/login");
    page.sign_in(mara());
    page.go_to("#/profile");
    page.drafts().member.account.email = asked;
    page.drafts().member.account.current_password = "otter";
    page.post(accounts::EmailChangePressed{});
    page.drafts().member.account.email = "anoth";
    page.answer(page.asked("/email"), 202);
    CHECK(page.model().member.account.mail_sent_to == asked);
  }
}

TEST_CASE("a certificate's calendar that fails is not told at another certificate") {
  Page page("#/login");
  page.post(PartArrived{Part::desk});
  page.sign_in(mara());
  page.go_to("#/certificates/1");
  page.post(certificates::CalendarPressed{});
  const SendRequest calendar = page.asked("/calendar");
  page.go_to("#/certificates/2");
  CHECK_FALSE(page.model().requests.is_pending(certificates::Purpose::read_calendar, page.model().route));
  page.lose(calendar);
  CHECK_FALSE(page.model().member.certificate_extras.calendar_trouble);
}
