#include "app/certificates/shown.h"

#include <algorithm>

#include "app/certificates/requests.h"

namespace laurel::app::certificates {

const protocol::CertificateDetail* shown_certificate(const Model& model) {
  const auto& list = model.member.certificates.list.content;
  if (!list) return nullptr;
  const auto found = std::find_if(
      list->certificates.begin(), list->certificates.end(),
      [&](const auto& certificate) { return certificate.number == model.route.parameter; });
  return found == list->certificates.end() ? nullptr : &*found;
}

bool is_unknown_certificate(const Model& model) {
  return model.member.certificates.list.content && shown_certificate(model) == nullptr &&
         !model.member.certificates.list.trouble &&
         !model.requests.is_pending(Purpose::read_certificates);
}

}  // namespace laurel::app::certificates
