// Problems as responses (protocol/problem.h): each code has one status and one title.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "base/result.h"
#include "protocol/http.h"
#include "protocol/problem.h"
#include "service/kernel/services.h"

namespace laurel::service::kernel {

[[nodiscard]] protocol::Response problem(protocol::ProblemCode code);

/// `detail` names the place in the request, never what stands there.
[[nodiscard]] protocol::Response malformed(std::string detail);

/// What is wrong with the fields of a form.
[[nodiscard]] protocol::Response invalid(std::vector<protocol::FieldError> errors);

[[nodiscard]] protocol::Response too_many_tries(std::chrono::milliseconds retry_after);

/// Storage or memory failed: reports the error and answers 503. Nothing of the error is told to the
/// client.
[[nodiscard]] protocol::Response unavailable(const Services& services, const base::Error& error);

}  // namespace laurel::service::kernel
