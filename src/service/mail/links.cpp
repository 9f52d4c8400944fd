#include "service/mail/links.h"

namespace laurel::service::mail {

std::string link_to(const kernel::Services& services, const domain::Association& association,
                    std::string_view fragment) {
  return services.config.public_address + "/" + association.id + "/#/" + std::string(fragment);
}

}  // namespace laurel::service::mail
