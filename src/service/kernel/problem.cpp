#include "service/kernel/problem.h"

#include <array>
#include <utility>

#include "base/codec.h"

namespace laurel::service::kernel {
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
    Kind{ProblemCode::invalid, 400, "Something in the form is missing or breaks a rule"},
    Kind{ProblemCode::gone, 410, "This was used, has expired or never was"},
    Kind{ProblemCode::changed, 412, "This has changed since it was read"},
    Kind{ProblemCode::taken, 422, "The e-mail address belongs to another account"},
};

constexpr bool kinds_follow_the_enum() {
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    if (static_cast<std::size_t>(kinds[i].code) != i) return false;
  }
  return kinds.size() == enum_names(ProblemCode{}).size();
}
static_assert(kinds_follow_the_enum());

constexpr long storage_retry_s = 5;

/// Of the code's kind, with nothing that only this request has.
protocol::Problem plain(ProblemCode code) {
  const Kind& kind = kinds[static_cast<std::size_t>(code)];
  protocol::Problem body;
  body.status = kind.status;
  body.code = code;
  body.title = kind.title;
  return body;
}

}  // namespace

Refusal problem(ProblemCode code) {
  protocol::Problem body = plain(code);
  if (code == ProblemCode::unavailable) body.retry_after_s = storage_retry_s;
  return Refusal(std::move(body));
}

Refusal malformed(std::string detail) {
  protocol::Problem body = plain(ProblemCode::malformed);
  body.detail = std::move(detail);
  return Refusal(std::move(body));
}

Refusal invalid(std::vector<protocol::FieldError> errors) {
  protocol::Problem body = plain(ProblemCode::invalid);
  body.errors = std::move(errors);
  return Refusal(std::move(body));
}

Refusal too_many_tries(std::chrono::milliseconds retry_after) {
  protocol::Problem body = plain(ProblemCode::too_many_tries);
  body.retry_after_s = std::chrono::ceil<std::chrono::seconds>(retry_after).count();
  return Refusal(std::move(body));
}

Refusal unavailable(const Services& services, const base::Error& error) {
  if (services.config.report) services.config.report(error);
  return problem(ProblemCode::unavailable);
}

int status_of(ProblemCode code) { return kinds[static_cast<std::size_t>(code)].status; }

std::string_view title_of(ProblemCode code) { return kinds[static_cast<std::size_t>(code)].title; }

protocol::Response to_response(const protocol::Problem& problem) {
  protocol::Response response;
  response.status = static_cast<int>(problem.status);
  response.content_type = "application/problem+json";
  response.body = base::encode_json(problem);
  if (problem.retry_after_s) response.retry_after_s = static_cast<long>(*problem.retry_after_s);
  return response;
}

protocol::Response to_response(const Refusal& refusal) { return to_response(refusal.value()); }

}  // namespace laurel::service::kernel
