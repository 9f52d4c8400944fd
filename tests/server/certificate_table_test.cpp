#include <cstdio>

#include <doctest/doctest.h>

#include "tests/server/server_process.h"

namespace laurel::tests {
namespace {

/// What the program writes to stdout.
std::string output_of(const std::string& arguments) {
  std::string text;
  FILE* pipe = ::popen((std::string(LAUREL_SERVER) + " " + arguments).c_str(), "r");
  REQUIRE(pipe != nullptr);
  char buffer[1024];
  while (const std::size_t count = std::fread(buffer, 1, sizeof buffer, pipe)) {
    text.append(buffer, count);
  }
  REQUIRE(::pclose(pipe) == 0);
  return text;
}

TEST_CASE("staff finds certificates on the command line, while the server runs") {
  const TemporaryFolder data;
  const ServerProcess server({"--dev", "--data", data.path(), "--sample",
                              repository_file("assets/sample/members.json")});
  const std::string find = "certificates find --data " + data.path() + " --association ipma ";
  const std::string table = output_of(find + "LIND mar");
  CHECK(table.find("NUMBER         OWNER      TITLE") == 0);
  CHECK(table.find("\nDE-24-B-01877  Mara Lind  IPMA Level B") != std::string::npos);
  CHECK(table.find("  GPM     2024-03-18  2029-03-17   valid\n") != std::string::npos);
  CHECK(table.find("CMA-0071442") == std::string::npos);
  CHECK(output_of(find + "nobody") == "No certificates found.\n");
  CHECK(output_of("--data " + data.path() + " certificates find hanako.yamada@ --association ipma")
            .find("JP-23-C-00031") != std::string::npos);
}

TEST_CASE("the tool makes no database, and says what it lacks") {
  const TemporaryFolder folder;
  CHECK(exit_code_of({"certificates"}) != 0);
  CHECK(exit_code_of({"certificates", "find", "--association", "ipma", "x"}) != 0);
  CHECK(exit_code_of({"certificates", "find", "--data", folder.path(), "x"}) != 0);
  CHECK(exit_code_of(
            {"certificates", "find", "--data", folder.path(), "--association", "ipma", "x"}) != 0);
  CHECK_FALSE(std::ifstream(folder.file("laurel.db")).good());
  CHECK(exit_code_of({"certificates", "find", "--help"}) == 0);
}

}  // namespace
}  // namespace laurel::tests
