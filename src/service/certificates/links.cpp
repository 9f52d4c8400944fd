#include "service/certificates/links.h"

#include <algorithm>

#include "service/certificates/records.h"
#include "service/certificates/schema.h"
#include "service/kernel/tokens.h"

namespace laurel::service::certificates {
namespace {

using protocol::ClaimState;

constexpr std::size_t max_certificates = 200;
constexpr std::size_t max_pending = 200;

void sort_newest_first(std::vector<HeldCertificate>& certificates) {
  std::sort(certificates.begin(), certificates.end(),
            [](const HeldCertificate& a, const HeldCertificate& b) {
              if (a.certificate.awarded != b.certificate.awarded) {
                return a.certificate.awarded > b.certificate.awarded;
              }
              return a.certificate.number < b.certificate.number;
            });
}

}  // namespace

base::Result<std::vector<HeldCertificate>> certificates_of(ports::Transaction& transaction,
                                                           const domain::MemberId& account) {
  auto links = store::load_all<LinkedCertificateRecord>(transaction, schema::by_account,
                                                        account.value, max_certificates);
  if (!links) return tl::unexpected(links.error());
  std::vector<HeldCertificate> held;
  for (LinkedCertificateRecord& link : *links) {
    auto record = store::load<CertificateRecord>(transaction, link.certificate);
    if (!record) return tl::unexpected(record.error());
    if (*record) held.push_back({std::move(link), std::move((*record)->certificate)});
  }
  sort_newest_first(held);
  return held;
}

base::Result<std::vector<protocol::PendingClaim>> pending_claims(ports::Transaction& transaction,
                                                                 const domain::MemberId& account) {
  const auto requests = store::load_all<CertificateRequestRecord>(transaction, schema::by_account,
                                                                  account.value, max_pending);
  if (!requests) return tl::unexpected(requests.error());
  std::vector<protocol::PendingClaim> pending;
  for (const CertificateRequestRecord& request : *requests) {
    const auto record = store::load<CertificateRecord>(transaction, request.certificate);
    if (!record) return tl::unexpected(record.error());
    if (!*record) continue;
    pending.push_back(
        {(*record)->certificate.number, (*record)->certificate.title, request.requested});
  }
  std::sort(pending.begin(), pending.end(), [](const auto& a, const auto& b) {
    if (a.requested != b.requested) return a.requested > b.requested;
    return a.number < b.number;
  });
  return pending;
}

base::Result<Standing> standing_of(ports::Transaction& transaction, const domain::Member& member,
                                   const CertificateRecord& record) {
  // Both are read whatever the first one says: the work tells nothing either.
  const auto link = store::load<LinkedCertificateRecord>(transaction, record.id());
  if (!link) return tl::unexpected(link.error());
  const auto request = store::load_by<CertificateRequestRecord>(
      transaction, schema::by_claim, CertificateRequestRecord::claim_key(member.id, record.id()));
  if (!request) return tl::unexpected(request.error());

  if (*link && (*link)->account == member.id) {
    return Standing{ClaimState::linked, record.certificate.owner_email == member.email};
  }
  const bool is_theirs = !*link && record.certificate.owner_email == member.email;
  if (is_theirs) return Standing{ClaimState::linkable, true};
  return Standing{*request ? ClaimState::requested : ClaimState::claimable, false};
}

base::Status link_certificate(ports::Transaction& transaction, kernel::Services& services,
                              const std::string& certificate, const domain::MemberId& account) {
  auto ended = store::erase_all<CertificateRequestRecord>(
      transaction, schema::by_claim, CertificateRequestRecord::claim_key(account, certificate));
  if (!ended) return ended;
  const auto before = store::load<LinkedCertificateRecord>(transaction, certificate);
  if (!before) return tl::unexpected(before.error());
  if (*before && (*before)->account == account) return {};
  const auto record = store::load<CertificateRecord>(transaction, certificate);
  if (!record) return tl::unexpected(record.error());
  LinkedCertificateRecord link{certificate, account, kernel::new_id(services)};
  if (*record) link.valid_until = (*record)->certificate.valid_until;
  link.linked = base::date_of(services.clock.now());
  return store::save(transaction, link);
}

base::Result<std::optional<ClaimState>> claim_certificate(ports::Transaction& transaction,
                                                          kernel::Services& services,
                                                          const domain::Member& member,
                                                          std::string_view number) {
  const auto record =
      store::load<CertificateRecord>(transaction, certificate_key(member.association, number));
  if (!record) return tl::unexpected(record.error());
  if (!*record) return std::nullopt;
  const std::string id = (*record)->id();
  const auto standing = standing_of(transaction, member, **record);
  if (!standing) return tl::unexpected(standing.error());
  base::Status status;
  switch (standing->state) {
    case ClaimState::linked:
    case ClaimState::requested: return standing->state;
    case ClaimState::linkable:
      status = link_certificate(transaction, services, id, member.id);
      if (!status) return tl::unexpected(status.error());
      return ClaimState::linked;
    case ClaimState::claimable: break;
  }
  status = store::save(transaction, CertificateRequestRecord{kernel::new_id(services), id,
                                                             member.id, services.clock.now()});
  if (!status) return tl::unexpected(status.error());
  return ClaimState::requested;
}

}  // namespace laurel::service::certificates
