// What is kept of accounts, and of people who are not members yet.
// Rename nothing: names are in members' databases.
#pragma once

#include <array>

#include "ports/store.h"
#include "service/store/keys.h"

namespace laurel::service::accounts::schema {

inline constexpr ports::Index by_email{"email", true};      // "ipma ana@example.org"
inline constexpr ports::Index by_account{"account"};        // the member's id
inline constexpr ports::Index by_session{"session", true};  // the session's public id
inline constexpr ports::Index by_token{"token", true};      // SHA-256 of a token, hexadecimal
inline constexpr ports::Index by_activation{"activation", true};  // the same of another token
inline constexpr ports::Index by_address{"address"};        // as by_email, for many records each

inline constexpr std::array account_indexes{by_email};
inline constexpr std::array session_indexes{by_account, by_session, store::by_expiry};
inline constexpr std::array device_indexes{store::by_expiry};
inline constexpr std::array registration_indexes{by_token, by_activation, by_address,
                                                 store::by_expiry};
inline constexpr std::array reset_indexes{by_address, store::by_expiry};
inline constexpr std::array email_change_indexes{by_account, store::by_expiry};

inline constexpr ports::Collection accounts{"accounts", account_indexes};
inline constexpr ports::Collection sessions{"sessions", session_indexes};
inline constexpr ports::Collection devices{"devices", device_indexes};
inline constexpr ports::Collection registrations{"registrations", registration_indexes};
inline constexpr ports::Collection password_resets{"password_resets", reset_indexes};
inline constexpr ports::Collection email_changes{"email_changes", email_change_indexes};

}  // namespace laurel::accounts::schema
