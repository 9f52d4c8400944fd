// The certificate that the address names, among the member's own.
#pragma once

#include "app/model.h"

namespace laurel::app::certificates {

/// Null while the list is not there, and where the member has no certificate with this number.
[[nodiscard]] const protocol::CertificateDetail* shown_certificate(const Model& model);

/// Whether the member has none with this number, as far as the latest list tells.
[[nodiscard]] bool is_unknown_certificate(const Model& model);

}  // namespace laurel::app::certificates
