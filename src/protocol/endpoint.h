// An endpoint: all that both sides have to agree on, stated once. The client sends to it, the service
// binds its handler to it (service/kernel/endpoint.h), the OpenAPI document describes it.
//
//   inline constexpr Endpoint<Audience::member, ProfileUpdate, ProfileResponse> profile_save{
//       {Method::put, "/api/v1/{association}/profile", "Save the member's own profile",
//        "saveProfile", "profile"},
//       200, {ProblemCode::invalid, ProblemCode::changed}};
//
// To add one: a line like this beside its messages, its handler and a line in the table of its
// feature (service/<feature>/endpoints.cpp), a test in tests/service/<feature>.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>

#include "base/codec.h"
#include "protocol/problem.h"
#include "protocol/route.h"

namespace laurel::protocol {

/// Who may ask, and what a handler receives for it.
enum class Audience {
  visitor,  // anybody
  member,   // a session of the association, else 401
  /// A member who types their password once more. What came in their cookie may have been renewed by
  /// the same request before: service/accounts/proven_change.h looks, else 401.
  proving_member,
};

/// A request without a body.
struct Nothing {};

/// A reply that says no more than its status.
struct Done {
  static constexpr auto fields() { return std::tuple{}; }
};

/// A reply without a body.
struct NoContent {};

/// A JPEG.
struct Picture {
  std::string bytes;
  std::string tag;  // see Response::tag
};

/// JSON that is no message of ours.
struct Document {
  std::string json;
};

/// What may go wrong, besides what may with every request of the kind (service/kernel/openapi.cpp).
class Problems {
 public:
  constexpr Problems(std::initializer_list<ProblemCode> codes) {
    for (const ProblemCode code : codes) bits_ |= bit(code);
  }
  [[nodiscard]] constexpr bool has(ProblemCode code) const { return (bits_ & bit(code)) != 0; }

 private:
  static constexpr std::uint32_t bit(ProblemCode code) {
    return std::uint32_t{1} << static_cast<unsigned>(code);
  }
  std::uint32_t bits_ = 0;
};

/// What becomes of a request that is sent twice.
enum class Repetition {
  once,      // with an Idempotency-Key it takes effect once; as every GET, it may leave the key out
  harmless,  // it changes nothing
};

inline constexpr std::size_t max_ordinary_body_bytes = 64 * 1024;

template <Audience audience_, class Request_, class Response_>
struct Endpoint : Route {
  using Request = Request_;
  using Response = Response_;
  static constexpr Audience audience = audience_;

  int success_status = 200;
  Problems problems = {};
  Repetition repetition = Repetition::once;
  std::size_t max_body_bytes = max_ordinary_body_bytes;
};

}  // namespace laurel::protocol
