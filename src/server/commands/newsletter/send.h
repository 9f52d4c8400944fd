// Sending a newsletter (service/newsletter/issue.h):
//
//   laurel-server newsletter --association ipma --subject "News in May" news.txt …
#pragma once

#include "server/options.h"

namespace laurel::server {

[[nodiscard]] int send_newsletter(const Options& options);

}  // namespace laurel::server
