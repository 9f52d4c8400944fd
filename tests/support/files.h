// Files of the repository, for tests.
#pragma once

#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>

namespace laurel::tests {

/// `path` is relative to the repository: "assets/sample/members.json".
inline std::string read_asset(const std::string& path) {
  const std::ifstream file(std::string(LAUREL_SOURCE_DIR) + "/" + path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

}  // namespace laurel::tests
