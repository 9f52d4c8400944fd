#include "service/certificates/endpoints.h"

#include "service/certificates/handlers.h"

namespace laurel::service::certificates {

kernel::Endpoints endpoints() {
  return {
      kernel::bind<protocol::certificates_list>(list_member_certificates),
      kernel::bind<protocol::certificates_search>(search_member_certificates),
      kernel::bind<protocol::certificates_claim>(claim_certificates),
      kernel::bind<protocol::certificate_calendar>(read_calendar),
      kernel::bind<protocol::verification_read>(read_verification),
      kernel::bind<protocol::registration_search>(search_certificates),
  };
}

}  // namespace laurel::service::certificates
