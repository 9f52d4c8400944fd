#include "service/members/endpoints.h"

#include <utility>

#include "service/members/handlers.h"

namespace laurel::service::members {
namespace {

/// The handler as `bind` calls it, with what the assembly has handed in.
template <class Handler>
auto with(CertificatesOf given, Handler handler) {
  return [given, handler](const auto& call, kernel::Services& services, auto&&... request) {
    return handler(call, services, given, std::forward<decltype(request)>(request)...);
  };
}

}  // namespace

kernel::Endpoints endpoints(CertificatesOf shown_certificates) {
  return {
      kernel::bind<protocol::profile_read>(read_profile),
      kernel::bind<protocol::profile_save>(save_own_profile),
      kernel::bind<protocol::profile_preview>(with(shown_certificates, preview_profile)),
      kernel::bind<protocol::photo_save>(save_photo, kernel::Work::decodes_pictures),
      kernel::bind<protocol::photo_remove>(remove_photo),
      kernel::bind<protocol::photo_read>(read_photo),
      kernel::bind<protocol::directory_search>(with(shown_certificates, search_directory)),
      kernel::bind<protocol::member_read>(with(shown_certificates, read_member)),
  };
}

}  // namespace laurel::service::members
