#include "service/kernel/endpoints.h"

#include "service/kernel/handlers.h"

namespace laurel::service::kernel {

Endpoints endpoints() {
  return {
      bind<protocol::health>(read_health),
      bind<protocol::openapi>(read_openapi),
  };
}

}  // namespace laurel::service::kernel
