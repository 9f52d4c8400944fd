#include "service/accounts/reindex.h"

#include <array>

#include "service/accounts/link_records.h"
#include "service/accounts/records.h"
#include "service/accounts/registration_records.h"
#include "service/accounts/schema.h"

namespace laurel::service::accounts {
namespace {

constexpr std::array table = {
    store::RewrittenCollection{schema::sessions, store::rewrite<SessionRecord>},
    store::RewrittenCollection{schema::devices, store::rewrite<DeviceRecord>},
    store::RewrittenCollection{schema::registrations, store::rewrite<RegistrationRecord>},
    store::RewrittenCollection{schema::password_resets, store::rewrite<PasswordResetRecord>},
    store::RewrittenCollection{schema::email_changes, store::rewrite<EmailChangeRecord>},
};

}  // namespace

std::span<const store::RewrittenCollection> rewritten_collections() { return table; }

}  // namespace laurel::service::accounts
