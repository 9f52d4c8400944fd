#include "service/dashboard/endpoints.h"

#include "service/dashboard/handlers.h"

namespace laurel::service::dashboard {

kernel::Endpoints endpoints() {
  return {
      kernel::bind<protocol::dashboard_read>(read_dashboard),
  };
}

}  // namespace laurel::service::dashboard
