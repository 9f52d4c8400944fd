#include "service/certificates/requests.h"

#include <algorithm>

#include "base/utf8.h"
#include "domain/person_name.h"
#include "service/accounts/records.h"
#include "service/certificates/letters.h"
#include "service/certificates/links.h"
#include "service/certificates/records.h"
#include "service/certificates/schema.h"
#include "service/mail/outbox.h"
#include "service/members/profile_records.h"
#include "service/store/records.h"

namespace laurel::service::certificates {
namespace {

constexpr std::size_t max_reason_bytes = 2000;

/// Nothing where the account is no longer there.
base::Result<std::optional<NamedMember>> named_member(ports::Transaction& transaction,
                                                      const domain::MemberId& id) {
  const auto account = store::load<accounts::AccountRecord>(transaction, id.value);
  if (!account) return tl::unexpected(account.error());
  if (!*account) return std::nullopt;
  const auto record = members::load_profile(transaction, id);
  if (!record) return tl::unexpected(record.error());
  const domain::Member& member = (*account)->member;
  return NamedMember{member.id, member.association, member.email,
                     domain::full_name(record->profile.first_name, record->profile.last_name)};
}

base::Result<std::optional<NamedMember>> holder_of(ports::Transaction& transaction,
                                                   std::string_view certificate) {
  const auto link = store::load<LinkedCertificateRecord>(transaction, certificate);
  if (!link) return tl::unexpected(link.error());
  if (!*link) return std::nullopt;
  return named_member(transaction, (*link)->account);
}

/// Nothing for a request whose member or certificate is no longer there.
base::Result<std::optional<RequestEntry>> entry_of(ports::Transaction& transaction,
                                                   const CertificateRequestRecord& request) {
  auto member = named_member(transaction, request.account);
  if (!member) return tl::unexpected(member.error());
  auto certificate = store::load<CertificateRecord>(transaction, request.certificate);
  if (!certificate) return tl::unexpected(certificate.error());
  if (!*member || !*certificate) return std::nullopt;
  auto holder = holder_of(transaction, request.certificate);
  if (!holder) return tl::unexpected(holder.error());
  return RequestEntry{request.id(), request.requested, std::move(**member),
                      std::move((*certificate)->certificate), std::move(*holder)};
}

base::Result<std::optional<RequestEntry>> find_request(ports::Transaction& transaction,
                                                       std::string_view id) {
  const auto request = store::load<CertificateRequestRecord>(transaction, id);
  if (!request) return tl::unexpected(request.error());
  if (!*request) return std::nullopt;
  return entry_of(transaction, **request);
}

base::Result<const domain::Association*> association_of(const kernel::Services& services,
                                                        const RequestEntry& request) {
  const auto found = services.associations.find(request.member.association);
  if (found != services.associations.end()) return &found->second;
  return base::fail(base::ErrorCode::invalid_input,
                    "no association " + request.member.association);
}

std::string certificate_id(const RequestEntry& request) {
  return certificate_key(request.certificate.association, request.certificate.number);
}

bool is_held_by_another(const RequestEntry& request) {
  return request.holder && !(request.holder->id == request.member.id);
}

base::Status approve(ports::Transaction& transaction, kernel::Services& services,
                     const domain::Association& association, const RequestEntry& request) {
  auto linked = link_certificate(transaction, services, certificate_id(request), request.member.id);
  if (!linked) return linked;
  if (is_held_by_another(request)) {
    auto told = mail::enqueue(transaction, services,
                              certificate_moved_mail(services, association, request.certificate),
                              request.holder->email);
    if (!told) return told;
  }
  return mail::enqueue(transaction, services,
                       claim_approved_mail(services, association, request.certificate),
                       request.member.email);
}

base::Status decline(ports::Transaction& transaction, kernel::Services& services,
                     const domain::Association& association, const RequestEntry& request,
                     std::string_view reason) {
  auto erased = store::erase_all<CertificateRequestRecord>(
      transaction, schema::by_claim,
      CertificateRequestRecord::claim_key(request.member.id, certificate_id(request)));
  if (!erased) return erased;
  return mail::enqueue(transaction, services,
                       claim_declined_mail(services, association, request.certificate, reason),
                       request.member.email);
}

bool is_one_line(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
  });
}

using Effect = std::function<base::Status(ports::Transaction&, const domain::Association&,
                                          const RequestEntry&)>;

/// Runs the effect on the request, unless the certificate is another member's and is to stay so.
base::Result<Decision> decide(kernel::Services& services, std::string_view id, HeldByAnother held,
                              const Effect& effect) {
  Decision decision;
  const auto status = services.store.write([&](ports::Transaction& transaction) -> base::Status {
    decision = {};
    auto request = find_request(transaction, id);
    if (!request) return tl::unexpected(request.error());
    if (!*request) return {};
    decision.request = std::move(**request);
    decision.outcome = Outcome::held_by_another;
    if (held == HeldByAnother::keep && is_held_by_another(*decision.request)) return {};
    decision.outcome = Outcome::done;
    const auto association = association_of(services, *decision.request);
    if (!association) return tl::unexpected(association.error());
    return effect(transaction, **association, *decision.request);
  });
  if (!status) return tl::unexpected(status.error());
  return decision;
}

}  // namespace

base::Result<std::vector<RequestEntry>> list_requests(kernel::Services& services,
                                                      std::size_t limit) {
  std::vector<RequestEntry> entries;
  const auto status = services.store.read([&](ports::Transaction& transaction) -> base::Status {
    entries.clear();
    const auto stored = transaction.range(schema::certificate_requests, schema::by_requested, "",
                                          "~", limit);
    if (!stored) return tl::unexpected(stored.error());
    for (const ports::Record& one : *stored) {
      const auto request = store::decode_record<CertificateRequestRecord>(one);
      if (!request) return tl::unexpected(request.error());
      auto entry = entry_of(transaction, *request);
      if (!entry) return tl::unexpected(entry.error());
      if (*entry) entries.push_back(std::move(**entry));
    }
    return {};
  });
  if (!status) return tl::unexpected(status.error());
  return entries;
}

base::Result<Decision> approve_request(kernel::Services& services, std::string_view id,
                                       HeldByAnother held) {
  return decide(services, id, held,
                [&](ports::Transaction& transaction, const domain::Association& association,
                    const RequestEntry& request) {
                  return approve(transaction, services, association, request);
                });
}

base::Result<Decision> decline_request(kernel::Services& services, std::string_view id,
                                       std::string_view reason) {
  const std::string_view text = base::trim(reason);
  if (text.size() > max_reason_bytes || !is_one_line(text) || !base::is_valid_utf8(text)) {
    return base::fail(base::ErrorCode::invalid_input,
                      "the reason has to be one line of at most 2,000 bytes of UTF-8");
  }
  // Who holds it makes no difference where nothing is linked.
  return decide(services, id, HeldByAnother::move,
                [&](ports::Transaction& transaction, const domain::Association& association,
                    const RequestEntry& request) {
                  return decline(transaction, services, association, request, text);
                });
}

}  // namespace laurel::service::certificates
