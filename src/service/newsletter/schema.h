// What is kept of newsletters.
// Rename nothing: names are in members' databases.
#pragma once

#include <array>

#include "ports/store.h"
#include "service/store/keys.h"

namespace laurel::service::newsletter::schema {

inline constexpr ports::Index by_unsubscribe{"unsubscribe", true};
inline constexpr ports::Index by_address{"address"};        // as by_email, for many records each

inline constexpr std::array newsletter_indexes{by_unsubscribe};
inline constexpr std::array newsletter_request_indexes{by_address, store::by_expiry};
inline constexpr std::array ended_newsletter_indexes{by_unsubscribe, store::by_expiry};

inline constexpr ports::Collection newsletters{"newsletters", newsletter_indexes};
inline constexpr ports::Collection newsletter_requests{"newsletter_requests",
                                                       newsletter_request_indexes};
inline constexpr ports::Collection ended_newsletters{"ended_newsletters", ended_newsletter_indexes};
inline constexpr ports::Collection newsletter_issues{"newsletter_issues"};

}  // namespace laurel::newsletter::schema
