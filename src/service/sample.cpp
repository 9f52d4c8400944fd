#include "service/sample.h"

#include <chrono>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "base/codec.h"
#include "domain/email.h"
#include "service/accounts/records.h"
#include "service/accounts/schema.h"
#include "service/catalogue/offers.h"
#include "service/certificates/links.h"
#include "service/certificates/records.h"
#include "service/certificates/registry.h"
#include "service/kernel/tokens.h"
#include "service/members/profile_records.h"
#include "service/store/keys.h"
#include "service/store/records.h"

namespace laurel::service {
namespace {

struct SampleMember {
  std::string association;
  std::string email;
  std::optional<std::string> password;  // else the one of `sample`
  std::string first_name;
  std::string last_name;
  std::string country;
  std::string member_association;
  std::optional<std::string> country_of_origin;
  std::optional<std::string> job_title;
  std::optional<std::string> company;
  std::optional<std::string> industry;
  std::optional<std::string> biography;
  std::optional<domain::Privacy> privacy;

  static constexpr auto fields() {
    return std::tuple{
        base::field("association", &SampleMember::association),
        base::field("email", &SampleMember::email),
        base::field("password", &SampleMember::password, {.max_bytes = 1024, .secret = true}),
        base::field("first_name", &SampleMember::first_name),
        base::field("last_name", &SampleMember::last_name),
        base::field("country", &SampleMember::country),
        base::field("member_association", &SampleMember::member_association),
        base::field("country_of_origin", &SampleMember::country_of_origin),
        base::field("job_title", &SampleMember::job_title),
        base::field("company", &SampleMember::company),
        base::field("industry", &SampleMember::industry),
        base::field("biography", &SampleMember::biography),
        base::field("privacy", &SampleMember::privacy)};
  }
};

struct SampleCertificate {
  std::optional<std::string> owner;  // the address of a member above, at the same association
  domain::Certificate certificate;

  static constexpr auto fields() {
    return std::tuple{base::field("owner", &SampleCertificate::owner),
                      base::field("certificate", &SampleCertificate::certificate)};
  }
};

/// An offer whose days count from the day of loading, so that the sample never grows old.
struct SampleOffer {
  std::int64_t starts_in_days = 0;  // negative: it is running already
  std::int64_t days = 1;            // how many it takes
  std::string association;
  std::string id;
  domain::OfferKind kind = domain::OfferKind::course;
  std::string title;
  std::string summary;
  std::string place;
  std::string member_association;
  std::string organisation;
  std::string link;

  static constexpr auto fields() {
    return std::tuple{
        base::field("starts_in_days", &SampleOffer::starts_in_days,
                    {.minimum = -3650, .maximum = 3650}),
        base::field("days", &SampleOffer::days, {.minimum = 1, .maximum = 3650}),
        base::field("association", &SampleOffer::association),
        base::field("id", &SampleOffer::id, {.max_bytes = 64}),
        base::field("kind", &SampleOffer::kind), base::field("title", &SampleOffer::title),
        base::field("summary", &SampleOffer::summary), base::field("place", &SampleOffer::place),
        base::field("member_association", &SampleOffer::member_association),
        base::field("organisation", &SampleOffer::organisation),
        base::field("link", &SampleOffer::link)};
  }
};

struct Sample {
  SampleMember sample;
  std::vector<SampleMember> members;
  std::vector<SampleCertificate> certificates;
  std::vector<SampleOffer> offers;

  static constexpr auto fields() {
    return std::tuple{base::field("sample", &Sample::sample),
                      base::field("members", &Sample::members),
                      base::field("certificates", &Sample::certificates),
                      base::field("offers", &Sample::offers)};
  }
};

base::Status check(const Sample& sample, const kernel::Services& services) {
  const auto check_association = [&](const std::string& association) -> base::Status {
    if (services.associations.contains(association)) return {};
    return base::fail(base::ErrorCode::invalid_input, "sample data: unknown association");
  };
  for (const SampleOffer& offer : sample.offers) {
    if (auto status = check_association(offer.association); !status) return status;
  }
  for (const SampleMember& member : sample.members) {
    if (auto status = check_association(member.association); !status) return status;
    if (domain::parse_email(member.email) != member.email) {
      return base::fail(base::ErrorCode::invalid_input, "sample data: e-mail is not normalised");
    }
  }
  return {};
}

using Passwords = std::map<std::string, std::string>;  // password to hash

/// The accounts that are not there yet.
base::Result<std::vector<SampleMember>> missing_members(const Sample& sample,
                                                        kernel::Services& services) {
  std::vector<SampleMember> missing;
  const auto status = services.store.read([&](ports::Transaction& transaction) -> base::Status {
    missing.clear();
    for (const SampleMember& member : sample.members) {
      const auto account = store::load_by<accounts::AccountRecord>(
          transaction, accounts::schema::by_email,
          store::email_key(member.association, member.email));
      if (!account) return tl::unexpected(account.error());
      if (!*account) missing.push_back(member);
    }
    return {};
  });
  if (!status) return tl::unexpected(status.error());
  return missing;
}

/// Each password is hashed once, although members share it: nobody's secret, and a quick start.
base::Result<Passwords> hash_passwords(const std::vector<SampleMember>& members,
                                       kernel::Services& services) {
  Passwords hashes;
  for (const SampleMember& member : members) {
    if (hashes.contains(*member.password)) continue;
    auto hash = services.hasher.hash_password(*member.password);
    if (!hash) return tl::unexpected(hash.error());
    hashes[*member.password] = std::move(*hash);
  }
  return hashes;
}

members::ProfileRecord profile_of(const SampleMember& sample, const domain::Member& member) {
  members::ProfileRecord record = members::first_profile(
      member, sample.first_name, sample.last_name, sample.country, sample.member_association);
  domain::Profile& profile = record.profile;
  profile.country_of_origin = sample.country_of_origin.value_or("");
  profile.job_title = sample.job_title.value_or("");
  profile.company = sample.company.value_or("");
  profile.industry = sample.industry.value_or("");
  profile.biography = sample.biography.value_or("");
  profile.privacy = sample.privacy.value_or(profile.privacy);
  return record;
}

base::Status add_members(ports::Transaction& transaction, const std::vector<SampleMember>& members,
                         const Passwords& hashes, kernel::Services& services) {
  for (const SampleMember& member : members) {
    const accounts::AccountRecord account{domain::Member{domain::MemberId(kernel::new_id(services)),
                                                         member.association, member.email},
                                          hashes.at(*member.password)};
    if (auto status = store::save(transaction, account); !status) return status;
    const members::ProfileRecord profile = profile_of(member, account.member);
    if (auto status = members::save_profile(transaction, profile); !status) return status;
  }
  return {};
}

base::Status link_to_owner(ports::Transaction& transaction, kernel::Services& services,
                           const std::string& owner,
                           const certificates::CertificateRecord& record) {
  const auto account = store::load_by<accounts::AccountRecord>(
      transaction, accounts::schema::by_email,
      store::email_key(record.certificate.association, owner));
  if (!account) return tl::unexpected(account.error());
  if (!*account) return base::fail(base::ErrorCode::invalid_input, "sample data: unknown owner");
  return certificates::link_certificate(transaction, services, record.id(), (*account)->member.id);
}

base::Status add_certificates(ports::Transaction& transaction, kernel::Services& services,
                              const Sample& sample) {
  for (const SampleCertificate& entry : sample.certificates) {
    const certificates::CertificateRecord record{entry.certificate};
    const auto known = store::load<certificates::CertificateRecord>(transaction, record.id());
    if (!known) return tl::unexpected(known.error());
    if (*known) continue;
    if (auto status = certificates::save_certificate(transaction, record); !status) return status;
    if (!entry.owner) continue;
    auto status = link_to_owner(transaction, services, *entry.owner, record);
    if (!status) return status;
  }
  return {};
}

domain::Offer dated(const SampleOffer& offer, base::Date today) {
  const base::Date starts = today + std::chrono::days(offer.starts_in_days);
  return {offer.id,           offer.association,  offer.kind,   offer.title,
          offer.summary,      offer.place,        offer.member_association,
          offer.organisation, starts,             starts + std::chrono::days(offer.days - 1),
          offer.link};
}

/// Those that are not there, or are over: they are held once more.
base::Result<std::vector<catalogue::OfferRecord>> offers_to_add(const Sample& sample,
                                                                kernel::Services& services) {
  const base::Date today = base::date_of(services.clock.now());
  std::vector<catalogue::OfferRecord> missing;
  const auto status = services.store.read([&](ports::Transaction& transaction) -> base::Status {
    missing.clear();
    for (const SampleOffer& offer : sample.offers) {
      const auto known = store::load<catalogue::OfferRecord>(
          transaction, catalogue::OfferRecord::offer_id(offer.association, offer.id));
      if (!known) return tl::unexpected(known.error());
      if (*known && (*known)->offer.ends >= today) continue;
      missing.push_back({dated(offer, today)});
    }
    return {};
  });
  if (!status) return tl::unexpected(status.error());
  return missing;
}

base::Status add_offers(const Sample& sample, kernel::Services& services) {
  const auto missing = offers_to_add(sample, services);
  if (!missing) return tl::unexpected(missing.error());
  if (missing->empty()) return {};
  return services.store.write([&](ports::Transaction& transaction) -> base::Status {
    for (const catalogue::OfferRecord& record : *missing) {
      if (auto status = store::save(transaction, record); !status) return status;
    }
    return {};
  });
}

}  // namespace

base::Result<SampleLogin> load_sample(std::string_view json, kernel::Services& services) {
  auto sample = base::decode_json<Sample>(json, {.max_bytes = 1024 * 1024});
  if (!sample) return tl::unexpected(sample.error());
  if (!sample->sample.password) {
    return base::fail(base::ErrorCode::invalid_input, "sample data: no password");
  }
  const SampleLogin login{sample->sample.association, sample->sample.email,
                          *sample->sample.password};
  sample->members.insert(sample->members.begin(), sample->sample);
  for (SampleMember& member : sample->members) {
    if (!member.password) member.password = login.password;
  }
  if (auto status = check(*sample, services); !status) return tl::unexpected(status.error());

  if (auto status = add_offers(*sample, services); !status) return tl::unexpected(status.error());
  const auto missing = missing_members(*sample, services);
  if (!missing) return tl::unexpected(missing.error());
  if (missing->empty()) return login;
  const auto hashes = hash_passwords(*missing, services);
  if (!hashes) return tl::unexpected(hashes.error());
  const auto status = services.store.write([&](ports::Transaction& transaction) -> base::Status {
    if (auto added = add_members(transaction, *missing, *hashes, services); !added) return added;
    return add_certificates(transaction, services, *sample);
  });
  if (!status) return tl::unexpected(status.error());
  return login;
}

}  // namespace laurel::service
