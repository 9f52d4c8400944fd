// Every collection of the store. Stores are opened with `all_collections()`, so that SQL adapters
// make their tables from it; a collection or an index that is added here is added to existing
// databases at their next start, and service/reindex.h puts their records into it. Rename nothing:
// names are in members' databases.
#pragma once

#include <array>
#include <span>

#include "ports/store.h"

namespace laurel::service::schema {

inline constexpr ports::Index by_email{"email", true};      // "ipma ana@example.org"
inline constexpr ports::Index by_account{"account"};        // the member's id
inline constexpr ports::Index by_session{"session", true};  // the session's public id
inline constexpr ports::Index by_expiry{"expiry"};          // see `expiry_key` in records.h

inline constexpr ports::Index by_token{"token", true};      // SHA-256 of a token, hexadecimal
inline constexpr ports::Index by_activation{"activation", true};  // the same of another token
inline constexpr ports::Index by_unsubscribe{"unsubscribe", true};
inline constexpr ports::Index by_address{"address"};        // as by_email, for many records each
inline constexpr ports::Index by_number{"number"};          // "ipma de24b01877"
inline constexpr ports::Index by_due{"due"};                // when to send; as by_expiry
inline constexpr ports::Index by_newsletter_due{"newsletter_due"};  // the same, of newsletters
inline constexpr ports::Index by_abandoned{"abandoned"};    // when it was written; as by_expiry
inline constexpr ports::Index by_end{"end"};                // "ipma events 2026-12-05"
inline constexpr ports::Index by_owner_email{"owner_email"};  // as by_email, for many records each
inline constexpr ports::Index by_words{"words"};            // several each: "ipma lind mara"
inline constexpr ports::Index by_verification{"verification", true};
inline constexpr ports::Index by_valid_until{"valid_until"};  // "ipma 2029-03-17 DE-24-B-01877"
inline constexpr ports::Index by_claim{"claim"};            // a member's id and a certificate's
inline constexpr ports::Index by_requested{"requested"};    // when it was; as by_expiry

inline constexpr ports::Index by_place{"place"};            // see service/profile_records.h
inline constexpr ports::Index by_country{"country"};
inline constexpr ports::Index by_association{"member_association"};
inline constexpr ports::Index by_country_and_association{"country_and_association"};

inline constexpr std::array account_indexes{by_email};
inline constexpr std::array session_indexes{by_account, by_session, by_expiry};
inline constexpr std::array link_indexes{by_account, by_verification, by_valid_until};
inline constexpr std::array expiry_index{by_expiry};
inline constexpr std::array certificate_indexes{by_number, by_owner_email, by_words};
inline constexpr std::array registration_indexes{by_token, by_activation, by_address, by_expiry};
inline constexpr std::array reset_indexes{by_address, by_expiry};
inline constexpr std::array email_change_indexes{by_account, by_expiry};
inline constexpr std::array outbox_indexes{by_due, by_expiry, by_newsletter_due, by_abandoned};
inline constexpr std::array request_indexes{by_account, by_claim, by_requested};
inline constexpr std::array newsletter_indexes{by_unsubscribe};
inline constexpr std::array newsletter_request_indexes{by_address, by_expiry};
inline constexpr std::array ended_newsletter_indexes{by_unsubscribe, by_expiry};
inline constexpr std::array offer_indexes{by_end};
inline constexpr std::array profile_indexes{by_place, by_country, by_association,
                                            by_country_and_association, by_words};

inline constexpr ports::Collection accounts{"accounts", account_indexes};
inline constexpr ports::Collection sessions{"sessions", session_indexes};
inline constexpr ports::Collection devices{"devices", expiry_index};
inline constexpr ports::Collection rate_buckets{"rate_buckets", expiry_index};
inline constexpr ports::Collection idempotency_keys{"idempotency_keys", expiry_index};
inline constexpr ports::Collection certificates{"certificates", certificate_indexes};
inline constexpr ports::Collection certificate_links{"certificate_links", link_indexes};
inline constexpr ports::Collection certificate_requests{"certificate_requests", request_indexes};
inline constexpr ports::Collection registrations{"registrations", registration_indexes};
inline constexpr ports::Collection password_resets{"password_resets", reset_indexes};
inline constexpr ports::Collection email_changes{"email_changes", email_change_indexes};
inline constexpr ports::Collection outbox{"outbox", outbox_indexes};
inline constexpr ports::Collection newsletters{"newsletters", newsletter_indexes};
inline constexpr ports::Collection newsletter_requests{"newsletter_requests",
                                                       newsletter_request_indexes};
inline constexpr ports::Collection ended_newsletters{"ended_newsletters",
                                                     ended_newsletter_indexes};
inline constexpr ports::Collection newsletter_issues{"newsletter_issues"};
inline constexpr ports::Collection offers{"offers", offer_indexes};
inline constexpr ports::Collection profiles{"profiles", profile_indexes};
inline constexpr ports::Collection photos{"photos"};
inline constexpr ports::Collection index_states{"index_states", {}};

/// Empty: older versions kept there what are keys of certificates and profiles today
/// (service/reindex.h).
inline constexpr ports::Collection certificate_names{"certificate_names", {}};
inline constexpr ports::Collection certificate_words{"certificate_words", {}};
inline constexpr ports::Collection certificate_addresses{"certificate_addresses", {}};
inline constexpr ports::Collection directory_words{"directory_words", {}};

inline constexpr std::array collections{accounts,          sessions,
                                        devices,           rate_buckets,
                                        idempotency_keys,  certificates,
                                        certificate_links, certificate_requests,
                                        registrations,     password_resets,
                                        outbox,            newsletters,
                                        newsletter_requests, ended_newsletters,
                                        newsletter_issues, offers,
                                        certificate_names, certificate_words,
                                        certificate_addresses,
                                        profiles,          directory_words,
                                        photos,            email_changes,
                                        index_states};

[[nodiscard]] constexpr std::span<const ports::Collection> all_collections() { return collections; }

}  // namespace laurel::service::schema
