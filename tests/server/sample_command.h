// laurel-server sample, run to its end.
#pragma once

#include <string>

#include "tests/server/server_process.h"

namespace laurel::tests {

inline Ended make_sample(const std::string& data, const std::string& variant) {
  return run_to_end({"--dev", "sample", "--variant", variant, "--data", data, "--associations",
                     repository_file("assets/associations"), "--content",
                     repository_file("assets/content"), "--sample",
                     repository_file("assets/sample/members.json")});
}

inline std::string certificates_of(const std::string& data, const std::string& words) {
  return run_to_end({"certificates", "find", "--association", "ipma", words, "--data", data}).output;
}

}  // namespace laurel::tests
