// What is kept of mails.
// Rename nothing: names are in members' databases.
#pragma once

#include <array>

#include "ports/store.h"
#include "service/store/keys.h"

namespace laurel::service::mail::schema {

inline constexpr ports::Index by_due{"due"};                // when to send; as store::by_expiry
inline constexpr ports::Index by_newsletter_due{"newsletter_due"};  // the same, of newsletters
inline constexpr ports::Index by_abandoned{
    "abandoned"};  // when it was written; as store::by_expiry

inline constexpr std::array outbox_indexes{by_due, store::by_expiry, by_newsletter_due,
                                           by_abandoned};

inline constexpr ports::Collection outbox{"outbox", outbox_indexes};

}  // namespace laurel::mail::schema
