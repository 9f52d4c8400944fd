#include "service/certificates/reindex.h"

#include <array>

#include "service/certificates/records.h"
#include "service/certificates/schema.h"
#include "service/kernel/tokens.h"

namespace laurel::service::certificates {
namespace {

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
    store::RewrittenCollection{schema::certificates, store::rewrite<CertificateRecord>, 3},
    store::RewrittenCollection{schema::certificate_links, rewrite_link},
    store::RewrittenCollection{schema::certificate_requests,
                               store::rewrite<CertificateRequestRecord>},
    store::RewrittenCollection{schema::certificate_names,
                               store::erase_former<schema::certificate_names>, 2},
    store::RewrittenCollection{schema::certificate_words,
                               store::erase_former<schema::certificate_words>},
    store::RewrittenCollection{schema::certificate_addresses,
                               store::erase_former<schema::certificate_addresses>},
};

}  // namespace

std::span<const store::RewrittenCollection> rewritten_collections() { return table; }

}  // namespace laurel::service::certificates
