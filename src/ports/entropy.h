// Random bytes that nobody can guess (NIST SP 800-90A or the system's own source). Tests use a
// seeded sequence, so that a failure can be run again.
#pragma once

#include <cstddef>
#include <string>

namespace laurel::ports {

class Entropy {
 public:
  virtual ~Entropy() = default;
  [[nodiscard]] virtual std::string bytes(std::size_t count) = 0;
};

}  // namespace laurel::ports
