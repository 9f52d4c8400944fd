// The whole backend, asked anything: it never fails, answers in its own form, lets in nobody
// without a password or a session, and leaves a store in which everything is as it is described.
//
// The input is a script (script.h). Every input begins with the sample's members and the same time
// and entropy, so that it does the same each time.
#include <algorithm>
#include <map>
#include <set>

#include "adapters/memory/staged_store.h"
#include "base/bytes.h"
#include "protocol/accounts/account.h"
#include "protocol/accounts/session.h"
#include "service/accounts/cookies.h"
#include "service/accounts/link_records.h"
#include "service/accounts/records.h"
#include "service/accounts/schema.h"
#include "service/catalogue/offers.h"
#include "service/certificates/records.h"
#include "service/kernel/guard.h"
#include "service/kernel/idempotency.h"
#include "service/kernel/limits.h"
#include "service/kernel/services.h"
#include "service/sample.h"
#include "service/schema.h"
#include "service/store/records.h"
#include "tests/fuzz/property.h"
#include "tests/fuzz/script.h"
#include "tests/support/backend.h"

namespace laurel::fuzz {
namespace {

using adapters::memory::StagedChange;
using protocol::Method;
using protocol::Request;
using protocol::Response;

/// What all inputs begin with. The stage over the store takes the changes of one input.
struct Ground {
  Ground() {
    tests::FakeClock clock;
    tests::SeededEntropy entropy(1);
    tests::CountingHasher hasher;
    tests::FakeImages images;
    service::kernel::Services services{store,  clock,        entropy,        hasher,
                                       images, associations, tests::config()};
    auto login = service::load_sample(tests::read_asset("assets/sample/members.json"), services);
    always(login.has_value(), "the sample can be loaded");
    sample = std::move(*login);
    store.merge();
  }

  const service::kernel::Associations associations = tests::sample_associations();
  const service::kernel::Contents contents = tests::sample_contents(associations);
  adapters::memory::StagedStore store;
  service::SampleLogin sample;
};

Ground ground;

// ---- the store ----

using Changes = std::vector<StagedChange>;

template <class Record>
void check_record(const StagedChange& change) {
  if (change.collection != Record::collection().name || !change.record) return;
  const auto record = service::store::decode_record<Record>(*change.record);
  always(record.has_value(), "every record can be read");
  always(record->id() == change.id && change.record->id == change.id, "a record is at its id");
  always(record->keys() == change.record->keys, "a record is found by what it says");
}

void check_session(const StagedChange& change) {
  if (change.collection != service::accounts::schema::sessions.name || !change.record) return;
  const auto session =
      service::store::decode_record<service::accounts::SessionRecord>(*change.record);
  std::optional<service::accounts::AccountRecord> account;
  const auto status = ground.store.read([&](ports::Transaction& transaction) -> base::Status {
    account = *service::store::load<service::accounts::AccountRecord>(transaction,
                                                                      session->account.value);
    return {};
  });
  always(status && account && account->member.association == session->association,
         "a session belongs to a member of its association");
}

/// Everything that is kept of a record, in one text.
std::string text_of(const ports::Record& record) {
  std::string text = record.id + "\n" + record.document;
  for (const auto& key : record.keys) text += "\n" + key.value_or("");
  return text;
}

void check_store(const Changes& changes) {
  for (const StagedChange& change : changes) {
    check_record<service::accounts::AccountRecord>(change);
    check_record<service::accounts::SessionRecord>(change);
    check_record<service::accounts::DeviceRecord>(change);
    check_record<service::kernel::RateBucketRecord>(change);
    check_record<service::kernel::IdempotencyRecord>(change);
    check_record<service::certificates::CertificateRecord>(change);
    check_record<service::certificates::LinkedCertificateRecord>(change);
    check_record<service::certificates::CertificateRequestRecord>(change);
    check_record<service::accounts::EmailChangeRecord>(change);
    check_record<service::catalogue::OfferRecord>(change);
    check_session(change);
  }
}

/// Of each collection, its records as text: for telling what a request has changed.
std::map<std::string, std::map<std::string, std::string>> records_of(const Changes& changes) {
  std::map<std::string, std::map<std::string, std::string>> records;
  for (const StagedChange& change : changes) {
    if (change.record) records[change.collection][change.id] = text_of(*change.record);
  }
  return records;
}

std::set<std::string> changed_collections(const Changes& before, const Changes& after) {
  auto old_records = records_of(before);
  auto new_records = records_of(after);
  std::set<std::string> changed;
  for (const ports::Collection& collection : service::schema::all_collections()) {
    const std::string name(collection.name);
    if (old_records[name] != new_records[name]) changed.insert(name);
  }
  return changed;
}

std::set<std::string> ids_in(std::string_view collection, const Changes& changes) {
  std::set<std::string> ids;
  for (const StagedChange& change : changes) {
    if (change.collection == collection && change.record) ids.insert(change.id);
  }
  return ids;
}

bool is_subset(const std::set<std::string>& part, const std::set<std::string>& whole) {
  return std::includes(whole.begin(), whole.end(), part.begin(), part.end());
}

/// The one request that changes a member who is there.
bool changes_password(const Request& request) {
  return request.method == Method::post &&
         protocol::match_path(protocol::password_change, request.path).has_value();
}

/// The member has to prove the password once more.
bool needs_password_again(const Request& request) {
  return changes_password(request) ||
         (request.method == Method::post &&
          protocol::match_path(protocol::email_change, request.path).has_value());
}

void check_effect(const Request& request, int status, const Changes& before,
                  const Changes& after) {
  const Method method = request.method;
  const auto changed = changed_collections(before, after);
  const bool refused = status >= 400;
  always(changed.count("certificates") == 0, "no request changes certificates");
  always(changed.count("accounts") == 0 || changes_password(request),
         "no request but for another password changes members");
  always(is_subset(ids_in("certificate_links", before), ids_in("certificate_links", after)),
         "no request ends that a member holds a certificate");
  always(method != Method::get || is_subset(changed, {"sessions"}), "GET changes nothing");
  always(!refused || is_subset(changed, {"idempotency_keys", "rate_buckets", "sessions"}),
         "what is refused changes nothing but its count and when a session was seen");
  always((method != Method::get && !refused) || ids_in("sessions", before) == ids_in("sessions", after),
         "neither GET nor what is refused begins or ends a session");
}

// ---- the response ----

/// The description of the API is larger than any request may be.
constexpr base::JsonLimits reply_limits{
    .max_bytes = 1024 * 1024, .max_depth = 32, .max_values = 100'000};

void check_cookie(const protocol::SetCookie& cookie) {
  always(cookie.name.rfind("__Host-laurel-", 0) == 0, "a cookie belongs to this host alone");
  const bool is_token = base::from_base64url(cookie.value).value_or("").size() == 32;
  always(cookie.value.empty() ? cookie.max_age_s == 0 : is_token,
         "a cookie is a token, or is removed");
}

void check_response(const Response& response) {
  static constexpr std::array known{200, 201, 202, 204, 400, 401, 403,
                                   404, 405, 409, 410, 412, 422, 429};
  always(std::find(known.begin(), known.end(), response.status) != known.end(),
         "a status is one of ours, and below 500");
  always((response.status == 405) == !response.allow.empty(), "405 says what is allowed");
  always((response.status == 429) == response.retry_after_s.has_value(), "429 says when to retry");
  always(response.retry_after_s.value_or(1) > 0, "a time to wait is in the future");
  if (response.status == 204) {
    always(response.body.empty() && response.content_type.empty(), "204 has no body");
  } else {
    always(base::parse_json(response.body, reply_limits).has_value(), "a body is JSON");
    const char* type = response.status < 400 ? "application/json" : "application/problem+json";
    always(response.content_type == type, "a body is said to be what it is");
  }
  for (const protocol::SetCookie& cookie : response.cookies) check_cookie(cookie);
  always(response.body.find(ground.sample.password) == std::string::npos,
         "no response holds a password");
}

// ---- one input ----

const service::kernel::Endpoint* endpoint_of(const Request& request) {
  for (const service::kernel::Endpoint& endpoint : tests::api().endpoints()) {
    if (endpoint.route.method == request.method &&
        protocol::match_path(endpoint.route, request.path)) {
      return &endpoint;
    }
  }
  return nullptr;
}

class World {
 public:
  World() = default;
  World(const World&) = delete;
  World& operator=(const World&) = delete;
  ~World() { ground.store.drop(); }

  void play(Step step) {
    clock_.advance(step.wait_before);
    const auto method = base::enum_named<Method>(step.method);
    if (!method) {
      const int status = tests::api().refuse_method(step.request.path).status;
      return always(status == 404 || status == 405, "an unknown method is refused");
    }
    step.request.method = *method;
    name_session(step.request.path);
    add_cookies(step.cookies, step.request);
    send(step.request);
  }

 private:
  void send(const Request& request) {
    const Changes before = ground.store.changes();
    const int hashes_before = hasher_.hashed + hasher_.verified;
    const Response response = tests::api().handle(request, services_);
    const Changes after = ground.store.changes();

    check_response(response);
    check_store(after);
    check_effect(request, response.status, before, after);
    check_guard(request, response, before, after);
    always(hasher_.hashed + hasher_.verified == hashes_before ||
               tests::api().work_of(request.method, request.path) ==
                   service::kernel::Work::hashes_passwords,
           "who hashes a password is known before");
    if (response.status < 400) check_admitted(request, response);
    keep_cookies(response);
    check_secrets(response, after);
  }

  void add_cookies(KeptCookies choice, Request& request) const {
    if (choice == KeptCookies::not_sent) return;
    if (choice == KeptCookies::mixed) return add_mixed_cookies(request);
    for (const auto& [name, value] : choice == KeptCookies::first ? first_ : kept_) {
      request.cookies.push_back({name, value});
    }
  }

  void add_mixed_cookies(Request& request) const {
    for (const auto& session : sessions_) {
      for (const auto& association : ground.associations) {
        const std::string name = service::accounts::session_cookie_name(association.first);
        request.cookies.push_back({name, session.first});
      }
    }
  }

  /// "{session}" in a path stands for the first session that there is.
  static void name_session(std::string& path) {
    constexpr std::string_view placeholder = "{session}";
    const std::size_t at = path.find(placeholder);
    if (at == std::string::npos) return;
    for (const StagedChange& change : ground.store.changes()) {
      if (change.collection != service::accounts::schema::sessions.name || !change.record) continue;
      path.replace(at, placeholder.size(), change.record->keys[1].value_or(""));
      return;
    }
  }

  static void check_guard(const Request& request, const Response& response, const Changes& before,
                          const Changes& after) {
    const bool foreign = request.origin != tests::origin() &&
                         !(request.origin.empty() && request.cookies.empty());
    if (request.method == Method::get || !foreign) return;
    const service::kernel::Endpoint* endpoint = endpoint_of(request);
    if (endpoint != nullptr && endpoint->accepts == service::kernel::Accepts::form_of_anybody)
      return;
    always(response.status == 403 || response.status == 404 || response.status == 405,
           "another site's request is refused");
    always(changed_collections(before, after).empty(), "another site's request changes nothing");
  }

  /// Whoever was let in has shown a password or a session of this association.
  void check_admitted(const Request& request, const Response& response) {
    const service::kernel::Endpoint* endpoint = endpoint_of(request);
    always(endpoint != nullptr, "only an endpoint admits anybody");
    const auto parameters = *protocol::match_path(endpoint->route, request.path);
    if (parameters.empty()) return;
    const std::string& association = parameters[0];
    const auto token =
        protocol::find_cookie(request, service::accounts::session_cookie_name(association));
    const auto held = sessions_.find(std::string(token.value_or("")));
    const bool signed_in = held != sessions_.end() && held->second == association;
    const bool repeats = needs_password_again(request) && !request.idempotency_key.empty();
    always(signed_in || repeats || endpoint->audience == protocol::Audience::visitor,
           "who needs a session has one that was begun here and has not ended");
    if (needs_password_again(request)) {
      if (held != sessions_.end()) sessions_.erase(held);
      return check_proven(request, response, association);
    }
    if (endpoint->route.path != protocol::session_create.path) return;
    if (request.method == Method::get) return;
    if (held != sessions_.end()) sessions_.erase(held);
    if (request.method == Method::delete_) return;
    const auto body = base::decode_json<protocol::SignInRequest>(request.body);
    always(body && passwords_.count(body->password) == 1, "nobody gets in without the password");
    always(response.cookies.size() == 2, "signing in sets the session's and the device's cookie");
    sessions_[response.cookies[0].value] = association;
  }

  void check_proven(const Request& request, const Response& response,
                    const std::string& association) {
    always(!response.cookies.empty(), "who proves their password gets a new token");
    sessions_[response.cookies[0].value] = association;
    if (!changes_password(request)) {
      const auto body = base::decode_json<protocol::EmailChange>(request.body);
      return always(body && passwords_.count(body->current_password) == 1,
                    "nobody asks for another address without the password");
    }
    const auto body = base::decode_json<protocol::PasswordChange>(request.body);
    const bool repeated = body && passwords_.count(body->new_password) == 1;
    always(repeated || (body && passwords_.count(body->current_password) == 1),
           "nobody chooses another password without the password");
    passwords_.insert(body->new_password);
  }

  void keep_cookies(const Response& response) {
    for (const protocol::SetCookie& cookie : response.cookies) {
      if (cookie.value.empty()) {
        kept_.erase(cookie.name);
      } else {
        kept_[cookie.name] = cookie.value;
        first_.emplace(cookie.name, cookie.value);
        tokens_.insert(cookie.value);
      }
    }
  }

  void check_secrets(const Response& response, const Changes& changes) const {
    std::string stored;
    for (const StagedChange& change : changes) {
      if (change.record) stored += text_of(*change.record);
    }
    for (const std::string& token : tokens_) {
      always(response.body.find(token) == std::string::npos, "no body holds a token");
      always(stored.find(token) == std::string::npos, "a token is kept nowhere");
    }
    always(stored.find(ground.sample.password) == std::string::npos, "a password is kept nowhere");
  }

  tests::CountingStore store_{ground.store};
  tests::FakeClock clock_;
  tests::SeededEntropy entropy_{2};
  tests::CountingHasher hasher_;
  tests::FakeImages images_;
  service::kernel::Services services_{
      store_, clock_, entropy_, hasher_, images_, ground.associations,
      {.allowed_origins = {tests::origin()},
       .report = [](const base::Error&) { always(false, "nothing fails where the store works"); }},
      ground.contents};
  std::map<std::string, std::string> kept_;      // cookies by name
  std::map<std::string, std::string> first_;     // the first value that each was given
  std::map<std::string, std::string> sessions_;  // associations by token
  std::set<std::string> tokens_;                 // that were ever given out
  std::set<std::string> passwords_{ground.sample.password};  // that were ever the members'
};

}  // namespace
}  // namespace laurel::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  laurel::fuzz::World world;
  for (laurel::fuzz::Step& step :
       laurel::fuzz::parse_script(laurel::fuzz::as_text(data, size))) {
    world.play(std::move(step));
  }
  return 0;
}
