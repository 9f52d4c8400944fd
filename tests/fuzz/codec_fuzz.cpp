// Messages from strangers: any bytes either are no such message, or are one that keeps the rules of
// its fields and is the same after it was encoded and decoded again.
#include <limits>

#include "base/codec.h"
#include "base/utf8.h"
#include "protocol/accounts/session.h"
#include "protocol/dashboard.h"
#include "tests/fuzz/property.h"

namespace laurel::fuzz {
namespace {

using protocol::DashboardResponse;
using protocol::SessionsResponse;
using protocol::SignInRequest;

constexpr base::JsonLimits any_size{.max_bytes = std::numeric_limits<std::size_t>::max(),
                                    .max_values = std::numeric_limits<std::size_t>::max()};

void check_rules(const SignInRequest& request) {
  always(request.email.size() <= 254 && request.password.size() <= 1024, "texts keep their length");
  const auto log = base::parse_json(base::encode_json_without_secrets(request), any_size);
  always(log && log->find("email") != nullptr && log->find("password") == nullptr,
         "a secret is left out of logs and fingerprints, and nothing else is");
}

void check_rules(const DashboardResponse& dashboard) {
  for (const auto& certificate : dashboard.certificates) {
    always(base::parse_date(base::format_date(certificate.awarded)) == certificate.awarded,
           "a day reads back the same");
    always(static_cast<std::size_t>(certificate.state) <
               enum_names(domain::CertificateState{}).size(),
           "a state is one of those that there are");
  }
}

void check_rules(const SessionsResponse& sessions) {
  constexpr std::int64_t safe = 9007199254740991;
  for (const auto& session : sessions.sessions) {
    const std::int64_t seen = session.last_seen.time_since_epoch().count();
    always(seen >= -safe && seen <= safe, "a point in time is a safe integer");
  }
}

void check_error(const base::Error& error) {
  always(error.code == base::ErrorCode::invalid_input, "a refusal is invalid_input");
  always(!error.context.empty() && error.context.size() < 200,
         "a refusal says what is wrong and where, and no more");
}

template <class Message>
void check(std::string_view text) {
  const auto message = base::decode_json<Message>(text);
  if (!message) return check_error(message.error());
  check_rules(*message);
  const std::string encoded = base::encode_json(*message);
  const auto again = base::decode_json<Message>(encoded, any_size);
  always(again.has_value(), "what is encoded can be decoded");
  // The text stands for every field, so equal texts are equal messages.
  always(base::encode_json(*again) == encoded, "what is encoded decodes to the same");
}

/// Our own side may be handed bytes as well, by a form that somebody filled in.
void check_encoding(std::string_view bytes) {
  const std::size_t half = bytes.size() / 2;
  const SignInRequest request{std::string(bytes.substr(0, half)), std::string(bytes.substr(half)),
                              true};
  const auto json = base::parse_json(base::encode_json(request), any_size);
  always(json.has_value(), "a message of any bytes is well-formed JSON");
  const auto* email = json->find("email");
  always(email != nullptr && std::get<std::string>(email->data) ==
                                 base::to_valid_utf8(request.email),
         "a message of any bytes holds their valid UTF-8");
}

}  // namespace
}  // namespace laurel::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input = laurel::fuzz::as_text(data, size);
  laurel::fuzz::check<laurel::protocol::SignInRequest>(input);
  laurel::fuzz::check<laurel::protocol::DashboardResponse>(input);
  laurel::fuzz::check<laurel::protocol::SessionsResponse>(input);
  laurel::fuzz::check_encoding(input);
  return 0;
}
