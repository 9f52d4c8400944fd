#include "service/accounts/cookies.h"

namespace laurel::service::accounts {

std::string session_cookie_name(std::string_view association) {
  return "__Host-laurel-" + std::string(association);
}

std::string device_cookie_name(std::string_view association) {
  return "__Host-laurel-device-" + std::string(association);
}

}  // namespace laurel::service::accounts
