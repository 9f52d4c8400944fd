// What an exception out of the service is called in the log. The service throws nothing of its own; memory
// can still run out, and a mistake of ours make the standard library throw, whose words quote nothing of a
// request.
#pragma once

#include <exception>
#include <new>
#include <string>

namespace laurel::server {

[[nodiscard]] inline std::string name_of_thrown(const std::exception& thrown) {
  if (dynamic_cast<const std::bad_alloc*>(&thrown) != nullptr) return "out of memory";
  return std::string("unexpected exception: ") + thrown.what();
}

}  // namespace laurel::server
