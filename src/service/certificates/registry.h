// The associations' registries of certificates: saving one, and finding some by number, e-mail or
// name. The beginnings of these are for staff and the association's tools: visitors find
// certificates by their whole number alone, and masked (service/accounts/registration.cpp), members also by
// their own address (certificates.cpp).
//
//   const auto found = certificates::find_in_registry(transaction, "ipma", "lin MARA");
//
// Sized for a million certificates: whatever is looked for, at most some thousand index entries are
// read.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "service/certificates/records.h"
#include "service/certificates/schema.h"

namespace laurel::service::certificates {

/// Saves it with its owner's address and names in every order of theirs, and tells its link when it
/// ends.
/// Certificates are saved in no other way.
[[nodiscard]] base::Status save_certificate(ports::Transaction& transaction,
                                            const CertificateRecord& record);

/// Days that certificates have to have; nothing fits all.
struct RegistryDays {
  std::optional<base::Date> awarded;
  std::optional<base::Date> valid_until;
};

/// Those with the whole number, however it is typed. At most 20; none for no number.
[[nodiscard]] base::Result<std::vector<CertificateRecord>> certificates_by_number(
    ports::Transaction& transaction, std::string_view association, std::string_view typed,
    const RegistryDays& days);

/// Those that the registry knows under the address. At most 200.
[[nodiscard]] base::Result<std::vector<CertificateRecord>> certificates_by_email(
    ports::Transaction& transaction, std::string_view association, std::string_view email,
    const RegistryDays& days);

/// The same for one that the registry does not hold yet, without a look whether it does.
[[nodiscard]] base::Status save_new_certificate(ports::Transaction& transaction,
                                                const CertificateRecord& record);

// For many new ones at once: names, addresses and certificates lie in different places of a store,
// which writes what is near each other together. Names and addresses come first, so that no
// certificate is ever without them; one that leads to no certificate is never shown.

/// The words of a CertificateWordsRecord for each of the orders of the name's words: "lind mara"
/// and "mara lind" of "Mara Lind".
[[nodiscard]] std::vector<std::string> word_orders(std::string_view owner_name);

/// Saves one that the registry does not hold yet, whose names and address have been saved.
[[nodiscard]] base::Status save_listed_certificate(ports::Transaction& transaction,
                                                  const CertificateRecord& record);

struct RegistryHits {
  std::vector<domain::Certificate> certificates;
  bool more = false;  // there may be others: more of the number or of the name will tell
};

inline constexpr std::size_t max_registry_hits = 50;

/// With an "@" in it, `typed` is the beginning of an e-mail address. Otherwise it is the beginning
/// of a number, without regard to case, spaces and dashes, or those of some words of a name, in any
/// order and without regard to case and accents; numbers come first. Nothing is found for no words.
[[nodiscard]] base::Result<RegistryHits> find_in_registry(ports::Transaction& transaction,
                                                          std::string_view association,
                                                          std::string_view typed);

}  // namespace laurel::service::certificates
