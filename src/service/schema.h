// Every collection of the store. Stores are opened with `all_collections()`, so that SQL adapters
// make their tables from it; a collection or an index that is added to its feature's schema.h, and a
// collection here, is added to existing databases at their next start, and service/reindex.h puts
// their records into it. Rename nothing: names are in members' databases.
#pragma once

#include <array>
#include <span>

#include "ports/store.h"
#include "service/accounts/schema.h"
#include "service/catalogue/schema.h"
#include "service/certificates/schema.h"
#include "service/kernel/schema.h"
#include "service/mail/schema.h"
#include "service/members/schema.h"
#include "service/newsletter/schema.h"
#include "service/store/reindex.h"

namespace laurel::service::schema {

inline constexpr std::array collections{
    accounts::schema::accounts,
    accounts::schema::sessions,
    accounts::schema::devices,
    kernel::schema::rate_buckets,
    kernel::schema::idempotency_keys,
    certificates::schema::certificates,
    certificates::schema::certificate_links,
    certificates::schema::certificate_requests,
    accounts::schema::registrations,
    accounts::schema::password_resets,
    mail::schema::outbox,
    newsletter::schema::newsletters,
    newsletter::schema::newsletter_requests,
    newsletter::schema::ended_newsletters,
    newsletter::schema::newsletter_issues,
    catalogue::schema::offers,
    certificates::schema::certificate_names,
    certificates::schema::certificate_words,
    certificates::schema::certificate_addresses,
    members::schema::profiles,
    members::schema::directory_words,
    members::schema::photos,
    accounts::schema::email_changes,
    store::schema::index_states};

[[nodiscard]] constexpr std::span<const ports::Collection> all_collections() { return collections; }

}  // namespace laurel::service::schema
