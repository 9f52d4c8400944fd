// Promise 17: nobody reaches what is another's. Every endpoint of the table is called by a visitor, by
// another member, and by a member of another association, each time with what is Mara's in the address
// or the body, and with fields in the body that name her and that no endpoint knows.
//
// An endpoint that is new has to be entered below: the test says which one lacks.

#include <algorithm>
#include <array>
#include <functional>

#include <doctest/doctest.h>

#include "base/bytes.h"
#include "protocol/accounts/account.h"
#include "protocol/accounts/password_reset.h"
#include "protocol/accounts/registration.h"
#include "protocol/accounts/session.h"
#include "protocol/catalogue.h"
#include "protocol/certificates.h"
#include "protocol/dashboard.h"
#include "protocol/health.h"
#include "protocol/mail.h"
#include "protocol/members.h"
#include "protocol/newsletter.h"
#include "tests/support/accounts.h"
#include "tests/support/png.h"
#include "tests/support/profiles.h"
#include "tests/support/registering.h"

namespace laurel {
namespace {

using protocol::Method;
using tests::Backend;
using tests::Browser;

/// Who calls. The visitor and the member call at Mara's association, the outsider at their own, and
/// once more at Mara's, where they are a visitor.
enum class Caller { visitor, member, outsider };
constexpr std::array callers = {Caller::visitor, Caller::member, Caller::outsider};

constexpr const char* no_token = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// What is Mara's, or of her association alone.
struct Things {
  std::string member;
  std::string session;
  std::string certificate = "DE-24-B-01877";
  std::string verification;
  std::string registration;
  std::string activation;
  std::string reset;
  std::string newsletter;
  std::string email_change;
  std::string photo;
};

std::string photo_upload() {
  const std::string picture = tests::png({.width = 40, .height = 30}, {});
  return base::encode_json(protocol::PhotoUpload{"me.png", base::to_base64(picture)});
}

/// Mara, whose profile is full and private, and somebody who has begun to register.
struct World {
  World() {
    REQUIRE(mara.sign_in(backend.sample.email, backend.sample.password).status == 200);
    domain::Profile profile = tests::full_profile();
    profile.privacy = domain::Privacy::private_profile;
    tests::replace_profile(mara, profile);
    things.member = tests::profile_of(mara).member_id.value;
    const auto sessions =
        tests::message_in<protocol::SessionsResponse>(mara.get("/api/v1/ipma/sessions"));
    things.session = sessions.sessions.front().session_id;
    const auto certificates =
        tests::message_in<protocol::CertificatesResponse>(mara.get("/api/v1/ipma/certificates"));
    things.verification = certificates.certificates.front().verification;
    things.photo = tests::message_in<protocol::PhotoResponse>(
                       mara.put("/api/v1/ipma/profile/photo", photo_upload(), "photo"))
                       .photo;
    Browser ana(backend);
    things.registration = tests::registration_of(tests::register_as(ana, tests::ana()));
    REQUIRE(tests::complete(ana, things.registration).status == 202);
    things.activation = tests::token_in_mail(backend, "activate");
    later();
    REQUIRE(tests::ask_for_reset(ana, backend.sample.email).status == 202);
    things.reset = tests::token_in_mail(backend, "reset-password");
    later();
    REQUIRE(ana.post("/api/v1/ipma/newsletter/subscriptions", R"({"email":"reader@example.org"})")
                .status == 202);
    things.newsletter = tests::token_in_mail(backend, "newsletter/confirm");
    later();
    things.email_change = tests::email_change_token(backend, mara, "mara.new@example.org");
    before = state();
  }

  /// Mails of the same moment come in no order.
  void later() { backend.clock.advance(std::chrono::minutes(1)); }

  /// What must not change, as Mara sees it.
  std::string state() {
    return mara.get("/api/v1/ipma/profile").body + mara.get("/api/v1/ipma/certificates").body +
           mara.get("/api/v1/ipma/photos/" + things.photo).body;
  }

  Backend backend;
  Browser mara{backend};
  Things things;
  std::string before;
};

/// How an endpoint is called with what is hers, and what each caller gets.
struct Call {
  const protocol::Route& route;
  std::function<std::string(const Things&)> parameter;  // after the association's; may be empty
  std::function<std::string(const Things&)> body;       // the same
  std::array<int, 3> expected;                          // in the order of `callers`
};

std::string json(std::initializer_list<std::pair<std::string, std::string>> fields) {
  std::string out;
  for (const auto& [name, value] : fields) out += ",\"" + name + "\":" + value;
  return "{" + out.substr(out.empty() ? 0 : 1) + "}";
}

std::string quoted(const std::string& text) { return "\"" + text + "\""; }

std::string profile_update(const Things& things) {
  domain::Profile profile;  // the caller's own
  profile.first_name = "Nobody";
  profile.last_name = "Else";
  profile.country = "AT";
  profile.mobile = "+436601234567";
  std::string text = base::encode_json(profile);
  text.insert(1, "\"member_id\":" + quoted(things.member) + ",");
  return json({{"profile", text}, {"revision", "1"}});
}

std::string registration_of_mara(const Things&) {
  protocol::RegistrationRequest form = tests::ana();
  form.email = "mara.lind@example.org";
  return base::encode_json(form);
}

const std::vector<Call>& calls() {
  const auto none = std::function<std::string(const Things&)>{};
  const auto empty = [](const Things&) { return std::string("{}"); };
  const auto with = [](const char* field, std::string Things::*thing) {
    return [=](const Things& things) { return json({{field, quoted(things.*thing)}}); };
  };
  const auto maras_email = [](const Things&) {
    return json({{"email", quoted("mara.lind@example.org")}});
  };
  static const std::vector<Call> all = {
      // Nobody's in particular.
      {protocol::health, none, none, {200, 200, 200}},
      {protocol::openapi, none, none, {200, 200, 200}},
      {protocol::dev_mailbox, none, none, {404, 404, 404}},  // this is no server for development
      {protocol::text_read, [](const Things&) { return "privacy-policy"; }, none, {200, 200, 200}},
      {protocol::education_list, none, none, {200, 200, 200}},
      {protocol::events_list, none, none, {200, 200, 200}},
      {protocol::member_associations_list, none, none, {200, 200, 200}},
      {protocol::organisations_list, none, none, {200, 200, 200}},
      {protocol::search, [](const Things&) { return "lind"; }, none, {200, 200, 200}},

      // The caller's own, whatever the request names.
      {protocol::session_read, none, none, {401, 200, 200}},
      {protocol::session_delete, none, none, {204, 204, 204}},
      {protocol::sessions_list, none, none, {401, 200, 200}},
      {protocol::dashboard_read, none, none, {401, 200, 200}},
      {protocol::profile_read, none, none, {401, 200, 200}},
      {protocol::profile_save, none, profile_update, {401, 200, 200}},
      {protocol::profile_preview, [](const Things&) { return "public"; }, none, {401, 200, 200}},
      {protocol::certificates_list, none, none, {401, 200, 200}},
      {protocol::photo_save, none, [](const Things&) { return photo_upload(); }, {401, 200, 200}},
      {protocol::photo_remove, none, none, {401, 204, 204}},

      {protocol::password_change, none,
       [](const Things&) {
         return json({{"current_password", quoted("a guess")},
                      {"new_password", quoted("blue-heron-at-dawn")}});
       },
       {401, 400, 400}},
      {protocol::email_change, none,
       [](const Things&) {
         return json({{"email", quoted("somebody@example.org")},
                      {"current_password", quoted("a guess")}});
       },
       {401, 400, 400}},

      // Hers.
      {protocol::session_create, none,
       [](const Things&) {
         return json({{"email", quoted("mara.lind@example.org")}, {"password", quoted("a guess")},
                      {"remember", "false"}});
       },
       {401, 401, 401}},
      {protocol::sessions_revoke, [](const Things& t) { return t.session; }, none,
       {401, 404, 404}},
      {protocol::directory_search, none, empty, {401, 200, 200}},
      // As far as her privacy option lets members of the same association see her.
      {protocol::member_read, [](const Things& t) { return t.member; }, none, {401, 200, 404}},
      {protocol::photo_read, [](const Things& t) { return t.photo; }, none, {401, 200, 404}},
      {protocol::certificate_calendar, [](const Things& t) { return t.certificate; }, none,
       {401, 404, 404}},
      {protocol::certificates_search, none, with("number", &Things::certificate),
       {401, 200, 200}},
      // Staff is asked; at another association there is no such certificate.
      {protocol::certificates_claim, none,
       [](const Things& t) { return json({{"numbers", "[" + quoted(t.certificate) + "]"}}); },
       {401, 200, 200}},
      // For whoever has its address, at the association that awarded it.
      {protocol::verification_read, [](const Things& t) { return t.verification; }, none,
       {200, 200, 404}},

      // Answered alike for known and unknown addresses.
      {protocol::registration_create, none, registration_of_mara, {201, 201, 201}},
      {protocol::password_reset_create, none, maras_email, {202, 202, 202}},
      {protocol::newsletter_create, none, maras_email, {202, 202, 202}},

      // Secrets, which another association knows nothing of. Where they are right, whoever has them
      // may use them: tests of registering, resetting and subscribing do.
      {protocol::registration_search, none,
       [](const Things& t) {
         return json({{"registration", quoted(t.registration)}, {"number", quoted(t.certificate)}});
       },
       {410, 410, 410}},
      {protocol::registration_complete, none,
       [](const Things& t) {
         return json({{"registration", quoted(t.registration)}, {"certificates", "[]"},
                      {"newsletter", "false"}});
       },
       {410, 410, 410}},
      {protocol::registration_mail, none, with("registration", &Things::registration),
       {410, 410, 410}},
      {protocol::activation_create, none, with("token", &Things::activation), {410, 410, 410}},
      {protocol::password_reset_complete, none,
       [](const Things& t) {
         return json({{"token", quoted(t.reset)}, {"password", quoted("blue-heron-at-dawn")}});
       },
       {410, 410, 410}},
      {protocol::email_confirm, none, with("token", &Things::email_change), {410, 410, 410}},
      {protocol::newsletter_confirm, none, with("token", &Things::newsletter), {410, 410, 410}},
      {protocol::newsletter_cancel, none, with("token", &Things::newsletter), {410, 410, 410}},
      {protocol::newsletter_one_click, [](const Things& t) { return t.newsletter; },
       [](const Things&) { return "List-Unsubscribe=One-Click"; }, {410, 410, 410}}};
  return all;
}

/// What the caller has of hers: the secrets only where they are of no use.
Things known_to(Caller caller, const Things& things) {
  if (caller == Caller::outsider) return things;
  Things known = things;
  for (auto secret : {&Things::registration, &Things::activation, &Things::reset,
                      &Things::newsletter, &Things::email_change}) {
    known.*secret = no_token;
  }
  return known;
}

/// Things that nobody has.
Things nobodys() {
  return {no_token, no_token, "XX-00-Z-00000", no_token, no_token,
          no_token, no_token, no_token,        no_token, no_token};
}

/// Fields that no endpoint knows, and that would make it hers.
std::string with_foreign_fields(std::string body, const Things& things) {
  if (!body.starts_with("{")) return body;
  const std::string fields = "\"member_id\":" + quoted(things.member) + ",\"account\":" +
                             quoted(things.member) + ",\"association\":\"ipma\",\"role\":\"staff\"";
  return "{" + fields + (body == "{}" ? "" : ",") + body.substr(1);
}

protocol::Response send(Browser& browser, const Call& call, const std::string& association,
                        const Things& things) {
  std::vector<std::string> values = {association};
  if (call.parameter) values.push_back(call.parameter(things));
  std::string path;
  switch (values.size() - (call.route.path.find("{association}") == std::string_view::npos)) {
    case 0: path = protocol::path_of(call.route, {}); break;
    case 1: path = protocol::path_of(call.route, {values[0]}); break;
    default: path = protocol::path_of(call.route, {values[0], values[1]}); break;
  }
  protocol::Request request{.method = call.route.method, .path = path};
  if (call.body) request.body = with_foreign_fields(call.body(things), things);
  if (call.body) {
    const bool is_json = request.body.starts_with("{");
    request.content_type = is_json ? "application/json" : "application/x-www-form-urlencoded";
  }
  return browser.send(std::move(request));
}

/// A browser of the caller's, signed in where they are a member.
Browser browser_of(World& world, Caller caller) {
  Browser browser(world.backend);
  browser.address = "198.51.100.7";
  const std::string& password = world.backend.sample.password;
  if (caller == Caller::member) {
    REQUIRE(browser.sign_in("new.member@example.org", password).status == 200);
  } else if (caller == Caller::outsider) {
    REQUIRE(browser.sign_in("samuel.okoro@example.org", password, false, "", "ima").status == 200);
  }
  return browser;
}

/// Of Mara's profile, what her private option hides from members, and what outsiders never see.
std::vector<std::string> hidden_from(Caller caller, const Things& things) {
  std::vector<std::string> hidden = {"Skyline Works", "+46701234567", "Programme lead",
                                     "Chess, sailing", "gentle-otter"};
  if (caller != Caller::member) {
    hidden.push_back(things.member);
    hidden.push_back("Bridges first");
  }
  return hidden;
}

std::string name_of(Caller caller) {
  constexpr std::array names = {"visitor", "member", "member of another association"};
  return names[static_cast<std::size_t>(caller)];
}

}  // namespace

TEST_CASE("promise 17: every endpoint is in the table of who may call it with whose things") {
  for (const service::kernel::Endpoint& endpoint : tests::api().endpoints()) {
    const auto is_it = [&](const Call& call) { return &call.route == &endpoint.route; };
    CAPTURE(endpoint.route.path);
    CAPTURE(base::name_of(endpoint.route.method));
    CHECK(std::count_if(calls().begin(), calls().end(), is_it) == 1);
  }
  CHECK(calls().size() == tests::api().endpoints().size());
}

TEST_CASE("promise 17: nobody reads, changes or ends what is another's, whatever the body says") {
  for (const Call& call : calls()) {
    for (std::size_t i = 0; i < callers.size(); ++i) {
      const Caller caller = callers[i];
      CAPTURE(call.route.path);
      CAPTURE(base::name_of(call.route.method));
      CAPTURE(name_of(caller));
      World world;
      const Things things = known_to(caller, world.things);
      Browser browser = browser_of(world, caller);
      const std::string association = caller == Caller::outsider ? "ima" : "ipma";
      const auto response = send(browser, call, association, things);
      CAPTURE(response.body);
      CHECK(response.status == call.expected[i]);
      for (const std::string& text : hidden_from(caller, world.things)) {
        CAPTURE(text);
        CHECK(response.body.find(text) == std::string::npos);
      }
      CHECK(world.state() == world.before);
    }
  }
}

TEST_CASE("promise 17: at another association a member is a visitor") {
  for (const Call& call : calls()) {
    CAPTURE(call.route.path);
    CAPTURE(base::name_of(call.route.method));
    World world;
    Browser outsider = browser_of(world, Caller::outsider);
    const Things things = known_to(Caller::visitor, world.things);
    CHECK(send(outsider, call, "ipma", things).status == call.expected[0]);
    CHECK(world.state() == world.before);
  }
}

TEST_CASE("promise 17: what is another's is answered as what never was") {
  for (const Call& call : calls()) {
    for (std::size_t i = 0; i < callers.size(); ++i) {
      if (call.expected[i] != 404 && call.expected[i] != 410) continue;
      CAPTURE(call.route.path);
      CAPTURE(name_of(callers[i]));
      World world;
      Browser browser = browser_of(world, callers[i]);
      const std::string association = callers[i] == Caller::outsider ? "ima" : "ipma";
      const auto foreign = send(browser, call, association, known_to(callers[i], world.things));
      const auto unknown = send(browser, call, association, nobodys());
      CHECK(foreign.status == unknown.status);
      CHECK(foreign.body == unknown.body);
    }
  }
}

TEST_CASE("promise 17: secrets that were tried at another association still work at their own") {
  World world;
  Browser outsider = browser_of(world, Caller::outsider);
  for (const Call& call : calls()) {
    if (call.expected[2] == 410) CHECK(send(outsider, call, "ima", world.things).status == 410);
  }
  Browser ana(world.backend);
  CHECK(tests::activate(ana, world.things.activation).status == 200);
  CHECK(tests::confirm_email(world.mara, world.things.email_change).status == 200);
  CHECK(tests::choose_password(ana, world.things.reset, "blue-heron-at-dawn").status == 410);
  CHECK(ana.post("/api/v1/ipma/newsletter/confirmations",
                 base::encode_json(protocol::NewsletterConfirmation{world.things.newsletter}))
            .status == 200);
}

}  // namespace laurel
