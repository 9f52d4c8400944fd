// Promise 16 at every endpoint that changes something: what is sent again with the same
// Idempotency-Key, since no answer came, is answered alike and done once.
//
// An endpoint that is new has to be entered below: the test says which one lacks.

#include <algorithm>
#include <array>

#include <doctest/doctest.h>

#include "base/bytes.h"
#include "protocol/accounts/account.h"
#include "protocol/accounts/password_reset.h"
#include "protocol/accounts/registration.h"
#include "protocol/accounts/session.h"
#include "protocol/certificates.h"
#include "protocol/members.h"
#include "protocol/newsletter.h"
#include "service/newsletter/records.h"
#include "service/newsletter/schema.h"
#include "tests/support/accounts.h"
#include "tests/support/png.h"
#include "tests/support/profiles.h"
#include "tests/support/registering.h"

namespace laurel {
namespace {

using tests::Backend;
using tests::Browser;

/// A member who is signed in, and somebody who is none.
struct World {
  World() { REQUIRE(member.sign_in(backend.sample.email, backend.sample.password).status == 200); }

  /// Mails of the same moment come in no order.
  void later() { backend.clock.advance(std::chrono::minutes(1)); }

  Backend backend;
  Browser member{backend};
  Browser visitor{backend};
};

/// What is sent, once everything is there that it needs.
struct Prepared {
  std::string body;
  std::string parameter = {};  // of the path, after the association's
};

struct Change {
  const protocol::Route& route;
  Prepared (*prepare)(World& world);
  /// A token is stored nowhere: the repeat gets another one, and the first is in force no more. That
  /// it is one session or registration all the same is tested with each.
  bool gives_token = false;
};

constexpr const char* reader = "reader@example.org";
constexpr const char* new_email = "mara.new@example.org";
constexpr const char* new_password = "blue-heron-at-dawn";

Prepared sign_in(World& world) {
  return {base::encode_json(
      protocol::SignInRequest{world.backend.sample.email, world.backend.sample.password, false})};
}

Prepared sign_out(World&) { return {}; }

Prepared end_other_session(World& world) {
  Browser other(world.backend);
  REQUIRE(other.sign_in(world.backend.sample.email, world.backend.sample.password).status == 200);
  const auto all =
      tests::message_in<protocol::SessionsResponse>(world.member.get("/api/v1/ipma/sessions"));
  const auto found = std::find_if(all.sessions.begin(), all.sessions.end(),
                                  [](const auto& session) { return !session.current; });
  REQUIRE(found != all.sessions.end());
  return {"", found->session_id};
}

Prepared save_profile(World& world) {
  const auto revision = tests::profile_of(world.member).revision;
  return {base::encode_json(protocol::ProfileUpdate{tests::full_profile(), revision})};
}

Prepared save_photo(World&) {
  const std::string picture = tests::png({.width = 40, .height = 30}, {});
  return {base::encode_json(protocol::PhotoUpload{"me.png", base::to_base64(picture)})};
}

Prepared remove_photo(World& world) {
  const std::string path = "/api/v1/ipma/profile/photo";
  REQUIRE(world.member.put(path, save_photo(world).body).status == 200);
  return {};
}

Prepared claim(World&) {
  return {base::encode_json(protocol::CertificateClaim{{"SI-23-C-00417"}})};
}

Prepared change_password(World& world) {
  return {base::encode_json(
      protocol::PasswordChange{world.backend.sample.password, new_password})};
}

Prepared change_email(World& world) {
  return {base::encode_json(protocol::EmailChange{new_email, world.backend.sample.password})};
}

Prepared confirm_email(World& world) {
  return {base::encode_json(protocol::EmailConfirmation{
      tests::email_change_token(world.backend, world.member, new_email),
      world.backend.sample.password})};
}

Prepared begin_registration(World&) { return {base::encode_json(tests::ana())}; }

std::string registered(World& world) {
  return tests::registration_of(tests::register_as(world.visitor, tests::ana()));
}

Prepared complete_registration(World& world) {
  return {base::encode_json(protocol::RegistrationCompletion{registered(world), {}, false})};
}

std::string completed(World& world) {
  std::string registration = registered(world);
  REQUIRE(tests::complete(world.visitor, registration).status == 202);
  world.later();
  return registration;
}

Prepared send_activation_mail(World& world) {
  return {base::encode_json(protocol::ActivationMailRequest{completed(world)})};
}

Prepared activate(World& world) {
  const std::string registration = completed(world);
  return {base::encode_json(protocol::ActivationRequest{
      tests::token_in_mail(world.backend, "activate"), registration, std::nullopt})};
}

Prepared ask_for_reset(World& world) {
  return {base::encode_json(protocol::PasswordResetRequest{world.backend.sample.email})};
}

Prepared choose_password(World& world) {
  REQUIRE(tests::ask_for_reset(world.visitor, world.backend.sample.email).status == 202);
  return {base::encode_json(protocol::PasswordResetCompletion{
      tests::token_in_mail(world.backend, "reset-password"), new_password})};
}

Prepared ask_for_newsletter(World&) {
  return {base::encode_json(protocol::NewsletterRequest{reader})};
}

Prepared confirm_newsletter(World& world) {
  REQUIRE(world.visitor
              .post("/api/v1/ipma/newsletter/subscriptions", ask_for_newsletter(world).body)
              .status == 202);
  return {base::encode_json(protocol::NewsletterConfirmation{
      tests::token_in_mail(world.backend, "newsletter/confirm")})};
}

Prepared cancel_newsletter(World& world) {
  REQUIRE(world.visitor
              .post("/api/v1/ipma/newsletter/confirmations", confirm_newsletter(world).body)
              .status == 200);
  const auto subscribers = tests::all_of<service::newsletter::NewsletterRecord>(
      world.backend, service::newsletter::schema::by_unsubscribe);
  return {base::encode_json(protocol::NewsletterCancellation{subscribers.front().unsubscribe})};
}

constexpr std::array changes = {
    Change{protocol::session_create, sign_in, true},
    Change{protocol::session_delete, sign_out},
    Change{protocol::sessions_revoke, end_other_session},
    Change{protocol::profile_save, save_profile},
    Change{protocol::photo_save, save_photo},
    Change{protocol::photo_remove, remove_photo},
    Change{protocol::certificates_claim, claim},
    Change{protocol::password_change, change_password, true},
    Change{protocol::email_change, change_email, true},
    Change{protocol::email_confirm, confirm_email},
    Change{protocol::registration_create, begin_registration, true},
    Change{protocol::registration_complete, complete_registration},
    Change{protocol::registration_mail, send_activation_mail},
    Change{protocol::activation_create, activate},
    Change{protocol::password_reset_create, ask_for_reset},
    Change{protocol::password_reset_complete, choose_password},
    Change{protocol::newsletter_create, ask_for_newsletter},
    Change{protocol::newsletter_confirm, confirm_newsletter},
    Change{protocol::newsletter_cancel, cancel_newsletter}};

/// Posted because an address would be no place for what it asks, or by mail programs, which send no
/// key.
bool changes_nothing_or_has_no_key(const protocol::Route& route) {
  return &route == &protocol::directory_search || &route == &protocol::certificates_search ||
         &route == &protocol::registration_search || &route == &protocol::newsletter_one_click;
}

const service::kernel::Endpoint& endpoint_of(const Change& change) {
  const auto all = tests::api().endpoints();
  const auto found = std::find_if(
      all.begin(), all.end(),
      [&](const service::kernel::Endpoint& endpoint) { return &endpoint.route == &change.route; });
  REQUIRE(found != all.end());
  return *found;
}

/// Sends it with a key. The reply gets lost: the browser has the cookies that it had.
protocol::Response lose_reply(World& world, const Change& change, const Prepared& prepared) {
  const bool by_member = endpoint_of(change).audience != protocol::Audience::visitor ||
                         &change.route == &protocol::session_delete;
  Browser& browser = by_member ? world.member : world.visitor;
  const auto cookies = browser.cookies;
  auto response = browser.send(
      {.method = change.route.method,
       .path = prepared.parameter.empty()
                   ? protocol::path_of(change.route, {"ipma"})
                   : protocol::path_of(change.route, {"ipma", prepared.parameter}),
       .content_type = prepared.body.empty() ? "" : "application/json",
       .idempotency_key = "key-1",
       .body = prepared.body});
  browser.cookies = cookies;
  return response;
}

/// What the store has been asked to do, and what has been mailed.
struct Effects {
  explicit Effects(World& world)
      : puts(world.backend.store.counts.puts),
        erasures(world.backend.store.counts.erasures),
        mails(tests::mails(world.backend).size()) {}
  int puts;
  int erasures;
  std::size_t mails;
};

}  // namespace

TEST_CASE("promise 16: every change is in the table of those that may be sent again") {
  for (const service::kernel::Endpoint& endpoint : tests::api().endpoints()) {
    if (endpoint.route.method == protocol::Method::get) continue;
    if (changes_nothing_or_has_no_key(endpoint.route)) continue;
    CAPTURE(endpoint.route.path);
    const auto is_it = [&](const Change& change) { return &change.route == &endpoint.route; };
    CHECK(std::count_if(changes.begin(), changes.end(), is_it) == 1);
  }
}

TEST_CASE("promise 16: whatever is sent again with its key is answered alike and done once") {
  for (const Change& change : changes) {
    CAPTURE(change.route.path);
    CAPTURE(base::name_of(change.route.method));
    World world;
    const Prepared prepared = change.prepare(world);
    const protocol::Response first = lose_reply(world, change, prepared);
    CHECK(first.status == endpoint_of(change).success_status);
    const Effects done(world);
    const protocol::Response again = lose_reply(world, change, prepared);
    CHECK(again.status == first.status);
    const Effects after(world);
    CHECK(after.mails == done.mails);
    if (change.gives_token) continue;
    CHECK(again.body == first.body);
    CHECK(after.puts == done.puts);
    CHECK(after.erasures == done.erasures);
  }
}

}  // namespace laurel
