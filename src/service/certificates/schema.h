// What is kept of the associations' registries.
// Rename nothing: names are in members' databases.
#pragma once

#include <array>

#include "ports/store.h"

namespace laurel::service::certificates::schema {

inline constexpr ports::Index by_account{"account"};        // the member's id
inline constexpr ports::Index by_number{"number"};          // "ipma de24b01877"
inline constexpr ports::Index by_name{"name"};              // "ipma lind mara"
inline constexpr ports::Index by_verification{"verification", true};
inline constexpr ports::Index by_valid_until{"valid_until"};  // "ipma 2029-03-17 DE-24-B-01877"
inline constexpr ports::Index by_claim{"claim"};            // a member's id and a certificate's
inline constexpr ports::Index by_requested{"requested"};    // when it was; as store::by_expiry

inline constexpr std::array link_indexes{by_account, by_verification, by_valid_until};
inline constexpr std::array certificate_indexes{by_number};
inline constexpr std::array request_indexes{by_account, by_claim, by_requested};
inline constexpr std::array name_indexes{by_name};

inline constexpr ports::Collection certificates{"certificates", certificate_indexes};
inline constexpr ports::Collection certificate_links{"certificate_links", link_indexes};
inline constexpr ports::Collection certificate_requests{"certificate_requests", request_indexes};
/// Empty: what older versions kept there lies in certificate_words (service/reindex.h).
inline constexpr ports::Collection certificate_names{"certificate_names", name_indexes};
inline constexpr ports::Collection certificate_words{"certificate_words", {}};
inline constexpr ports::Collection certificate_addresses{"certificate_addresses", {}};

}  // namespace laurel::certificates::schema
