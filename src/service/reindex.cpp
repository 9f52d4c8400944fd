#include "service/reindex.h"

#include <array>
#include <optional>
#include <string>

#include "service/newsletter_records.h"
#include "service/offers.h"
#include "service/profile_records.h"
#include "service/records.h"
#include "service/registration_records.h"
#include "service/registry.h"
#include "service/tokens.h"

namespace laurel::service {
namespace {

constexpr std::size_t records_at_once = 500;

template <class R>
base::Status rewrite(ports::Transaction& transaction, const ports::Record& stored,
                     ports::Entropy&) {
  const auto record = decode_record<R>(stored);
  if (!record) return tl::unexpected(record.error());
  return save(transaction, *record);
}

/// What lay there are keys of certificates and profiles today, whose rewriting makes them.
template <const ports::Collection& former>
base::Status erase_former(ports::Transaction& transaction, const ports::Record& stored,
                          ports::Entropy& /*entropy*/) {
  return transaction.erase(former, stored.id);
}

/// What an account once said of its member; today the profile does.
struct FormerMember {
  std::optional<std::string> first_name;
  std::optional<std::string> last_name;
  std::optional<std::string> country;
  std::optional<std::string> member_association;

  static constexpr auto fields() {
    return std::tuple{base::field("first_name", &FormerMember::first_name),
                      base::field("last_name", &FormerMember::last_name),
                      base::field("country", &FormerMember::country),
                      base::field("member_association", &FormerMember::member_association)};
  }
};

struct FormerAccount {
  FormerMember member;

  static constexpr auto fields() {
    return std::tuple{base::field("member", &FormerAccount::member)};
  }
  static const ports::Collection& collection() { return schema::accounts; }
};

/// Accounts from before version 2 hold the member's name, and have no profile.
base::Status rewrite_account(ports::Transaction& transaction, const ports::Record& stored,
                             ports::Entropy& /*entropy*/) {
  const auto account = decode_record<AccountRecord>(stored);
  if (!account) return tl::unexpected(account.error());
  const auto former = decode_record<FormerAccount>(stored);
  if (!former) return tl::unexpected(former.error());
  const auto profile = load<ProfileRecord>(transaction, account->id());
  if (!profile) return tl::unexpected(profile.error());
  if (!*profile) {
    const FormerMember& member = former->member;
    const ProfileRecord made = first_profile(
        account->member, member.first_name.value_or(""), member.last_name.value_or(""),
        member.country.value_or(""), member.member_association.value_or(""));
    if (auto status = save(transaction, made); !status) return status;
  }
  return save(transaction, *account);
}

/// There were links before there were verification pages, and before they knew when certificates
/// end.
base::Status rewrite_link(ports::Transaction& transaction, const ports::Record& stored,
                          ports::Entropy& entropy) {
  auto link = decode_record<LinkedCertificateRecord>(stored);
  if (!link) return tl::unexpected(link.error());
  if (!link->verification) link->verification = new_id(entropy);
  const auto record = load<CertificateRecord>(transaction, link->certificate);
  if (!record) return tl::unexpected(record.error());
  if (*record) link->valid_until = (*record)->certificate.valid_until;
  return save(transaction, *link);
}

constexpr std::array table = {
    RewrittenCollection{schema::accounts, rewrite_account, 2},
    RewrittenCollection{schema::sessions, rewrite<SessionRecord>},
    RewrittenCollection{schema::devices, rewrite<DeviceRecord>},
    RewrittenCollection{schema::rate_buckets, rewrite<RateBucketRecord>},
    RewrittenCollection{schema::idempotency_keys, rewrite<IdempotencyRecord>},
    RewrittenCollection{schema::certificates, rewrite<CertificateRecord>, 3},
    RewrittenCollection{schema::certificate_links, rewrite_link},
    RewrittenCollection{schema::certificate_requests, rewrite<CertificateRequestRecord>},
    RewrittenCollection{schema::registrations, rewrite<RegistrationRecord>},
    RewrittenCollection{schema::password_resets, rewrite<PasswordResetRecord>},
    RewrittenCollection{schema::email_changes, rewrite<EmailChangeRecord>},
    RewrittenCollection{schema::outbox, rewrite<OutboxRecord>},
    RewrittenCollection{schema::newsletters, rewrite<NewsletterRecord>},
    RewrittenCollection{schema::newsletter_requests, rewrite<NewsletterRequestRecord>},
    RewrittenCollection{schema::ended_newsletters, rewrite<EndedNewsletterRecord>},
    RewrittenCollection{schema::offers, rewrite<OfferRecord>},
    RewrittenCollection{schema::profiles, rewrite<ProfileRecord>},
    RewrittenCollection{schema::certificate_names, erase_former<schema::certificate_names>, 2},
    RewrittenCollection{schema::certificate_words, erase_former<schema::certificate_words>},
    RewrittenCollection{schema::certificate_addresses, erase_former<schema::certificate_addresses>},
    RewrittenCollection{schema::directory_words, erase_former<schema::directory_words>},
};

/// How the keys of a collection's records were made when they were last all written.
struct IndexStateRecord {
  std::string of;     // the collection's name
  std::string state;  // see `state_of`

  static constexpr auto fields() {
    return std::tuple{base::field("of", &IndexStateRecord::of),
                      base::field("state", &IndexStateRecord::state)};
  }
  static const ports::Collection& collection() { return schema::index_states; }
  [[nodiscard]] std::string id() const { return of; }
  [[nodiscard]] Keys keys() const { return {}; }
};

/// "1: number, address"
std::string state_of(const RewrittenCollection& rewritten) {
  std::string state = std::to_string(rewritten.version) + ":";
  const char* separator = " ";
  for (const ports::Index& index : rewritten.collection.indexes) {
    state += separator + std::string(index.name);
    separator = ", ";
  }
  return state;
}

IndexStateRecord state_record(const RewrittenCollection& rewritten) {
  return {std::string(rewritten.collection.name), state_of(rewritten)};
}

base::Result<bool> is_up_to_date(ports::Store& store) {
  bool up_to_date = true;
  const auto status = store.read([&](ports::Transaction& transaction) -> base::Status {
    up_to_date = true;
    for (const RewrittenCollection& rewritten : table) {
      const auto known = load<IndexStateRecord>(transaction, rewritten.collection.name);
      if (!known) return tl::unexpected(known.error());
      up_to_date = up_to_date && *known && (*known)->state == state_of(rewritten);
    }
    return {};
  });
  if (!status) return tl::unexpected(status.error());
  return up_to_date;
}

/// Writes the records after the id, and gives the last one's; nothing when there are no more.
base::Result<std::optional<std::string>> rewrite_some(ports::Transaction& transaction,
                                                      const RewrittenCollection& rewritten,
                                                      ports::Entropy& entropy,
                                                      const std::string& after) {
  const auto records = transaction.list(rewritten.collection, after, records_at_once);
  if (!records) return tl::unexpected(records.error());
  for (const ports::Record& record : *records) {
    if (auto status = rewritten.rewrite(transaction, record, entropy); !status) {
      return tl::unexpected(status.error());
    }
  }
  if (records->empty()) return std::nullopt;
  return records->back().id;
}

base::Status rewrite_all(ports::Store& store, ports::Entropy& entropy,
                         const RewrittenCollection& rewritten,
                         const std::function<void(std::string_view)>& on_rewrite) {
  std::optional<std::string> last = "";
  for (bool first = true; last; first = false) {
    std::optional<std::string> next;
    const auto status = store.write([&](ports::Transaction& transaction) -> base::Status {
      const auto known = load<IndexStateRecord>(transaction, rewritten.collection.name);
      if (!known) return tl::unexpected(known.error());
      next.reset();
      if (*known && (*known)->state == state_of(rewritten)) return {};
      auto reached = rewrite_some(transaction, rewritten, entropy, *last);
      if (!reached) return tl::unexpected(reached.error());
      next = std::move(*reached);
      return next ? base::Status{} : save(transaction, state_record(rewritten));
    });
    if (!status) return status;
    if (first && next) on_rewrite(rewritten.collection.name);
    last = std::move(next);
  }
  return {};
}

}  // namespace

std::span<const RewrittenCollection> rewritten_collections() { return table; }

base::Status reindex(ports::Store& store, ports::Entropy& entropy,
                     const std::function<void(std::string_view collection)>& on_rewrite) {
  const auto up_to_date = is_up_to_date(store);
  if (!up_to_date) return tl::unexpected(up_to_date.error());
  if (*up_to_date) return {};
  for (const RewrittenCollection& rewritten : table) {
    auto status = rewrite_all(store, entropy, rewritten, on_rewrite);
    if (!status) return status;
  }
  return {};
}

}  // namespace laurel::service
