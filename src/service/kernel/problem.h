// Problems (protocol/problem.h): each code has one status and one title. Whoever cannot do what was
// asked returns one of these in the place of the answer:
//
//   OrProblem<protocol::Done> confirm(…) {
//     if (!link) return problem(ProblemCode::gone);
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "base/result.h"
#include "protocol/http.h"
#include "protocol/problem.h"
#include "service/kernel/services.h"

namespace laurel::service::kernel {

/// A value, or the problem that is answered instead of it.
template <class T>
using OrProblem = tl::expected<T, protocol::Problem>;

using Refusal = tl::unexpected<protocol::Problem>;

[[nodiscard]] Refusal problem(protocol::ProblemCode code);

/// `detail` names the place in the request, never what stands there.
[[nodiscard]] Refusal malformed(std::string detail);

/// What is wrong with the fields of a form.
[[nodiscard]] Refusal invalid(std::vector<protocol::FieldError> errors);

[[nodiscard]] Refusal too_many_tries(std::chrono::milliseconds retry_after);

/// Storage or memory failed: reports the error and answers 503. Nothing of the error is told to the
/// client.
[[nodiscard]] Refusal unavailable(const Services& services, const base::Error& error);

[[nodiscard]] int status_of(protocol::ProblemCode code);
[[nodiscard]] std::string_view title_of(protocol::ProblemCode code);

/// As HTTP has it.
[[nodiscard]] protocol::Response to_response(const protocol::Problem& problem);
[[nodiscard]] protocol::Response to_response(const Refusal& refusal);

}  // namespace laurel::service::kernel
