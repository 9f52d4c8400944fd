// The associations' registries of certificates: saving one, and finding some by number, e-mail or
// name. For staff and the association's tools: visitors find certificates by number alone, and
// masked (service/registration.cpp).
//
//   const auto found = service::find_in_registry(transaction, "ipma", "lin MARA");
//
// Sized for a million certificates: whatever is looked for, at most some thousand index entries are
// read.
#pragma once

#include <string_view>
#include <vector>

#include "base/result.h"
#include "service/records.h"

namespace laurel::service {

/// Saves it with its owner's names in every order of theirs. The only way to save a certificate.
[[nodiscard]] base::Status save_certificate(ports::Transaction& transaction,
                                            const CertificateRecord& record);

struct RegistryHits {
  std::vector<domain::Certificate> certificates;
  bool more = false;  // there may be others: more of the number or of the name will tell
};

inline constexpr std::size_t max_registry_hits = 50;

/// With an "@" in it, `typed` is the beginning of an e-mail address. Otherwise it is the beginning of a
/// number, without regard to case, spaces and dashes, or those of some words of a name, in any order
/// and without regard to case and accents; numbers come first. Nothing is found for no words.
[[nodiscard]] base::Result<RegistryHits> find_in_registry(ports::Transaction& transaction,
                                                          std::string_view association,
                                                          std::string_view typed);

}  // namespace laurel::service
