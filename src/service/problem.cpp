#include "service/problem.h"

#include <array>
#include <utility>

#include "base/codec.h"

namespace laurel::service {
namespace {

using protocol::ProblemCode;

struct Kind {
  ProblemCode code;
  int status;
  std::string_view title;
};

constexpr std::array kinds = {
    Kind{ProblemCode::malformed, 400, "The request cannot be read"},
    Kind{ProblemCode::wrong_credentials, 401, "The e-mail address or the password is wrong"},
    Kind{ProblemCode::not_signed_in, 401, "Nobody is signed in"},
    Kind{ProblemCode::forbidden, 403, "The request comes from a place that may not make it"},
    Kind{ProblemCode::not_found, 404, "There is nothing at this address"},
    Kind{ProblemCode::method_not_allowed, 405, "This address does not know the method"},
    Kind{ProblemCode::conflict, 409, "The same request is being worked on"},
    Kind{ProblemCode::key_reused, 422, "The Idempotency-Key came with another request before"},
    Kind{ProblemCode::too_many_tries, 429, "Too many tries"},
    Kind{ProblemCode::unavailable, 503, "The service cannot work at the moment"},
};

constexpr bool kinds_follow_the_enum() {
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    if (static_cast<std::size_t>(kinds[i].code) != i) return false;
  }
  return kinds.size() == enum_names(ProblemCode{}).size();
}
static_assert(kinds_follow_the_enum());

constexpr long storage_retry_s = 5;

protocol::Response respond(ProblemCode code, std::optional<std::string> detail,
                           std::optional<long> retry_after_s) {
  const Kind& kind = kinds[static_cast<std::size_t>(code)];
  protocol::Problem body;
  body.status = kind.status;
  body.code = code;
  body.title = kind.title;
  body.detail = std::move(detail);
  if (retry_after_s) body.retry_after_s = *retry_after_s;

  protocol::Response response;
  response.status = kind.status;
  response.content_type = "application/problem+json";
  response.body = base::encode_json(body);
  response.retry_after_s = retry_after_s;
  return response;
}

}  // namespace

protocol::Response problem(ProblemCode code) {
  const bool busy = code == ProblemCode::unavailable;
  return respond(code, std::nullopt, busy ? std::optional<long>(storage_retry_s) : std::nullopt);
}

protocol::Response malformed(std::string detail) {
  return respond(ProblemCode::malformed, std::move(detail), std::nullopt);
}

protocol::Response too_many_tries(long retry_after_s) {
  return respond(ProblemCode::too_many_tries, std::nullopt, retry_after_s);
}

protocol::Response unavailable(const Services& services, const base::Error& error) {
  if (services.config.report) services.config.report(error);
  return problem(ProblemCode::unavailable);
}

}  // namespace laurel::service
