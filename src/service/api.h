// The API of a member desk: what each feature answers, joined. Whoever owns the services makes one.
//
//   const kernel::Api api = service::make_api();
//   const protocol::Response response = api.handle(request, services);
#pragma once

#include "service/kernel/api.h"

namespace laurel::service {

[[nodiscard]] kernel::Endpoints endpoints();

[[nodiscard]] inline kernel::Api make_api() { return kernel::Api(endpoints()); }

}  // namespace laurel::service
