#include "service/catalogue/endpoints.h"

#include "service/catalogue/handlers.h"

namespace laurel::service::catalogue {

kernel::Endpoints endpoints() {
  return {
      kernel::bind<protocol::text_read>(read_text),
      kernel::bind<protocol::education_list>(list_education),
      kernel::bind<protocol::events_list>(list_events),
      kernel::bind<protocol::member_associations_list>(list_member_associations),
      kernel::bind<protocol::organisations_list>(list_organisations),
      kernel::bind<protocol::search>(search),
  };
}

}  // namespace laurel::service::catalogue
