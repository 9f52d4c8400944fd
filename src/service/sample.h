// Invented members, certificates and offers for development, tests and the demo
// (assets/sample/members.json).
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "service/kernel/services.h"

namespace laurel::service {

/// The member whose address and password are shown to whoever tries the desk.
struct SampleLogin {
  std::string association;
  std::string email;
  std::string password;
};

/// Adds the members and certificates of the document that are not there yet, and the offers that are
/// not there or are over; where nothing is missing, it writes and hashes nothing. Errors:
/// `invalid_input` for a document that breaks its form or names an unknown association, and whatever
/// the store says.
[[nodiscard]] base::Result<SampleLogin> load_sample(std::string_view json,
                                                    kernel::Services& services);

}  // namespace laurel::service
