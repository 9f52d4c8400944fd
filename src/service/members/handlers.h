// The handlers of this feature's endpoints (service/endpoints.cpp).
#pragma once

#include "service/kernel/call.h"
#include "service/kernel/services.h"
#include "service/members/shown_certificates.h"

namespace laurel::service::members {

[[nodiscard]] protocol::Response read_profile(const kernel::Call& call, kernel::Services& services);
[[nodiscard]] protocol::Response save_own_profile(const kernel::Call& call,
                                                  kernel::Services& services);
[[nodiscard]] protocol::Response save_photo(const kernel::Call& call, kernel::Services& services);
[[nodiscard]] protocol::Response remove_photo(const kernel::Call& call, kernel::Services& services);
[[nodiscard]] protocol::Response read_photo(const kernel::Call& call, kernel::Services& services);
[[nodiscard]] protocol::Response preview_profile(const kernel::Call& call,
                                                 kernel::Services& services,
                                                 CertificatesOf shown_certificates);
[[nodiscard]] protocol::Response read_member(const kernel::Call& call, kernel::Services& services,
                                             CertificatesOf shown_certificates);
[[nodiscard]] protocol::Response search_directory(const kernel::Call& call,
                                                  kernel::Services& services,
                                                  CertificatesOf shown_certificates);

}  // namespace laurel::service::members
