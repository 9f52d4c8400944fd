#include "service/certificates/reindex.h"

#include <array>

#include "service/certificates/records.h"
#include "service/certificates/registry.h"
#include "service/certificates/schema.h"
#include "service/kernel/tokens.h"

namespace laurel::service::certificates {
namespace {

/// Its owner's names and address lie in collections of their own.
base::Status rewrite_certificate(ports::Transaction& transaction, const ports::Record& stored,
                                 ports::Entropy&) {
  const auto record = store::decode_record<CertificateRecord>(stored);
  if (!record) return tl::unexpected(record.error());
  return save_certificate(transaction, *record);
}

/// Names lay here before they lay in certificate_words, which its certificate's rewriting fills.
base::Status erase_former(ports::Transaction& transaction, const ports::Record& stored,
                          ports::Entropy& /*entropy*/) {
  return transaction.erase(schema::certificate_names, stored.id);
}

/// There were links before there were verification pages, and before they knew when certificates
/// end.
base::Status rewrite_link(ports::Transaction& transaction, const ports::Record& stored,
                          ports::Entropy& entropy) {
  auto link = store::decode_record<LinkedCertificateRecord>(stored);
  if (!link) return tl::unexpected(link.error());
  if (!link->verification) link->verification = kernel::new_id(entropy);
  const auto record = store::load<CertificateRecord>(transaction, link->certificate);
  if (!record) return tl::unexpected(record.error());
  if (*record) link->valid_until = (*record)->certificate.valid_until;
  return store::save(transaction, *link);
}

constexpr std::array table = {
    store::RewrittenCollection{schema::certificates, rewrite_certificate, 3},
    store::RewrittenCollection{schema::certificate_links, rewrite_link},
    store::RewrittenCollection{schema::certificate_requests,
                               store::rewrite<CertificateRequestRecord>},
    store::RewrittenCollection{schema::certificate_names, erase_former, 2},
};

}  // namespace

std::span<const store::RewrittenCollection> rewritten_collections() { return table; }

}  // namespace laurel::service::certificates
