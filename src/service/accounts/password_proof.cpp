#include "service/accounts/password_proof.h"

#include "service/kernel/problem.h"

namespace laurel::service::accounts {

kernel::OrProblem<std::optional<std::vector<kernel::Bucket>>> try_password(
    const Try& tried, const std::string& phc, const std::string& password,
    kernel::Services& services) {
  auto payment = pay_for(tried, services);
  if (!payment) return kernel::unavailable(services, payment.error());
  if (payment->retry_after) return kernel::too_many_tries(*payment->retry_after);
  if (!services.hasher.verify_password(phc, password)) return std::nullopt;
  return std::move(payment->buckets);
}

kernel::OrProblem<std::vector<kernel::Bucket>> prove_password(
    const Try& tried, const std::string& phc, const std::optional<std::string>& typed,
    kernel::Services& services) {
  if (typed.value_or("").empty()) {
    return kernel::invalid({{"password", protocol::FieldCode::missing}});
  }
  auto paid = try_password(tried, phc, *typed, services);
  if (!paid) return tl::unexpected(std::move(paid.error()));
  if (!*paid) return kernel::invalid({{"password", protocol::FieldCode::wrong}});
  return std::move(**paid);
}

}  // namespace laurel::service::accounts
