#include "service/certificates/records.h"

namespace laurel::service::certificates {

std::string certificate_key(std::string_view association, std::string_view number) {
  return std::string(association) + " " + std::string(number);
}

}  // namespace laurel::service::certificates
